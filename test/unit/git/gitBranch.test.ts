import assert from 'node:assert/strict';
import { neverCancelled } from '../../../src/core/ports';
import { isBranch } from '../../../src/core/pullRequests/branchFacts';
import { GitBranch } from '../../../src/git/pullRequests/gitBranch';
import { GitUnanswered } from '../../../src/git/result';
import { GitRunner } from '../../../src/git/runner';
import { removeFolder, TemporaryRepository, temporaryFolder } from '../support/temporaryRepository';
import { gitHost } from './gitHost';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T09:00:00Z`;

describe('the branch of a pull request', () => {
  const made: TemporaryRepository[] = [];
  let begun: TemporaryRepository;
  before(() => {
    begun = TemporaryRepository.create();
    made.push(begun);
    begun.write('a.ts', 'one\n').commit({ date: day(1), message: 'Begin' });
  });
  const repository = () => {
    const created = begun.copy();
    made.push(created);
    return created;
  };
  const cloned = (origin: TemporaryRepository, ...options: string[]) => {
    const clone = origin.clone(...options);
    made.push(clone);
    return clone;
  };
  /** `main` with one commit more than where `topic` left it; `topic` is checked out. */
  const withTopic = (at: TemporaryRepository, name = 'topic') => {
    at.git('checkout', '--quiet', '-b', name);
    at.write('b.ts', 'two\n').commit({
      date: day(2),
      message: 'Split\n\nBecause it locks.\n\nFixes #12\nSigned-off-by: A <a@x>',
    });
    return at;
  };
  const read = (at: TemporaryRepository, base: string | null = null) =>
    new GitBranch(new GitRunner(gitHost())).read({ folder: at.root, base }, neverCancelled);
  const baseOf = async (at: TemporaryRepository, base: string | null = null) => {
    const answer = await read(at, base);
    if (!isBranch(answer)) return `${answer.reason} ${answer.detail}`.trim();
    const { name, remote, found } = answer.base;
    return `${remote === null ? '' : `${remote}/`}${name} ${found}: ${answer.commits.map(({ subject }) => subject).join(', ')}`;
  };

  after(() => {
    for (const { root } of made) removeFolder(root);
  });

  it('is told with its commits, their files and trailers, and all of it as one patch', async () => {
    const at = withTopic(repository());
    at.write('b.ts', 'three\n').commit({ date: day(3), message: 'Rename' });
    const answer = await read(at);
    assert.ok(isBranch(answer));
    const { branch, commits, files, truncated, limits } = answer;
    assert.deepEqual({ branch, truncated, limits }, { branch: 'topic', truncated: false, limits: [] });
    assert.deepEqual(
      commits.map(({ subject, body, trailers, files: own }) => ({ subject, body, trailers, own })),
      [
        { subject: 'Rename', body: '', trailers: '', own: ['b.ts'] },
        { subject: 'Split', body: 'Because it locks.', trailers: 'Fixes #12\nSigned-off-by: A <a@x>', own: ['b.ts'] },
      ],
    );
    assert.deepEqual(files, [{ path: 'b.ts', from: null, added: 1, removed: 0, status: 'added' }]);
  });

  it('is told with words that git takes for trailers', async () => {
    const at = repository();
    at.git('checkout', '--quiet', '-b', 'topic');
    const lists = [
      '- : an empty name\n- : a comma in it',
      'Frontend: show the region too\nBackend: keep it for the close',
    ];
    lists.forEach((list, number) => {
      at.write('b.ts', `${number}\n`).commit({ date: day(2 + number), message: `Test\n\n${list}` });
    });
    at.write('b.ts', 'x\n').commit({ date: day(5), message: 'Test\n\nJira: LED-42\nReviewed-by: A <a@x>' });
    const answer = await read(at);
    assert.ok(isBranch(answer));
    assert.deepEqual(
      answer.commits.map(({ body, trailers }) => [body, trailers]),
      [['', 'Jira: LED-42\nReviewed-by: A <a@x>'], ...lists.toReversed().map((list) => [list, ''])],
    );
  });

  it('leaves out what the base has, and merges of it', async () => {
    const at = withTopic(repository());
    at.git('checkout', '--quiet', 'main');
    at.write('c.ts', 'x\n').commit({ date: day(3), message: 'Other' });
    at.git('checkout', '--quiet', 'topic');
    at.git('merge', '--quiet', '--no-edit', 'main');
    const answer = await read(at);
    assert.ok(isBranch(answer));
    assert.deepEqual(
      answer.commits.map(({ subject }) => subject),
      ['Split'],
    );
    assert.deepEqual(
      answer.files?.map(({ path }) => path),
      ['b.ts'],
    );
  });

  it('has the default branch of its remote as base', async () => {
    const origin = repository();
    origin.git('branch', '-m', 'production');
    assert.equal(await baseOf(withTopic(cloned(origin))), 'origin/production default: Split');
  });

  it('has the nearest of several', async () => {
    const at = repository();
    at.git('checkout', '--quiet', '-b', 'develop');
    at.commit({ date: day(2), message: 'On develop' });
    assert.equal(await baseOf(withTopic(at)), 'develop nearest: Split');
  });

  it('has the one of a fork at upstream', async () => {
    const upstream = repository();
    const fork = cloned(upstream);
    const at = cloned(fork);
    upstream.commit({ date: day(2), message: 'Newer' });
    at.git('remote', 'add', 'upstream', `file://${upstream.root}`);
    at.git('fetch', '--quiet', 'upstream');
    at.git('checkout', '--quiet', 'upstream/main');
    assert.equal(await baseOf(withTopic(at)), 'upstream/main default: Split');
  });

  for (const [variable, value] of [
    ['gh-merge-base', 'release'],
    ['vscode-merge-base', 'origin/release'],
    ['github-pr-base-branch', 'acme#ledger#release'],
    ['merge', 'refs/heads/release'],
  ] as const) {
    it(`has the one that tools have recorded: ${variable}`, async () => {
      const origin = repository();
      origin.git('branch', 'release');
      const at = withTopic(cloned(origin));
      at.git('config', `branch.topic.${variable}`, value);
      assert.equal(await baseOf(at), 'origin/release recorded: Split');
    });
  }

  it('does not take the branch itself for its base once it is pushed', async () => {
    const origin = repository();
    const at = withTopic(cloned(origin));
    at.git('push', '--quiet', '--set-upstream', 'origin', 'topic');
    assert.equal(await baseOf(at), 'origin/main default: Split');
  });

  it('does not take the branch itself for its base where it is pushed under another name', async () => {
    const at = withTopic(cloned(repository()));
    at.git('push', '--quiet', '--set-upstream', 'origin', 'topic:ann/topic');
    at.git('config', 'branch.topic.vscode-merge-base', 'origin/topic');
    assert.equal(await baseOf(at), 'origin/main default: Split');
  });

  it('has the line of releases that it was made from', async () => {
    const origin = repository();
    origin.git('checkout', '--quiet', '-b', 'release/7');
    origin.commit({ date: day(2), message: 'Only in 7' });
    origin.git('checkout', '--quiet', 'main');
    const at = cloned(origin);
    at.git('checkout', '--quiet', '--no-track', '-b', 'start', 'origin/release/7');
    assert.equal(await baseOf(withTopic(at)), 'origin/release/7 nearest: Split');
    at.git('checkout', '--quiet', '--no-track', '-b', 'other', 'origin/main');
    at.commit({ date: day(3), message: 'For main' });
    assert.equal(await baseOf(at), 'origin/main default: For main');
  });

  it('has the only other branch, whatever its name', async () => {
    const origin = repository();
    origin.git('branch', '-m', 'production');
    const at = withTopic(cloned(origin));
    at.git('remote', 'set-head', 'origin', '--delete');
    at.git('push', '--quiet', 'origin', 'topic:ann/topic');
    assert.equal(await baseOf(at), 'origin/production only: Split');
    at.git('push', '--quiet', 'origin', 'production:another');
    assert.equal(await baseOf(at), 'no-base topic');
  });

  it('tells the branches that it was built on, but not its own copies', async () => {
    const at = withTopic(cloned(repository()), 'first');
    at.git('push', '--quiet', 'origin', 'first');
    at.git('checkout', '--quiet', '-b', 'second');
    at.commit({ date: day(3), message: 'Second' });
    at.git('push', '--quiet', 'origin', 'second:ann/second');
    at.commit({ date: day(4), message: 'Third' });
    const answer = await read(at);
    assert.ok(isBranch(answer));
    assert.deepEqual(answer.buildsOn, ['first']);
    assert.equal(answer.builtOnTip, at.git('rev-parse', 'first').trim());
    const first = await read(at, 'origin/first');
    assert.ok(isBranch(first));
    assert.deepEqual(first.buildsOn, []);
    assert.equal(first.builtOnTip, null);
  });

  it('tells a branch that is only local where this one was begun or put on its tip, but no mark on the way', async () => {
    const buildsOn = async () => {
      const answer = await read(at);
      return isBranch(answer) ? answer.buildsOn : answer.reason;
    };
    const at = withTopic(repository(), 'first');
    at.git('checkout', '--quiet', '-b', 'second');
    at.write('c.ts', 'c\n').commit({ date: day(3), message: 'Second' });
    at.git('branch', 'second-backup');
    at.write('c.ts', 'd\n').commit({ date: day(4), message: 'Third' });
    assert.deepEqual(await buildsOn(), ['first']);
    at.git('checkout', '--quiet', 'first');
    at.write('d.ts', 'd\n').commit({ date: day(5), message: 'More' });
    at.git('checkout', '--quiet', 'second');
    assert.deepEqual(await buildsOn(), []);
    at.git('rebase', '--quiet', 'first');
    assert.deepEqual(await buildsOn(), ['first']);
  });

  it('is never the branch itself, even if others are merged into that', async () => {
    assert.equal(await baseOf(withTopic(repository(), 'develop')), 'main default: Split');
  });

  it('takes a base that is given: a branch, one at a remote, a commit', async () => {
    const at = withTopic(cloned(repository()));
    for (const [given, wanted] of [
      ['main', 'origin/main given: Split'],
      ['origin/main', 'origin/main given: Split'],
      ['refs/remotes/origin/main', 'origin/main given: Split'],
      ['HEAD~1', 'HEAD~1 given: Split'],
      ['nowhere', 'unknown-base nowhere'],
      ['--output=x', 'unknown-base --output=x'],
    ] as const) {
      assert.equal(await baseOf(at, given), wanted);
    }
  });

  it('is told on a detached HEAD', async () => {
    const at = withTopic(repository());
    at.git('checkout', '--quiet', '--detach');
    const answer = await read(at);
    assert.ok(isBranch(answer) && answer.branch === null && answer.base.name === 'main');
  });

  it('is told of the default branch itself where the remote lacks something', async () => {
    const at = cloned(repository());
    assert.equal(await baseOf(at), 'on-base main');
    at.commit({ date: day(2), message: 'Ahead' });
    assert.equal(await baseOf(at), 'origin/main default: Ahead');
  });

  it('says why there is none', async () => {
    const unborn = TemporaryRepository.create();
    made.push(unborn);
    assert.match(await baseOf(unborn), /^unborn/);

    const alone = repository();
    assert.equal(await baseOf(alone), 'on-base main');
    alone.git('branch', '-m', 'topic');
    assert.equal(await baseOf(alone), 'no-base topic');
    alone.git('branch', 'main');
    assert.equal(await baseOf(alone), 'nothing main');

    const orphan = repository();
    orphan.git('checkout', '--quiet', '--orphan', 'other');
    orphan.commit({ date: day(2), message: 'Alone' });
    assert.equal(await baseOf(orphan), 'unrelated main');

    const folder = temporaryFolder();
    try {
      const answer = await new GitBranch(new GitRunner(gitHost())).read({ folder, base: null }, neverCancelled);
      assert.ok(!isBranch(answer) && answer.reason === 'no-repository');
    } finally {
      removeFolder(folder);
    }
  });

  it('says that it is merged already, by a squash, and describes it all the same for a base that is given', async () => {
    const origin = repository();
    const at = withTopic(cloned(origin));
    at.write('c.ts', 'three\n').commit({ date: day(3), message: 'Split more' });
    origin
      .write('b.ts', 'two\n')
      .write('c.ts', 'three\n')
      .commit({ date: day(4), message: 'Split it (#12)' });
    at.git('fetch', '--quiet');
    assert.equal(await baseOf(at), 'landed main: Split it (#12)');
    assert.equal(await baseOf(at, 'origin/main'), 'origin/main given: Split more, Split');
    at.write('d.ts', 'four\n').commit({ date: day(5), message: 'Split again' });
    assert.match(await baseOf(at), /^origin\/main default: Split again/);
    const more = await read(at);
    assert.ok(isBranch(more));
    // What the base has the same of already is no part of the change.
    assert.deepEqual(
      more.files?.map(({ path }) => path),
      ['d.ts'],
    );
    assert.equal(more.commits.length, 3);
    // Taken back on the branch alone: merged, it would change nothing.
    at.git('rm', '--quiet', 'c.ts', 'd.ts');
    at.commit({ date: day(6), message: 'Do without' });
    assert.equal(await baseOf(at), 'landed main: each file that it changes is the same there');
  });

  it('leaves out the lower branch that was squashed, and from which the base went on', async () => {
    const at = withTopic(repository());
    at.write('b.ts', 'two\nhalf\n').commit({ date: day(3), message: 'Split in halves' });
    at.git('checkout', '--quiet', '-b', 'upper');
    at.write('c.ts', 'three\n').commit({ date: day(4), message: 'Show both' });
    at.git('checkout', '--quiet', 'main');
    at.write('b.ts', 'two\nhalf\n').commit({ date: day(5), message: 'Halves (#7)' });
    at.write('b.ts', 'TWO\nhalf\n').commit({ date: day(6), message: 'In capitals' });
    at.git('checkout', '--quiet', 'upper');
    const answer = await read(at, 'main');
    assert.ok(isBranch(answer));
    assert.deepEqual([answer.landed?.size, answer.files?.map(({ path }) => path)], [2, ['c.ts']]);
    at.git('checkout', '--quiet', 'topic');
    const whole = await read(at, 'main');
    assert.ok(isBranch(whole));
    assert.deepEqual([whole.landed, whole.files?.map(({ path }) => path)], [undefined, ['b.ts']]);
  });

  it('says whose work its reverts take back, but not of one that brings work back', async () => {
    const at = repository();
    const [author, date] = ['Bo Berg <bo@example.com>', day(2)];
    at.write('b.ts', 'two\n').commit({ date, message: 'Faster search (#95)', author });
    at.git('checkout', '--quiet', '-b', 'undo');
    at.git('revert', '--no-edit', 'HEAD');
    const [revert, work] = [at.git('rev-parse', 'HEAD'), at.git('rev-parse', 'main')];
    const answer = await read(at, 'main');
    assert.ok(isBranch(answer));
    assert.match(answer.commits[0]?.body ?? '', new RegExp(`This reverts commit ${work}`));
    assert.deepEqual(answer.takesBack, [{ revert, request: '#95', authors: ['Bo Berg'] }]);
    at.git('checkout', '--quiet', '-b', 'again');
    at.git('revert', '--no-edit', 'HEAD');
    const again = await read(at, 'undo');
    assert.equal(isBranch(again) && again.takesBack, undefined);
  });

  it('says that a clone is too shallow to know', async () => {
    const origin = withTopic(repository());
    origin.git('checkout', '--quiet', 'main');
    origin.commit({ date: day(3), message: 'Newer' });
    origin.git('checkout', '--quiet', 'topic');
    const at = cloned(origin, '--depth=1', '--no-single-branch');
    at.git('checkout', '--quiet', 'topic');
    assert.equal(await baseOf(at, 'main'), 'shallow main');
  });

  it('rejects where it is cancelled, and at no other time', async () => {
    const at = withTopic(repository());
    const cancelled = new GitBranch(new GitRunner(gitHost())).read(
      { folder: at.root, base: null },
      AbortSignal.abort(),
    );
    await assert.rejects(cancelled, GitUnanswered);
    const untrusted = new GitBranch(new GitRunner(gitHost({ isTrusted: () => false })));
    const answer = await untrusted.read({ folder: at.root, base: null }, neverCancelled);
    assert.ok(!isBranch(answer) && answer.reason === 'unanswered');
  });
});
