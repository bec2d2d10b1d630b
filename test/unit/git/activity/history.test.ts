import assert from 'node:assert/strict';
import { neverCancelled } from '../../../../src/core/ports';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { activityWith, at, day, earlier, factsOf, hashesIn, patchesOf, subjectsIn } from './activityReader';

/** docs/adr/0018: which commits are an interval's, and when two of them are one change. */
describe('commits of an interval', () => {
  let repository: TemporaryRepository;
  const extra: TemporaryRepository[] = [];
  beforeEach(() => {
    repository = TemporaryRepository.create();
    repository.write('base.txt', 'base\n').commit({ date: earlier, message: 'base' });
  });
  afterEach(() => {
    for (const one of extra.splice(0)) one.dispose();
    repository.dispose();
  });

  const keep = (one: TemporaryRepository) => {
    extra.push(one);
    return one;
  };
  const change = (name: string, date: string, committed = date) =>
    repository.write(`${name}.txt`, `${name}\n`).commit({ date, committed, message: name });
  const patchIds = async (...hashes: readonly string[]) => {
    const patches = await patchesOf(await factsOf(repository), hashes);
    return hashes.map((hash) => patches.get(hash)?.patchId);
  };

  it('F1: leaves out what was told of, whatever the dates, and needs no date then', async () => {
    const told = change('told', at(9));
    const late = change('wrong clock', '2001-01-01T12:00:00Z');
    assert.deepEqual(hashesIn(await factsOf(repository, { told: [told] })), [late]);
  });

  it('F1: goes by the date where no told commit is left', async () => {
    const today = change('today', at(9));
    const facts = await factsOf(repository, { told: ['4'.repeat(40)] });
    assert.deepEqual(hashesIn(facts), [today]);
    assert.deepEqual(facts.gaps, []);
  });

  it('F1: leaves out what one told commit reaches where another no longer exists', async () => {
    const told = change('told', at(8));
    const today = change('today', at(9));
    assert.deepEqual(hashesIn(await factsOf(repository, { told: ['4'.repeat(40), told] })), [today]);
  });

  it('F1: ignores what is no hash', async () => {
    const today = change('today', at(9));
    assert.deepEqual(hashesIn(await factsOf(repository, { told: ['--all', 'HEAD', '^main'] })), [today]);
  });

  it('F2: takes exactly what is committed from the first second of the interval on', async () => {
    change('one second early', '2026-03-09T23:59:59Z');
    const first = change('first', '2026-03-10T01:00:00+01:00');
    assert.deepEqual(hashesIn(await factsOf(repository)), [first]);
    const more = await factsOf(repository, { start: day.start - 1000 });
    assert.equal(more.commits.length, 2);
  });

  it('F3: tells a rebase by its dates and its patch id', async () => {
    repository.git('checkout', '--quiet', '-b', 'topic');
    const old = change('topic', earlier);
    repository.git('checkout', '--quiet', 'main');
    change('main', at(8));
    repository.git('checkout', '--quiet', 'topic');
    repository.gitWith({ GIT_COMMITTER_DATE: at(9) }, 'rebase', '--quiet', 'main');
    const facts = await factsOf(repository);
    const rebased = facts.commits.find(({ subject }) => subject === 'topic');
    assert.equal(rebased?.authored, Date.parse(earlier));
    assert.equal(rebased.committed, Date.parse(at(9)));
    const [first, second] = await patchIds(old, rebased.hash);
    assert.ok(first);
    assert.equal(first, second);
  });

  it('F4: walks what branches follow, and tells the copy from before an amend by its patch id', async () => {
    const clone = keep(repository.clone());
    clone.write('a.txt', 'a\n');
    const pushed = clone.commit({ date: at(8), message: 'draft' });
    clone.git('push', '--quiet', 'origin', 'HEAD:refs/heads/topic');
    clone.git('branch', '--quiet', '--set-upstream-to=origin/topic');
    const amended = clone.commit({ date: at(9), message: 'final', amend: true });
    const facts = await factsOf(clone);
    assert.deepEqual(subjectsIn(facts), ['final', 'draft']);
    assert.deepEqual(facts.branches[0], {
      name: 'main',
      tip: amended,
      upstream: 'origin/topic',
      upstreamTip: pushed,
      rewritten: 'here',
    });
    assert.deepEqual(facts.unpushed, [amended]);
    const patches = await patchesOf(facts, [pushed, amended]);
    assert.equal(patches.get(pushed)?.patchId, patches.get(amended)?.patchId);
  });

  it('F4: does not walk remote branches that nobody here follows', async () => {
    const clone = keep(repository.clone());
    repository.git('checkout', '--quiet', '-b', 'colleague');
    change('colleague', at(9));
    clone.git('fetch', '--quiet');
    assert.deepEqual(subjectsIn(await factsOf(clone)), []);
  });

  it('F5: tells a cherry-pick by its patch id', async () => {
    repository.git('checkout', '--quiet', '-b', 'topic');
    const original = change('fix', at(8));
    repository.git('checkout', '--quiet', 'main');
    change('other', at(9));
    repository.git('cherry-pick', original);
    const [first, second] = await patchIds(original, repository.git('rev-parse', 'HEAD'));
    assert.ok(first);
    assert.equal(first, second);
  });

  it('F5: tells a squash-merge by the patch of the whole branch, and by the tree', async () => {
    repository.git('checkout', '--quiet', '-b', 'topic');
    change('one', at(8));
    repository.write('one.txt', 'one\nmore\n');
    const tip = change('two', at(9));
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--squash', 'topic');
    const squashed = repository.commit({ date: at(10), message: 'topic (#7)' });
    const base = repository.git('rev-parse', 'HEAD~1');
    const facts = await factsOf(repository);
    const treeOf = (hash: string) => facts.commits.find((commit) => commit.hash === hash)?.tree;
    assert.equal(treeOf(squashed), treeOf(tip));
    const activity = activityWith();
    const range = await activity.rangePatch(facts, base, tip, neverCancelled);
    const patches = await patchesOf(facts, [squashed]);
    const { left, ...whole } = range ?? assert.fail();
    assert.ok(whole.patchId);
    assert.deepEqual(whole, patches.get(squashed));
    assert.deepEqual([...(left ?? [])].sort(), ['one.txt', 'two.txt']);
    assert.equal(await activity.rangePatch(facts, '4'.repeat(40), tip, neverCancelled), null);
    assert.equal(await activity.rangePatch(facts, 'HEAD', tip, neverCancelled), null);
  });

  it('F6: finds recent commits below one with a wrong clock, and keeps one from the future', async () => {
    const recent = change('recent', at(8));
    change('past', '2001-01-01T12:00:00Z');
    const future = change('future', '2030-01-01T12:00:00Z');
    assert.deepEqual(hashesIn(await factsOf(repository)), [future, recent]);
  });

  it('F7: gives both addresses, the committer, co-authors and the mailmap name', async () => {
    repository.write('.mailmap', 'Ann Lee <ann@new.example> <ann@old.example>\n');
    const message = 'web merge\n\nWhy.\n\nReviewed-by: x\nCo-authored-by: Tom <9+tom@users.noreply.github.com>\n';
    repository.commit({
      date: at(9),
      message,
      author: 'ann <ann@old.example>',
      committer: 'GitHub <noreply@github.com>',
    });
    const [commit] = (await factsOf(repository)).commits;
    assert.deepEqual(commit?.author, { name: 'Ann Lee', address: 'ann@new.example' });
    assert.equal(commit.writtenAddress, 'ann@old.example');
    assert.deepEqual(commit.committer, { name: 'GitHub', address: 'noreply@github.com' });
    assert.deepEqual(commit.coAuthors, [{ name: 'Tom', address: '9+tom@users.noreply.github.com' }]);
    assert.equal(commit.body, 'Why.');
  });

  it('F7: gives the identity that is configured, or none', async () => {
    const environment = { ...process.env, HOME: repository.root, XDG_CONFIG_HOME: repository.root };
    const activity = activityWith({ environment });
    assert.deepEqual((await factsOf(repository, {}, activity)).identity, { name: null, address: null });
    repository.git('config', 'user.name', 'Ann');
    repository.git('config', 'user.email', 'ann@example.com');
    assert.deepEqual((await factsOf(repository, {}, activity)).identity, { name: 'Ann', address: 'ann@example.com' });
  });

  it('F8: keeps bots and agents as they are written, for the core to tell apart', async () => {
    const bot = 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>';
    const message = 'bump\n\nCo-authored-by: Claude <noreply@anthropic.com>';
    repository.commit({ date: at(9), message, author: bot });
    const [commit] = (await factsOf(repository)).commits;
    assert.equal(commit?.author.name, 'dependabot[bot]');
    assert.deepEqual(commit.coAuthors, [{ name: 'Claude', address: 'noreply@anthropic.com' }]);
  });

  it('F9: gives merges with their parents and without a patch', async () => {
    repository.git('checkout', '--quiet', '-b', 'topic');
    const topic = change('topic', at(8));
    repository.git('checkout', '--quiet', 'main');
    const main = change('main', at(9));
    const dates = { GIT_AUTHOR_DATE: at(10), GIT_COMMITTER_DATE: at(10) };
    repository.gitWith(dates, 'merge', '--quiet', '--no-ff', '--message=Merge topic', 'topic');
    const facts = await factsOf(repository);
    const [merge] = facts.commits;
    assert.deepEqual(merge?.parents, [main, topic]);
    assert.deepEqual([...(await patchesOf(facts, hashesIn(facts))).keys()].sort(), [main, topic].sort());
  });
});
