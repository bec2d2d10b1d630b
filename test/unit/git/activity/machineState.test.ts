import assert from 'node:assert/strict';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { neverCancelled } from '../../../../src/core/ports';
import { removeFolder, TemporaryRepository, temporaryFolder } from '../../support/temporaryRepository';
import { activityWith, at, countingHost, day, earlier, factsOf, hashesIn, subjectsIn } from './activityReader';

/** docs/adr/0018: what is on this machine and not in a commit. */
describe('the state of a working tree', () => {
  let repository: TemporaryRepository;
  const extra: TemporaryRepository[] = [];
  beforeEach(() => {
    repository = TemporaryRepository.create();
  });
  afterEach(() => {
    for (const one of extra.splice(0)) one.dispose();
    repository.dispose();
  });

  const keep = (one: TemporaryRepository) => {
    extra.push(one);
    return one;
  };
  const base = () => repository.write('base.txt', 'base\n').commit({ date: earlier, message: 'base' });
  const dates = { GIT_AUTHOR_DATE: at(9), GIT_COMMITTER_DATE: at(9) };
  const stash = (...args: readonly string[]) => repository.gitWith(dates, 'stash', 'push', '--quiet', ...args);
  /** Two branches that change one line differently. */
  const clash = () => {
    base();
    repository.git('checkout', '--quiet', '-b', 'topic');
    repository.write('base.txt', 'topic\n').commit({ date: at(8), message: 'topic' });
    repository.git('checkout', '--quiet', 'main');
    return repository.write('base.txt', 'main\n').commit({ date: at(9), message: 'main' });
  };

  it('F10: lists changed files by kind', async () => {
    repository.write('gone.txt', 'x\n').write('old name.txt', 'a long line\n');
    base();
    repository.write('base.txt', 'changed\n').write('staged.txt', 's\n').write('new folder/new "file".txt', 'n\n');
    repository.git('add', 'staged.txt');
    repository.git('mv', 'old name.txt', 'new name.txt');
    rmSync(join(repository.root, 'gone.txt'));
    const [worktree] = (await factsOf(repository)).worktrees;
    assert.deepEqual(worktree?.changes, [
      { path: 'base.txt', kind: 'unstaged' },
      { path: 'gone.txt', kind: 'unstaged' },
      { path: 'new name.txt', kind: 'staged' },
      { path: 'staged.txt', kind: 'staged', added: true },
      { path: 'new folder/', kind: 'untracked' },
    ]);
  });

  it('F10: lists stashes, and their inner commits never as commits', async () => {
    base();
    repository.write('base.txt', 'one\n');
    stash();
    repository.write('base.txt', 'two\n').write('new.txt', 'n\n');
    stash('--include-untracked', '--message', 'half of LED-42: see | note');
    const facts = await factsOf(repository);
    assert.deepEqual(subjectsIn(facts), []);
    assert.deepEqual(facts.stashes, [
      {
        message: 'On main: half of LED-42: see | note',
        created: Date.parse(at(9)),
        branch: 'main',
        files: ['base.txt', 'new.txt'],
      },
      { message: facts.stashes[1]?.message, created: Date.parse(at(9)), branch: 'main', files: ['base.txt'] },
    ]);
    assert.match(facts.stashes[1]?.message ?? '', /^WIP on main: [0-9a-f]+ base$/);
  });

  it('F10: asks git for the stashes where their log is no plain file', async function () {
    if (process.platform === 'win32') this.skip();
    base();
    repository.write('base.txt', 'one\n');
    stash('--message', 'kept');
    const log = join(repository.root, '.git', 'logs', 'refs', 'stash');
    renameSync(log, `${log}.elsewhere`);
    symlinkSync(`${log}.elsewhere`, log);
    const { host, verbs } = countingHost();
    const facts = await factsOf(repository, {}, activityWith(host));
    assert.deepEqual(facts.stashes, [
      { message: 'On main: kept', created: Date.parse(at(9)), branch: 'main', files: ['base.txt'] },
    ]);
    assert.equal(verbs.filter((verb) => verb === 'log').length, 4);
  });

  it('F10: tells operations that wait for a person, and their conflicts', async () => {
    const main = clash();
    const attempt = (...args: readonly string[]) => assert.throws(() => repository.gitWith(dates, ...args));
    const here = async () => (await factsOf(repository)).worktrees[0];
    for (const [operation, start, abort] of [
      ['merge', ['merge', 'topic'], ['merge', '--abort']],
      ['cherry-pick', ['cherry-pick', 'topic'], ['cherry-pick', '--abort']],
      ['rebase', ['rebase', 'topic'], ['rebase', '--abort']],
      ['revert', ['revert', '--no-edit', 'topic'], ['revert', '--abort']],
    ] as const) {
      attempt(...start);
      const worktree = await here();
      assert.deepEqual(worktree?.operations, [operation]);
      assert.deepEqual(worktree.changes, [{ path: 'base.txt', kind: 'conflict' }], operation);
      repository.git(...abort);
    }
    repository.git('bisect', 'start');
    assert.deepEqual((await here())?.operations, ['bisect']);
    assert.deepEqual((await here())?.head, { kind: 'branch', branch: 'main', hash: main });
  });

  it('F10: counts what is unpushed, of any age, also where nothing follows anything', async () => {
    base();
    const clone = keep(repository.clone());
    const facts = await factsOf(clone);
    assert.deepEqual([facts.unpushed, facts.hasRemote, facts.defaultBranch?.name], [[], true, 'main']);
    clone.git('checkout', '--quiet', '-b', 'topic', '--no-track');
    const old = clone.write('a.txt', 'a\n').commit({ date: earlier, message: 'old' });
    clone.git('checkout', '--quiet', '--detach', 'main');
    const detached = clone.write('b.txt', 'b\n').commit({ date: at(9), message: 'detached' });
    const after = await factsOf(clone);
    assert.deepEqual(after.unpushed, [detached, old]);
    assert.deepEqual(hashesIn(after), [detached]);
    assert.deepEqual(after.branches.map(({ name, upstream }) => [name, upstream]).sort(), [
      ['main', 'origin/main'],
      ['topic', null],
    ]);
  });

  it('F10: knows an upstream that is gone, and one that is only a branch here', async () => {
    base();
    const clone = keep(repository.clone());
    clone.git('checkout', '--quiet', '-b', 'local', '--track', 'main');
    clone.git('update-ref', '-d', 'refs/remotes/origin/main');
    const { branches, defaultBranch } = await factsOf(clone);
    assert.deepEqual(
      new Map(branches.map(({ name, upstream, upstreamTip }) => [name, [upstream, upstreamTip]])),
      new Map([
        ['main', ['origin/main', null]],
        ['local', [null, null]],
      ]),
    );
    assert.equal(defaultBranch?.name, 'main');
  });

  it('F10: has nothing to say of what is unpushed where there is no remote', async () => {
    base();
    const facts = await factsOf(repository);
    assert.deepEqual([facts.unpushed, facts.hasRemote], [null, false]);
  });

  it('F11: reads other worktrees with their own HEAD, and gives all of them one id', async () => {
    base();
    const linked = keep(repository.worktree('--detach'));
    const detached = linked.write('a.txt', 'a\n').commit({ date: at(9), message: 'in the worktree' });
    linked.write('b.txt', 'b\n');
    const gone = repository.worktree('-b', 'gone');
    removeFolder(gone.root);
    const facts = await factsOf(repository);
    assert.deepEqual(hashesIn(facts), [detached]);
    assert.deepEqual(facts.worktrees[1], {
      name: basename(linked.root),
      head: { kind: 'detached', hash: detached },
      operations: [],
      changes: [{ path: 'b.txt', kind: 'untracked' }],
    });
    assert.equal(facts.worktrees.length, 2);
    const there = await factsOf(linked);
    assert.deepEqual(
      there.worktrees.map(({ name }) => name),
      [basename(linked.root), basename(repository.root)],
    );
    assert.equal(there.id, facts.id);
    assert.ok(!facts.id.includes('/'));
  });

  it('F11: gives a submodule as a changed entry, and its path where it is checked out', async () => {
    const inner = keep(TemporaryRepository.create());
    inner.write('a.txt', 'a\n').commit({ date: earlier });
    base();
    repository.git('submodule', '--quiet', 'add', inner.root, 'libs/in ner');
    repository.commit({ date: earlier });
    const place = join(repository.root, 'libs', 'in ner');
    const moved = { root: place };
    repository.git(
      '-C',
      place,
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@x',
      'commit',
      '--quiet',
      '--allow-empty',
      '-mx',
    );
    const facts = await factsOf(repository);
    assert.deepEqual(facts.worktrees[0]?.changes, [{ path: 'libs/in ner', kind: 'submodule' }]);
    assert.deepEqual(facts.submodules, ['libs/in ner']);
    assert.notEqual((await factsOf(moved)).id, facts.id);
    repository.git('submodule', '--quiet', 'deinit', '--force', '--all');
    assert.deepEqual((await factsOf(repository)).submodules, []);
  });

  it('F12: has facts of a repository without commits', async () => {
    repository.write('a.txt', 'a\n');
    const facts = await factsOf(repository);
    assert.deepEqual(facts.worktrees[0]?.head, { kind: 'unborn', branch: 'main' });
    assert.deepEqual(facts.worktrees[0]?.changes, [{ path: 'a.txt', kind: 'untracked' }]);
    assert.deepEqual([facts.commits, facts.branches, facts.defaultBranch, facts.gaps], [[], [], null, []]);
  });

  it('F12: has commits of other branches where HEAD is unborn', async () => {
    base();
    const today = repository.write('a.txt', 'a\n').commit({ date: at(9) });
    repository.git('checkout', '--quiet', '--orphan', 'fresh');
    const facts = await factsOf(repository);
    assert.deepEqual(facts.worktrees[0]?.head, { kind: 'unborn', branch: 'fresh' });
    assert.deepEqual(hashesIn(facts), [today]);
    assert.deepEqual(facts.gaps, []);
  });

  it('F12: walks from a detached HEAD', async () => {
    base();
    repository.git('checkout', '--quiet', '--detach');
    const today = repository.write('a.txt', 'a\n').commit({ date: at(9) });
    const facts = await factsOf(repository);
    assert.deepEqual(facts.worktrees[0]?.head, { kind: 'detached', hash: today });
    assert.deepEqual(hashesIn(facts), [today]);
  });

  it('has no facts of a folder in no repository', async () => {
    const folder = temporaryFolder();
    try {
      const facts = await activityWith().read({ folder, ...day, told: [] }, neverCancelled);
      assert.deepEqual(facts, { reason: 'no-repository', detail: 'none' });
    } finally {
      removeFolder(folder);
    }
  });
});
