import assert from 'node:assert/strict';
import { ann, kenji, omittedOf, tell, today, yesterday } from './realDay';
import { RepositoryDay } from './repositoryDay';

/** Reverts where work is merged into, of one's own and of others, and who wrote a commit with whom. */
describe('work of several people', () => {
  let day: RepositoryDay;
  beforeEach(() => {
    day = RepositoryDay.begin();
  });
  afterEach(() => day.end());

  /** By git's own words; the author is the one of the environment, Ann. */
  const revert = (minute: number, ...args: readonly string[]) => {
    const date = today(minute);
    day.repository.gitWith(
      { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      ...['revert', '--no-edit', ...args, 'HEAD'],
    );
    day.push('main');
  };

  it('names what was merged and taken back again in the interval, and nothing of a branch', async () => {
    day.write('quotes', 'q\n', { message: 'Cache quotes' });
    revert(1);
    day.checkout('-b', 'tried');
    day.write('rates', 'r\n', { message: 'Cache rates', minute: 2 });
    const date = today(3);
    day.repository.gitWith({ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }, 'revert', '--no-edit', 'HEAD');
    const activity = await tell(day.repository);
    assert.deepEqual([activity.undone, activity.items, omittedOf(activity)], [['Cache quotes'], [], { reverted: 4 }]);
  });

  it('says whose work a revert takes back, of before the interval and in it', async () => {
    for (const [minute, date] of [
      [1, yesterday],
      [3, today(2)],
    ] as const) {
      day.write(`totals ${minute}`, 't\n', { message: 'Sum at night', date, author: kenji });
      revert(minute);
    }
    const { items } = await tell(day.repository);
    const told = items.flatMap(({ commits }) => commits);
    assert.deepEqual(
      told.map(({ takesBack }) => takesBack),
      [['Kenji Ito'], ['Kenji Ito']],
    );
  });

  it('says nothing of whose revert it is that was reverted', async () => {
    day.write('totals', 't\n', { message: 'Sum at night', date: yesterday });
    const theirs = { GIT_AUTHOR_NAME: 'Kenji Ito', GIT_AUTHOR_EMAIL: 'kenji@example.com' };
    const dates = { GIT_AUTHOR_DATE: yesterday, GIT_COMMITTER_DATE: yesterday };
    day.repository.gitWith({ ...theirs, ...dates }, 'revert', '--no-edit', 'HEAD');
    revert(1);
    const { items } = await tell(day.repository);
    assert.deepEqual(
      items.flatMap(({ commits }) => commits.map(({ takesBack }) => takesBack)),
      [undefined],
    );
  });

  it('knows by its request what another took back', async () => {
    day.write('rates', 'r\n', { message: 'Cache rates (#12)', date: yesterday });
    const date = today(1);
    const theirs = { GIT_AUTHOR_NAME: 'Kenji Ito', GIT_AUTHOR_EMAIL: 'kenji@example.com' };
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    day.repository.git('revert', '--no-commit', 'HEAD');
    const message = 'Revert "Cache rates" (#13)\n\nReverts acme/ledger#12';
    day.repository.gitWith({ ...theirs, ...dates }, 'commit', '--quiet', '-m', message);
    day.push('main');
    const { lost } = await tell(day.repository);
    assert.deepEqual(
      lost?.map(({ request, title, by }) => [request, title, by]),
      [['#12', 'Cache rates (#12)', 'Kenji Ito']],
    );
  });

  it('knows all that a squash of reverts took back, and that it did where a revert of it waits in a branch', async () => {
    const taken = [1, 2].map((at) => day.write(`rates ${at}`, 'r\n', { message: `Rates ${at}`, date: yesterday }));
    const date = today(1);
    const theirs = { GIT_AUTHOR_NAME: 'Kenji Ito', GIT_AUTHOR_EMAIL: 'kenji@example.com' };
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    day.repository.git('revert', '--no-commit', ...taken.toReversed());
    const message = ['Take back rates', ...taken.map((hash) => `This reverts commit ${hash}.`)].join('\n\n');
    day.repository.gitWith({ ...theirs, ...dates }, 'commit', '--quiet', '-m', message);
    day.push('main');
    day.checkout('-b', 'again');
    revert(2);
    day.push('again');
    const { lost } = await tell(day.repository);
    assert.deepEqual(
      lost?.map(({ title, by, whole }) => [title, by, whole]),
      [
        ['Rates 1', 'Kenji Ito', true],
        ['Rates 2', 'Kenji Ito', true],
      ],
    );
  });

  it('names all that a merge had brought, where another took it back', async () => {
    day.checkout('-b', 'names');
    day.write('index', 'i\n', { message: 'Index names', date: yesterday });
    day.write('search', 's\n', { message: 'Search names', date: yesterday });
    day.checkout('main');
    const merged = { GIT_AUTHOR_DATE: yesterday, GIT_COMMITTER_DATE: yesterday };
    day.repository.gitWith(
      merged,
      'merge',
      '--quiet',
      '--no-ff',
      '-m',
      "Merge remote-tracking branch 'origin/names'",
      'names',
    );
    const date = today(1);
    const theirs = { GIT_AUTHOR_NAME: 'Kenji Ito', GIT_AUTHOR_EMAIL: 'kenji@example.com' };
    day.repository.gitWith(
      { ...theirs, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      ...['revert', '--no-edit', '-m', '1', 'HEAD'],
    );
    day.push('main');
    const { lost } = await tell(day.repository);
    assert.deepEqual(
      lost?.map(({ title, more, by, whole }) => [title, more, by, whole]),
      [['Index names', 1, 'Kenji Ito', true]],
    );
  });

  it('knows co-authors by the mailmap', async () => {
    const { repository } = day;
    repository.write(
      '.mailmap',
      'Ann <ann@example.com> <annie@home.example>\nKenji Ito <kenji@example.com> <kj@home.example>\n',
    );
    day.write('one', '1\n', {
      message: 'Parse rows\n\nCo-authored-by: annie <annie@home.example>',
      author: kenji,
    });
    day.write('two', '2\n', {
      message: 'Print rows\n\nCo-authored-by: kj <kj@home.example>\nCo-authored-by: -x <x@x>',
      minute: 1,
    });
    const { items } = await tell(repository, { who: ann });
    assert.deepEqual(
      items.flatMap(({ commits }) => commits.map((told) => [told.subject, told.coAuthored, told.with])),
      [
        ['Print rows', false, ['Kenji Ito', '-x']],
        ['Parse rows', true, ['Kenji Ito']],
      ],
    );
  });

  it('is not called by the words of a merge queue', async () => {
    for (const name of ['sort', 'hash']) {
      day.checkout('-b', name, 'main');
      day.write(name, 'x\n', { message: `Try to ${name} keys`, date: yesterday });
    }
    day.checkout('main');
    const date = today(1);
    const bors = { GIT_AUTHOR_NAME: 'bors[bot]', GIT_AUTHOR_EMAIL: 'bors[bot]@users.noreply.github.com' };
    const merged = { ...bors, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    day.repository.gitWith(merged, 'merge', '--quiet', '--no-ff', '-m', 'Merge #21 #22', 'sort', 'hash');
    day.push('main');
    const { items } = await tell(day.repository);
    assert.deepEqual(
      items.map(({ ticket, title, commits }) => [ticket, title, commits.length]),
      [
        ['#21', 'Try to sort keys', 1],
        ['#22', 'Try to hash keys', 1],
      ],
    );
  });

  it('says of a commit that only the remote has that it is not here', async () => {
    day.checkout('-b', 'split');
    day.write('split', '1\n', { message: 'Split rows' });
    day.push('split');
    day.write('split', '2\n', { message: 'Split rows of before', minute: 1 });
    day.push('split');
    day.repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    const { items } = await tell(day.repository);
    assert.deepEqual(
      items.flatMap(({ commits }) => commits.map(({ subject, elsewhere }) => [subject, elsewhere])),
      [
        ['Split rows of before', true],
        ['Split rows', undefined],
      ],
    );
  });
});
