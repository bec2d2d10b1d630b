import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gatherActivity } from '../../../src/core/activity/gatherActivity';
import { ownIdentity } from '../../../src/core/activity/identity';
import { intervalFor } from '../../../src/core/activity/interval';
import { neverCancelled } from '../../../src/core/ports';
import { GitActivity } from '../../../src/git/activity/gitActivity';
import { GitRunner } from '../../../src/git/runner';
import { gitHost } from '../git/gitHost';
import { type CommitOptions, TemporaryRepository } from '../support/temporaryRepository';
import { usual } from '../time/support';
import { ann, gather, interval, kenji, linesOf, now, omittedOf, tell, today, yesterday } from './realDay';

/** The rows of docs/adr/0018, from a repository to a told day. */
describe('a day of a real repository', () => {
  let origin: TemporaryRepository;
  let repository: TemporaryRepository;
  const extra: TemporaryRepository[] = [];
  let firstOrigin: TemporaryRepository;
  let firstClone: TemporaryRepository;
  before(() => {
    firstOrigin = TemporaryRepository.create();
    firstOrigin
      .write('base.txt', 'one\ntwo\nthree\nfour\nfive\nsix\n')
      .commit({ date: '2026-11-01T12:00:00Z', message: 'base' });
    firstOrigin.git('config', 'receive.denyCurrentBranch', 'ignore');
    firstClone = firstOrigin.clone();
    firstClone.git('checkout', '--quiet', '-b', 'ledger', '--no-track');
  });
  after(() => {
    for (const one of [firstOrigin, firstClone]) one.dispose();
  });
  beforeEach(() => {
    origin = firstOrigin.copy();
    repository = firstClone.copyFor(origin, firstOrigin);
    extra.push(origin, repository);
  });
  afterEach(() => {
    for (const one of extra.splice(0)) one.dispose();
  });

  const keep = (one: TemporaryRepository) => {
    extra.push(one);
    return one;
  };
  const change = (name: string, options: Partial<CommitOptions> = {}) =>
    repository.write(`${name}.txt`, `${name}\n`).commit({ date: today(0), message: name, ...options });
  const dated = (minute: number, ...args: readonly string[]) => {
    const date = today(minute);
    return repository.gitWith({ GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }, ...args);
  };
  /** As `git rebase` and `git cherry-pick` do it: the author's date stays. */
  const redated = (minute: number, ...args: readonly string[]) =>
    repository.gitWith({ GIT_COMMITTER_DATE: today(minute) }, ...args);
  const push = () => repository.git('push', '--quiet', '--set-upstream', 'origin', 'HEAD');
  const checkout = (...args: readonly string[]) => repository.git('checkout', '--quiet', ...args);

  it('F1: the interval begins where the last handoff ended, by its tips', async () => {
    const told = change('told');
    change('slow clock', { date: '2026-11-18T09:00:00Z' });
    change('new', { date: today(5) });
    const during = { start: now - 60_000, end: now, from: 'handoff' } as const;
    const activity = await tell(repository, { during, told: [told] });
    assert.deepEqual(linesOf(activity), ['ledger: new new local, slow clock new local']);
    assert.deepEqual(omittedOf(activity), {});
    const tip = repository.git('rev-parse', 'HEAD');
    assert.deepEqual(activity.tips, { ledger: tip, main: repository.git('rev-parse', 'main') });
  });

  it('F1: the interval begins with the last working day, and on Monday morning with Friday', async () => {
    change('Thursday', { date: '2026-11-19T17:00:00Z' });
    change('Friday', { date: '2026-11-20T08:00:00Z' });
    const monday = Date.parse('2026-11-23T09:05Z');
    const during = intervalFor({ now: monday, zone: 'Europe/London', schedule: null, previous: null });
    assert.deepEqual(linesOf(await tell(repository, { during })), ['ledger: Friday new local']);
  });

  it('F2: a day of 25 hours begins at its own midnight', async () => {
    change('before', { date: '2026-10-24T22:59:59Z' });
    change('first', { date: '2026-10-24T23:00:00Z' });
    const schedule = { ...usual('Europe/London'), days: ['sun'] as const };
    const at = Date.parse('2026-10-25T23:59Z');
    const during = intervalFor({ now: at, zone: 'Europe/London', schedule, previous: null });
    assert.deepEqual(linesOf(await tell(repository, { during })), ['ledger: first new local']);
  });

  it('F3: rebased work is told as rewritten, and not as done today', async () => {
    change('old', { date: yesterday });
    change('new', { date: today(1) });
    checkout('-b', 'trunk', 'main');
    change('theirs', { date: today(2), author: kenji });
    checkout('ledger');
    redated(3, 'rebase', '--quiet', 'trunk');
    repository.git('branch', '--quiet', '-D', 'trunk');
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['ledger: new new local, old rewritten local']);
    assert.deepEqual(omittedOf(activity), { others: 1 });
  });

  it('F4: amended work is told once, though the upstream has the copy before', async () => {
    change('splt');
    push();
    repository.write('splt.txt', 'more\n').git('add', '--all');
    redated(5, 'commit', '--quiet', '--amend', '--message=split');
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['ledger: split new local']);
    assert.deepEqual(omittedOf(activity), { copy: 1 });
    assert.equal(activity.invisible.unpushed[0]?.pushedTip, repository.git('rev-parse', 'origin/ledger'));
  });

  it('F4: work that was rebased after a push is told once', async () => {
    change('one');
    change('two', { date: today(1) });
    push();
    checkout('main');
    change('theirs', { date: today(2), author: kenji });
    checkout('ledger');
    redated(3, 'rebase', '--quiet', 'main');
    const activity = await tell(repository);
    assert.deepEqual(
      activity.items.map(({ commits }) => commits.length),
      [2],
    );
    assert.deepEqual(omittedOf(activity), { copy: 2, others: 1 });
  });

  it('F5: cherry-picked work is told once', async () => {
    const fix = change('fix');
    checkout('-b', 'release', 'main');
    redated(5, 'cherry-pick', fix);
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['release: fix cherry-picked local']);
    assert.deepEqual(omittedOf(activity), { copy: 1 });
  });

  const squash = (minute: number) => {
    checkout('main');
    repository.git('merge', '--quiet', '--squash', 'ledger');
    dated(minute, 'commit', '--quiet', '--message=Split the ledger (#12)');
    repository.git('push', '--quiet', 'origin', 'main');
  };

  it('F5: a squash-merge of a branch that was up to date is told as its commits', async () => {
    change('one');
    change('two', { date: today(1) });
    squash(9);
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['#12: two squashed merged, one squashed merged']);
    assert.deepEqual([omittedOf(activity), activity.items[0]?.branch], [{ copy: 1 }, null]);
  });

  it('F5: so is one of a branch that was behind', async () => {
    change('one');
    change('two', { date: today(1) });
    checkout('main');
    change('theirs', { date: today(2), author: kenji });
    squash(9);
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['#12: two squashed merged, one squashed merged']);
    assert.deepEqual(omittedOf(activity), { copy: 1, others: 1 });
  });

  it('F6: wrong clocks hide nothing, and the future is not today', async () => {
    change('recent');
    change('past', { date: '2001-01-01T12:00:00Z' });
    change('future', { date: '2030-01-01T12:00:00Z' });
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['ledger: recent new local']);
    assert.deepEqual(omittedOf(activity), { 'dated-after': 1 });
  });

  it('F7: a person is known by all addresses, the mailmap, noreply addresses and as co-author, and nobody else is', async () => {
    repository.write('.mailmap', 'Ann Lee <ann@new.example> <ann@example.com>\n');
    change('mapped');
    change('noreply', { date: today(1), author: 'x <7+annlee@users.noreply.github.com>' });
    change('pair', { date: today(2), author: kenji, message: 'pair\n\nCo-authored-by: Ann <ann@example.com>' });
    change('Annika', { date: today(3), author: 'Ann <annika@example.com>' });
    const who = ownIdentity(
      { name: 'Ann', address: 'ann@example.com' },
      { name: 'Ann', addresses: [], github: 'AnnLee' },
    );
    const activity = await tell(repository, { who });
    assert.deepEqual(linesOf(activity), ['ledger: pair new local, noreply new local, mapped new local']);
    assert.deepEqual(omittedOf(activity), { others: 1 });
    assert.deepEqual(activity.items[0]?.commits[0]?.with, ['Kenji Ito']);
  });

  it('F8: machines are neither told of nor colleagues', async () => {
    change('bump', { author: 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>' });
    change('work', { date: today(1), message: 'work\n\nCo-authored-by: Claude <noreply@anthropic.com>' });
    const activity = await tell(repository);
    assert.deepEqual(omittedOf(activity), { machine: 1 });
    assert.deepEqual(activity.items[0]?.commits[0]?.with, []);
  });

  it('F9: a merge that lands something is told, one that catches up is not', async () => {
    change('work');
    checkout('main');
    change('theirs', { date: today(1), author: kenji });
    checkout('ledger');
    dated(2, 'merge', '--quiet', '--no-edit', 'main');
    checkout('main');
    dated(3, 'merge', '--quiet', '--no-ff', '--message=Merge pull request #12 from acme/ledger', 'ledger');
    repository.git('push', '--quiet', 'origin', 'main');
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['#12: Merge pull request #12 from acme/ledger new merged, work new merged']);
    assert.deepEqual(omittedOf(activity), { 'update-merge': 1, others: 1 });
    assert.deepEqual(
      activity.items[0]?.commits.map(({ merge }) => merge),
      [true, false],
    );
  });

  it('F10: stashes, files and unpushed commits are what the next person cannot see', async () => {
    repository.write('base.txt', 'stashed\n');
    dated(1, 'stash', 'push', '--quiet', '--message', 'half-done parser');
    change('pushed');
    push();
    change('local', { date: today(1) });
    repository.write('new.txt', 'x\n').write('base.txt', 'changed\n');
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['ledger: local new local, pushed new pushed']);
    const { changes, unpushed, stashes, hasRemote } = activity.invisible;
    assert.deepEqual(changes[0]?.files, [
      { path: 'base.txt', kind: 'unstaged' },
      { path: 'new.txt', kind: 'untracked' },
    ]);
    assert.deepEqual(unpushed, [
      {
        ...{ branch: 'ledger', commits: 1, neverPushed: false, gone: false, behind: 0 },
        pushedTip: repository.git('rev-parse', 'origin/ledger'),
      },
    ]);
    assert.deepEqual([stashes.map(({ message }) => message), hasRemote], [['On ledger: half-done parser'], true]);
  });

  it('F10: a rebase that waits is told, with the conflict', async () => {
    repository.write('base.txt', 'ours\n').commit({ date: today(0), message: 'ours' });
    checkout('main');
    repository.write('base.txt', 'theirs\n').commit({ date: today(1), message: 'theirs', author: kenji });
    checkout('ledger');
    assert.throws(() => redated(2, 'rebase', 'main'));
    const activity = await tell(repository);
    assert.deepEqual([activity.operations, activity.head.kind], [['rebase'], 'detached']);
    assert.deepEqual(activity.invisible.changes[0]?.files, [{ path: 'base.txt', kind: 'conflict' }]);
    assert.deepEqual(linesOf(activity), ['ledger: ours new local']);
  });

  it('F11: a repository in two folders and two worktrees is told once', async () => {
    repository.write('src/a.txt', 'a\n').commit({ date: today(0), message: 'work' });
    const linked = keep(repository.worktree('-b', 'hotfix'));
    linked.write('b.txt', 'b\n').commit({ date: today(1), message: 'fix' });
    linked.write('c.txt', 'c\n');
    const folders = [repository.root, join(repository.root, 'src'), linked.root];
    const { repositories } = await gather(repository.root, { folders });
    assert.deepEqual(repositories.map(linesOf), [['hotfix: fix new local', 'ledger: work new local']]);
    assert.deepEqual(
      repositories[0]?.invisible.changes.map(({ files }) => files.map(({ path }) => path)),
      [['c.txt']],
    );
  });

  it('F11: commits in a submodule are told as a repository of their own', async () => {
    const inner = keep(TemporaryRepository.create());
    inner.write('a.txt', 'a\n').commit({ date: yesterday });
    repository.git('submodule', '--quiet', 'add', inner.root, 'libs/inner');
    repository.commit({ date: yesterday });
    repository.write('libs/inner/b.txt', 'b\n').git('-C', 'libs/inner', 'add', '--all');
    dated(0, '-C', 'libs/inner', 'commit', '--quiet', '--message=inside');
    const { repositories } = await gather(repository.root);
    assert.deepEqual(
      repositories.map(({ name, items }) => [name, items.length]),
      [
        [repository.root.split(/[\\/]/).at(-1), 0],
        ['inner', 1],
      ],
    );
    assert.deepEqual(repositories[0]?.invisible.changes[0]?.files, [{ path: 'libs/inner', kind: 'submodule' }]);
  });

  it('F12: an empty repository, an unborn branch and a detached HEAD are told', async () => {
    const empty = keep(TemporaryRepository.create());
    const nothing = await tell(empty);
    assert.deepEqual([nothing.head, nothing.items, nothing.tips], [{ kind: 'unborn', branch: 'main' }, [], {}]);
    change('work');
    checkout('--orphan', 'fresh');
    assert.deepEqual(linesOf(await tell(repository)), ['ledger: work new local']);
    checkout('--force', '--detach', 'main');
    const detached = change('detached', { date: today(1) });
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['HEAD: detached new local', 'ledger: work new local']);
    assert.equal(activity.tips.HEAD, detached);
  });

  it('F12: without a remote everything is told all the same', async () => {
    origin.commit({ date: today(0), message: 'on main' });
    const activity = await tell(origin);
    assert.deepEqual([linesOf(activity), activity.invisible.hasRemote], [[': on main new merged'], false]);
  });

  it('F13: a shallow clone tells no files of its border, and a clone without contents no figures', async () => {
    origin.write('a.txt', 'a\n').commit({ date: today(0), message: 'border' });
    origin.write('b.txt', 'b\n').commit({ date: today(1), message: 'tip' });
    const shallow = await tell(keep(origin.clone('--depth=2')));
    assert.deepEqual([shallow.files, shallow.limits], [['b.txt'], ['shallow']]);
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const partial = keep(origin.clone('--filter=blob:none', '--no-checkout'));
    partial.git('remote', 'set-url', 'origin', 'file:///nowhere');
    const activity = await tell(partial);
    assert.deepEqual([activity.files, activity.limits], [['a.txt', 'b.txt'], ['partial']]);
    assert.deepEqual(
      activity.items[0]?.commits.map(({ files }) => files[0]?.added),
      [null, null],
    );
  });

  it('F14: hostile subjects, names and branches arrive as they are, in one line', async () => {
    const subject = '@everyone <b>*x* [l](command:x) `';
    checkout('-b', '<img-src=x>@all');
    const name = process.platform === 'win32' ? 'é.txt' : 'é "q"\n<x>.txt';
    repository.write(name, 'x\n').commit({ date: today(0), message: subject });
    const activity = await tell(repository);
    assert.deepEqual([activity.items[0]?.branch, activity.items[0]?.commits[0]?.subject], ['<img-src=x>@all', subject]);
    assert.deepEqual(activity.files, [name]);
  });

  it('F14: a folder in no repository is listed', async () => {
    const folder = keep(TemporaryRepository.create());
    rmSync(join(folder.root, '.git'), { recursive: true });
    const { repositories, missing } = await gather(repository.root, { folders: [folder.root, repository.root] });
    assert.deepEqual([repositories.length, missing.length], [1, 1]);
    assert.match(missing[0]?.detail ?? '', /no-repository/);
  });

  it('F15: git is asked for the contents of the own commits alone, in one call', async () => {
    const own = [change('one'), change('two', { date: today(1) })];
    for (const minute of [2, 3, 4]) change(`theirs ${minute}`, { date: today(minute), author: kenji });
    const source = new GitActivity(new GitRunner(gitHost()));
    const asked: (readonly string[])[] = [];
    const patches = source.patches.bind(source);
    source.patches = (facts, hashes, signal) => {
      asked.push(hashes);
      return patches(facts, hashes, signal);
    };
    await gatherActivity(source, [repository.root], ann, interval, [], neverCancelled);
    assert.deepEqual(asked, [own.toReversed()]);
  });

  it('Extra: a revert and what it takes back are left out, and counted', async () => {
    change('split');
    redated(5, 'revert', '--no-edit', 'HEAD');
    const activity = await tell(repository);
    assert.deepEqual([activity.items, activity.files], [[], []]);
    assert.deepEqual(activity.omissions, [{ reason: 'reverted', count: 2 }]);
  });

  it('Extra: a revert of an earlier day’s work is told', async () => {
    change('split', { date: yesterday });
    redated(5, 'revert', '--no-edit', 'HEAD');
    const subjects = (await tell(repository)).items.flatMap(({ commits }) => commits.map(({ subject }) => subject));
    assert.deepEqual(subjects, ['Revert "split"']);
  });

  it('Extra: a rename by letter case alone is one file', async () => {
    change('Ledger', { date: yesterday });
    repository.git('mv', 'Ledger.txt', 'ledger.txt');
    repository.commit({ date: today(0), message: 'rename' });
    const [file] = (await tell(repository)).items[0]?.commits[0]?.files ?? [];
    assert.deepEqual([file?.path, file?.from, file?.status], ['ledger.txt', 'Ledger.txt', 'renamed']);
  });

  it('Extra: an LFS pointer and a sparse checkout are told as they are', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n';
    repository.write('.gitattributes', '*.bin filter=lfs\n').write('in/a.bin', pointer).write('out/b.txt', 'b\n');
    repository.commit({ date: today(0), message: 'data' });
    repository.git('sparse-checkout', 'set', 'in');
    const activity = await tell(repository);
    assert.deepEqual(activity.files, ['.gitattributes', 'in/a.bin', 'out/b.txt']);
    assert.deepEqual(activity.invisible.changes, []);
    assert.equal(readFileSync(join(repository.root, 'in', 'a.bin'), 'utf8'), pointer);
  });
});
