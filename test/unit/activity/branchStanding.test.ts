import assert from 'node:assert/strict';
import type { BranchFact, CommitFact, RepositoryFacts } from '../../../src/core/activity/facts';
import { after, at, branch, commit, facts, kenji, on, patch, toldOf } from './support';

const gone = (name: string, tip: string): BranchFact => ({ name, tip, upstream: `origin/${name}`, upstreamTip: null });
const main = (tip: string) => ({ defaultBranch: { name: 'main', tip }, unpushed: [] });

/** `branch state behind` of those that the draft is about. */
async function standings(
  commits: readonly CommitFact[],
  changes: Partial<RepositoryFacts>,
  patches: Parameters<typeof toldOf>[1] = {},
) {
  const { activity } = await toldOf(facts(commits, changes), patches);
  return {
    lines: activity.branches.map(({ branch: name, state, behind }) => `${name} ${state} ${behind}`),
    unpushed: activity.invisible.unpushed,
    items: activity.items.map(({ key, standing }) => `${key} ${standing}`),
  };
}

describe('where a branch stands', () => {
  const work = commit('a', 'base', { ...after(1), subject: 'Split the ledger' });

  it('is gone where its upstream was deleted and nothing shows that it was merged', async () => {
    const found = await standings([work], {
      ...on('x', 'a'),
      branches: [gone('x', 'a')],
      ...main('base'),
      unpushed: ['a'],
    });
    assert.deepEqual(found.lines, ['x gone 0']);
    assert.deepEqual(found.unpushed, [
      { branch: 'x', commits: 1, neverPushed: false, pushedTip: null, gone: true, behind: 0 },
    ]);
  });

  it('is merged where a commit that names its request has its subject, whatever the patches say', async () => {
    const landed = commit('s', 'base', { ...after(9), subject: 'Split the ledger (#28)' });
    const branches = [gone('x', 'a'), branch('main', 's', 's')];
    const found = await standings([landed, work], { ...on('x', 'a'), branches, ...main('s'), unpushed: ['a'] });
    assert.deepEqual(found.lines, ['x merged 0', 'main pushed 0']);
    assert.deepEqual([found.unpushed, found.items], [[], ['#28 merged']]);
  });

  it('is merged where the author landed most of its files by a request and the upstream is gone', async () => {
    const landed = commit('s', 'base', { ...after(9), subject: 'Keys of the ledger (#40)' });
    const patches = { a: patch('1', 'k.ts', 'l.ts'), s: patch('2', 'k.ts', 'reviewed.ts') };
    const facts_ = { ...on('x', 'a'), ...main('s'), unpushed: ['a'] };
    const goneNow = [gone('x', 'a'), branch('main', 's', 's')];
    assert.deepEqual(
      (await standings([landed, work], { ...facts_, branches: goneNow }, patches)).lines[0],
      'x merged 0',
    );
    // Still at the remote: one of the same author's many requests.
    const still = [branch('x', 'a', 'a'), branch('main', 's', 's')];
    const open = { ...facts_, branches: still, unpushed: [] };
    assert.deepEqual((await standings([landed, work], open, patches)).lines[0], 'x pushed 0');
    const others = { ...patches, s: patch('2', 'other.ts') };
    assert.deepEqual((await standings([landed, work], { ...facts_, branches: goneNow }, others)).lines[0], 'x gone 0');
  });

  it('is merged with the commits of others on it, where the request landed and the upstream is gone', async () => {
    const landed = commit('s', 'base', { ...after(9), subject: 'Split the ledger (#28)' });
    const bot = commit('b', 'a', { ...after(2), ...kenji, subject: 'Apply formatting' });
    const branches = [gone('x', 'b'), branch('main', 's', 's')];
    const at = { ...on('x', 'b'), branches, ...main('s'), unpushed: ['a', 'b'] };
    const found = await standings([landed, bot, work], at);
    assert.deepEqual([found.lines[0], found.unpushed], ['x merged 0', []]);
    // What its author added afterwards is not in what landed.
    const more = commit('c', 'b', { ...after(30), subject: 'Name the shards' });
    const later = [gone('x', 'c'), branch('main', 's', 's')];
    const added = await standings([landed, more, bot, work], { ...at, branches: later, unpushed: ['a', 'b', 'c'] });
    assert.deepEqual(added.lines[0], 'x gone 0');
  });

  it('is not merged by the request of the lower part of its stack, named like its first commit', async () => {
    const upper = commit('b', 'a', { ...after(2), subject: 'Name the shards' });
    const landed = commit('s', 'base', { ...after(9), subject: 'Split the ledger (#8)' });
    const branches = [branch('two', 'b', 'b'), branch('main', 's', 's')];
    const patches = { a: patch('1', 'a.ts'), b: patch('2', 'b.ts'), s: patch('3', 'a.ts', 'c.ts') };
    const found = await standings([landed, upper, work], { ...on('two', 'b'), branches, ...main('s') }, patches);
    assert.deepEqual(found.lines[0], 'two pushed 0');
  });

  it('takes one landed request for one branch', async () => {
    const other = commit('b', 'base', { ...after(2), subject: 'Second' });
    const landed = commit('s', 'base', { ...after(9), subject: 'Keys (#40)' });
    const branches = [gone('x', 'a'), gone('y', 'b'), branch('main', 's', 's')];
    const patches = { a: patch('1', 'k.ts'), b: patch('3', 'k.ts'), s: patch('2', 'k.ts') };
    const found = await standings(
      [landed, other, work],
      { ...on('x', 'a'), branches, ...main('s'), unpushed: ['a', 'b'] },
      patches,
    );
    assert.deepEqual(found.lines.filter((line) => line.includes('merged')).length, 1);
  });

  it('is merged in a squash from which a file that came and went in the branch is missing', async () => {
    const [first, last] = [commit('a', 'base', after(1)), commit('b', 'a', after(2))];
    const landed = commit('s', 'base', { ...after(9), subject: 'Tidy (#50)' });
    const file = (path: string, status: 'added' | 'deleted' | 'modified') => ({
      path,
      from: null,
      added: 1,
      removed: 0,
      status,
    });
    const patches = {
      a: {
        patchId: '1',
        files: [file('a.ts', 'added'), file('debug.txt', 'added')],
        contents: new Map([
          ['a.ts', 'A'],
          ['debug.txt', 'D'],
        ]),
      },
      b: {
        patchId: '2',
        files: [file('debug.txt', 'deleted'), file('b.ts', 'added')],
        contents: new Map([
          ['debug.txt', '0'],
          ['b.ts', 'B'],
        ]),
      },
      s: {
        patchId: '3',
        files: [file('a.ts', 'added'), file('b.ts', 'added')],
        contents: new Map([
          ['a.ts', 'A'],
          ['b.ts', 'B'],
        ]),
      },
    };
    const branches = [branch('x', 'b', 'b'), branch('main', 's', 's')];
    const found = await standings([landed, last, first], { ...on('x', 'b'), branches, ...main('s') }, patches);
    assert.deepEqual([found.lines[0], found.items], ['x merged 0', ['#50 merged']]);
  });

  it('is merged where an upstream or develop has it, and not where a colleague has', async () => {
    const branches = [branch('x', 'a', 'a')];
    const otherTrunks = [{ name: 'develop', tip: 'a' }];
    const found = await standings([work], { ...on('x', 'a'), branches, ...main('base'), otherTrunks });
    assert.deepEqual([found.lines, found.items], [['x merged 0'], ['develop merged']]);
  });

  it('is ahead, behind or diverged as its upstream says', async () => {
    const theirs = commit('t', 'base', { ...kenji, ...after(3) });
    const onTop = commit('u', 'a', { ...kenji, ...after(3) });
    const before = commit('base', '', { committed: at('2026-11-19T10:00Z') });
    const state = async (upstreamTip: string, tip: string, unpushed: string[], more: readonly CommitFact[] = []) => {
      const upstreamOnly = more.map(({ hash }) => hash);
      const changes = {
        ...on('x', tip),
        branches: [branch('x', tip, upstreamTip)],
        ...main('base'),
        unpushed,
        upstreamOnly,
      };
      return (await standings([...more, work, before], changes)).lines;
    };
    assert.deepEqual(await state('base', 'a', ['a']), ['x ahead 0']);
    assert.deepEqual(await state('u', 'a', [], [onTop]), ['x behind 1']);
    assert.deepEqual(await state('t', 'a', ['a'], [theirs]), ['x diverged 1']);
    assert.deepEqual(await state('a', 'a', []), ['x pushed 0']);
  });

  it('has not diverged where it only follows the default branch that it was made from, and that went on', async () => {
    const theirs = commit('t', 'base', { ...kenji, ...after(3) });
    const before = commit('base', '', { committed: at('2026-11-19T10:00Z') });
    const followsMain = { ...branch('x', 'a', 't'), upstream: 'origin/main' };
    const changes = { ...on('x', 'a'), branches: [followsMain], ...main('base'), unpushed: ['a'], upstreamOnly: ['t'] };
    const found = await standings([theirs, work, before], changes);
    assert.deepEqual(found.lines, ['x local 0']);
    assert.deepEqual(found.unpushed, [
      { branch: 'x', commits: 1, neverPushed: true, pushedTip: null, gone: false, behind: 0 },
    ]);
  });

  it('is never called "never pushed" where a remote has commits of it that nothing here follows', async () => {
    const [first, last] = [commit('a', 'base', after(1)), commit('b', 'a', after(2))];
    const changes = { ...on('x', 'b'), branches: [branch('x', 'b')], ...main('base'), unpushed: ['b'] };
    const found = await standings([last, first], changes);
    assert.deepEqual(found.unpushed, [
      { branch: 'x', commits: 1, neverPushed: false, pushedTip: null, gone: false, behind: 0 },
    ]);
  });
});
