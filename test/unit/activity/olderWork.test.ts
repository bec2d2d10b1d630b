import assert from 'node:assert/strict';
import { TemporaryRepository } from '../support/temporaryRepository';
import { gather, kenji, linesOf, tell, today, yesterday } from './realDay';

const lastWeek = '2026-11-12T10:00:00Z';

/** Work from before the interval: what others merged of it now, and what is still open. */
describe('work from before the interval', () => {
  let origin: TemporaryRepository;
  let repository: TemporaryRepository;
  beforeEach(() => {
    origin = TemporaryRepository.create();
    origin.commit({ date: '2026-11-02T09:00:00Z', message: 'begin' });
    origin.git('config', 'receive.denyCurrentBranch', 'ignore');
    repository = origin.clone();
    repository.git('config', 'user.name', 'Ann');
    repository.git('config', 'user.email', 'ann@example.com');
  });
  afterEach(() => {
    repository.dispose();
    origin.dispose();
  });
  const branch = (name: string, ...more: readonly string[]) =>
    repository.git('checkout', '--quiet', '-b', name, ...more);
  const push = (name: string) => repository.git('push', '--quiet', '-u', 'origin', name);
  const work = (name: string, subject: string, author?: string) => {
    branch(name, 'main');
    repository.write(`${name}.txt`, `${name}\n`);
    repository.commit({ date: lastWeek, message: subject, ...(author && { author }) });
  };
  const older = async () => (await tell(repository)).older?.map((each) => [each.branch, each.title, each.pushed]) ?? [];

  it('is news on the day on which another person merges it', async () => {
    work('fast', 'Balance faster');
    push('fast');
    repository.git('checkout', '--quiet', 'main');
    const merge = ['merge', '--quiet', '--no-ff', '-m', 'Merge pull request #3 from ann/fast\n\nFaster'];

    const by = {
      GIT_AUTHOR_DATE: today(0),
      GIT_COMMITTER_DATE: today(0),
      GIT_AUTHOR_NAME: 'Kenji Ito',
      GIT_AUTHOR_EMAIL: 'kenji@example.com',
    };
    repository.gitWith(
      { ...by, GIT_COMMITTER_NAME: 'Kenji Ito', GIT_COMMITTER_EMAIL: 'kenji@example.com' },
      ...merge,
      'fast',
    );
    push('main');
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['#3: Balance faster new merged']);
    assert.equal(
      activity.omissions.some(({ reason }) => reason === 'dated-before'),
      false,
    );
  });

  it('is told while it is open, the newest first, and never as not pushed where it is', async () => {
    work('pushed', 'Look up limits');
    push('pushed');
    work('local', 'Split by region');
    repository.git('checkout', '--quiet', 'main');
    const found = await older();
    assert.deepEqual(found.toSorted(), [
      ['local', 'Split by region', false],
      ['pushed', 'Look up limits', true],
    ]);
  });

  it('is told where the interval only brought its branch up to date', async () => {
    work('synced', 'Look up limits');
    push('synced');
    repository.git('checkout', '--quiet', 'main');
    repository.write('main.txt', 'more\n').commit({ date: yesterday, message: 'Go on', author: kenji });
    push('main');
    repository.git('checkout', '--quiet', 'synced');
    const now = { GIT_AUTHOR_DATE: today(0), GIT_COMMITTER_DATE: today(0) };
    repository.gitWith(now, 'merge', '--quiet', '--no-edit', 'main');
    push('synced');
    assert.deepEqual(await older(), [['synced', 'Look up limits', true]]);
  });

  it('is not told of a branch that work of the interval was merged into', async () => {
    work('epic', 'Begin the epic');
    push('epic');
    branch('part');
    repository.write('part.txt', 'part\n').commit({ date: today(0), message: 'Write a part' });
    push('part');
    repository.git('checkout', '--quiet', 'epic');
    const now = { GIT_AUTHOR_DATE: today(1), GIT_COMMITTER_DATE: today(1) };
    repository.gitWith(now, 'merge', '--quiet', '--no-ff', '--no-edit', 'part');
    push('epic');
    assert.deepEqual(await older(), []);
  });

  it("is not told of a colleague's branch, a copy, a merged one, or one that is gone at the remote", async () => {
    work('theirs', 'An idea', kenji);
    work('mine', 'Look up limits');
    repository.write('mine.txt', 'more\n').commit({ date: yesterday, message: 'Look up more limits' });
    repository.git('branch', 'backup', 'mine~1');
    work('gone', 'Dropped');
    push('gone');
    repository.git('push', '--quiet', 'origin', '--delete', 'gone');
    work('landed', 'Round half up');
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--ff-only', 'landed');
    push('main');
    assert.deepEqual(await older(), [['mine', 'Look up limits', false]]);
  });

  it('is not told where it landed as one commit with its subject, or with its whole patch', async () => {
    work('named', 'Round half up');
    push('named');
    work('patched', 'Count twice');
    push('patched');
    repository.git('checkout', '--quiet', 'main');
    repository.write('named.txt', 'as reviewed\n').commit({ date: lastWeek, message: 'Round half up (#4)' });
    repository.write('patched.txt', 'patched\n').commit({ date: lastWeek, message: 'Another title (#5)' });
    push('main');
    assert.deepEqual(await older(), []);
  });

  it('is not told where a colleague squashed it under other words, with a file of their own', async () => {
    for (const name of ['split', 'other']) {
      work(name, `Work on ${name}`);
      push(name);
    }
    repository.git('checkout', '--quiet', 'main');
    repository.write('split.txt', 'split\n').write('other.txt', 'other words\n').write('CHANGES.md', 'both\n');
    repository.commit({ date: yesterday, message: 'Bring both in', author: kenji });
    push('main');
    assert.deepEqual(await older(), [['other', 'Work on other', true]]);
  });

  it('is merged where it was squashed after the note that told of it', async () => {
    work('told', 'Round half up');
    push('told');
    const tip = repository.git('rev-parse', 'told');
    repository.git('push', '--quiet', 'origin', '--delete', 'told');
    const stateOf = async () => {
      const { branches, invisible } = await tell(repository, { told: [tip] });
      return [branches.find(({ branch: name }) => name === 'told')?.state, invisible.unpushed.length];
    };
    repository.git('checkout', '--quiet', 'main');
    assert.deepEqual(await stateOf(), ['gone', 1]);
    repository.write('told.txt', 'told\n').commit({ date: yesterday, message: 'Rounding (#6)' });
    push('main');
    assert.deepEqual(await stateOf(), ['merged', 0]);
  });

  it('names the branch that went on today', async () => {
    work('long', 'Count every entry twice');
    repository.write('long.txt', 'more\n').commit({ date: today(1), message: 'update' });
    const [item] = (await tell(repository)).items;
    assert.deepEqual([item?.title, item?.before], ['Count every entry twice', 1]);
  });

  it('is not told where there is nothing that it could be merged into', async () => {
    const alone = TemporaryRepository.create();
    alone.git('checkout', '--quiet', '-b', 'work');
    alone.commit({ date: lastWeek, message: 'Work' });
    const { repositories } = await gather(alone.root);
    assert.equal(repositories[0]?.older, undefined);
    alone.dispose();
  });
});
