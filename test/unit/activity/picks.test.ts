import assert from 'node:assert/strict';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { handoffInput } from '../drafts/support';
import type { TemporaryRepository } from '../support/temporaryRepository';
import { interval, kenji, tell, today } from './realDay';
import { RepositoryDay } from './repositoryDay';

/** A fix that was picked for another place, where its lines are others. */
describe('a change that was picked with other content', () => {
  let day: RepositoryDay;
  let repository: TemporaryRepository;
  beforeEach(() => {
    day = RepositoryDay.begin();
    repository = day.repository;
    day.write('pool', 'one\ntwo\nthree\n', { message: 'Make a pool' });
    day.push('main');
  });
  afterEach(() => day.end());

  const pick = (hash: string, minute: number, result: string) => {
    try {
      day.redated(minute, 'cherry-pick', hash);
    } catch {
      repository.write('pool.txt', result).git('add', '--all');
      day.redated(minute, '-c', 'core.editor=true', 'cherry-pick', '--continue');
    }
  };

  it('is told where it landed first, with the lines of releases that have it in other words', async () => {
    day.checkout('-b', 'release/2.0');
    day.write('pool', 'one\n2\nthree\n', { message: 'Count with figures' });
    day.push('release/2.0');
    day.checkout('main');
    const fix = day.write('pool', 'one\nTWO\nthree\n', { message: 'Close the pool', minute: 1 });
    day.push('main');
    day.checkout('release/2.0');
    pick(fix, 2, 'one\n2 closed\nthree\n');
    day.push('release/2.0');
    const { items } = await tell(repository);
    const [commit, ...others] = items.flatMap(({ commits, into }) =>
      commits.filter(({ subject }) => subject === 'Close the pool').map((told) => ({ ...told, into })),
    );
    assert.deepEqual([commit?.hash, commit?.alsoOn, commit?.into], [fix, ['release/2.0'], null]);
    assert.deepEqual(others, []);
  });

  it('is told with the lines of releases that took more or fewer lines of it as such', async () => {
    const write = (text: string, minute: number) =>
      repository.write('pool.ts', text).commit({ date: today(minute), message: 'Close the pool' });
    write('one\ntwo\nthree\n', 0);
    day.push('main');
    day.checkout('-b', 'release/2.0');
    day.push('release/2.0');
    day.checkout('main');
    write('ONE\ntwo\nTHREE\n', 1);
    day.push('main');
    day.checkout('release/2.0');
    write('ONE\ntwo\nthree\n', 1);
    day.push('release/2.0');
    const activity = { interval, repositories: [await tell(repository)], missing: [] };
    assert.match(
      draftHandoff(handoffInput({ activity })).text,
      /^- Close the pool · merged, with other lines in `release\/2\.0` too$/m,
    );
  });

  it('is open on a branch off a line of releases, where git does not note that it was picked', async () => {
    day.checkout('-b', 'release/2.0');
    day.write('line', 'line\n', { message: 'Begin the line' });
    day.push('release/2.0');
    for (const [branch, base] of [
      ['back', 'release/2.0'],
      ['backup', 'main'],
    ] as const) {
      day.checkout('-b', branch, base);
    }
    day.checkout('main');
    const fix = day.write('pool', 'one\nTWO\nthree\n', { message: 'Close the pool', minute: 1 });
    day.push('main');
    for (const branch of ['back', 'backup']) {
      day.checkout(branch);
      pick(fix, 2, '');
      day.push(branch);
    }
    const { items } = await tell(repository);
    const own = items.filter(({ commits }) => commits.some(({ subject }) => subject === 'Close the pool'));
    assert.deepEqual(
      own.map(({ branch, standing }) => [branch, standing]),
      [
        ['back', 'pushed'],
        [null, 'merged'],
      ],
    );
  });

  it('is merged at a release that only the remote has a branch of', async () => {
    repository.git('push', '--quiet', 'origin', 'main:refs/heads/2.4.x');
    day.write('pool', 'one\n2\nthree\n', { message: 'Count with figures' });
    day.push('main');
    day.checkout('-b', 'hot', 'origin/2.4.x');
    day.write('pool', 'one\nTWO\nthree\n', { message: 'Close the pool', minute: 1 });
    repository.git('push', '--quiet', 'origin', 'hot:refs/heads/2.4.x');
    const { items } = await tell(repository);
    assert.deepEqual(
      items.filter(({ title }) => title === 'Close the pool').map(({ standing, into }) => [standing, into]),
      [['merged', '2.4.x']],
    );
  });

  it('is open on the branch that takes it to the default branch, and merged at the release', async () => {
    day.checkout('-b', 'release/5');
    day.push('release/5');
    day.checkout('main');
    day.write('pool', 'one\n2\nthree\n', { message: 'Count with figures' });
    day.push('main');
    day.checkout('-b', 'hot', 'release/5');
    day.write('pool', 'one\nTWO\nthree\n', { message: 'Close the pool', minute: 1 });
    day.push('hot');
    const landed = day.squash('hot', 'release/5', 'Close the pool (#80)', today(2));
    repository.git('push', '--quiet', 'origin', '--delete', 'hot');
    day.checkout('-b', 'forward', 'main');
    pick(landed, 3, 'one\n2 closed\nthree\n');
    day.push('forward');
    const { items, invisible } = await tell(repository);
    assert.deepEqual(
      items.filter(({ key }) => key === '#80').map(({ branch, into, standing }) => [branch, into, standing]),
      [
        ['forward', null, 'pushed'],
        [null, 'release/5', 'merged'],
      ],
    );
    assert.deepEqual(invisible.unpushed, []);
  });

  describe('with git noting from where', () => {
    const told = async () =>
      (await tell(repository)).items.map(({ branch, standing, commits }) => {
        const words = commits.map(({ subject, alsoOn }) => [subject, ...alsoOn].join(' '));
        return [branch, standing, ...words.filter((each) => each !== 'Make a pool')].join(': ');
      });
    const line = (name: string, text: string) => {
      day.checkout('-b', name, 'main');
      day.write(name.replace('/', '-'), text, {
        message: `Begin ${name}`,
        date: '2026-11-10T10:00:00Z',
        author: kenji,
      });
      day.push(name);
    };
    const take = (hash: string, branch: string, from: string, minute: number) => {
      day.checkout('-b', branch, from);
      day.redated(minute, 'cherry-pick', '-x', hash);
      day.push(branch);
    };
    let fix: string;
    beforeEach(() => {
      line('release/2.0', '2\n');
      line('release/1.9', '1\n');
      day.checkout('main');
      fix = day.write('pool', 'one\nTWO\nthree\n', { message: 'Close the pool' });
      day.push('main');
    });

    it('waits on each branch that takes it to a line of releases, also beside where it landed', async () => {
      take(fix, 'backport/2.0', 'release/2.0', 1);
      take(fix, 'backport/1.9', 'release/1.9', 2);
      const open = (branch: string) => `${branch}: pushed: Close the pool`;
      assert.deepEqual((await told()).slice(0, 2), [open('backport/1.9'), open('backport/2.0')]);
      assert.ok((await told()).includes(': merged: Close the pool'));
      const landed = day.squash('backport/2.0', 'release/2.0', 'Close the pool (#81)', today(3));
      assert.ok(landed);
      assert.ok(!(await told()).some((each) => each.startsWith('backport/2.0')));
    });

    it('is no work of its own on a branch that goes on with it', async () => {
      take(fix, 'topic', 'main~1', 1);
      day.write('topic', 'topic\n', { message: 'Go on', minute: 2 });
      day.push('topic');
      assert.ok((await told()).includes('topic: pushed: Go on'));
      assert.ok((await told()).includes(': merged: Close the pool topic'));
    });

    it('is in no line of releases that took it back or took a part of it', async () => {
      const both = repository
        .write('a.ts', 'a\n')
        .write('b.ts', 'b\n')
        .commit({ date: today(1), message: 'Draw both' });
      day.push('main');
      day.checkout('release/2.0');
      day.redated(2, 'cherry-pick', '-x', both);
      repository.git('rm', '--quiet', 'b.ts');
      day.redated(3, 'commit', '--quiet', '--amend', '--no-edit');
      day.redated(4, 'cherry-pick', '-x', fix);
      day.redated(5, '-c', 'user.name=Kenji Ito', '-c', 'user.email=kenji@example.com', 'revert', '--no-edit', 'HEAD');
      day.push('release/2.0');
      day.checkout('release/1.9');
      day.redated(6, 'cherry-pick', '-x', fix);
      day.redated(7, 'revert', '--no-edit', 'HEAD');
      day.push('release/1.9');
      const { items, undone = [] } = await tell(repository);
      const landed = items.flatMap(({ commits }) => commits).filter(({ subject }) => /^(?:Draw|Close)/.test(subject));
      assert.deepEqual(
        landed.map(({ subject, alsoOn, revertedBy }) => [subject, alsoOn, revertedBy]),
        [
          ['Draw both', [], undefined],
          ['Close the pool', [], undefined],
        ],
      );
      assert.deepEqual(undone, []);
    });

    it('is no work of its own on a branch that was begun before the interval either', async () => {
      day.checkout('-b', 'older', 'main~1');
      day.write('older', 'older\n', { message: 'Begin older work', date: '2026-11-17T10:00:00Z' });
      take(fix, 'more', 'older', 1);
      day.checkout('main');
      assert.deepEqual(
        (await told()).filter((each) => each.includes('Close the pool')),
        [': merged: Close the pool more'],
      );
    });
  });
});
