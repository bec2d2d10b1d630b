import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CommitGraph } from '../../../src/core/activity/commitGraph';
import { changesIn } from '../../../src/core/activity/copies';
import { Places } from '../../../src/core/activity/places';
import { countFloors } from '../support/floors';
import { after, at, branch, commit, facts, kenji, on, patch, toldOf } from './support';

const same = patch('same', 'ledger.ts');
const yesterday = at('2026-11-19T15:00Z');
/** `feature` is checked out, beside `main` at `m`. */
const feature = (tip: string, upstreamTip: string | null, mainTip = 'base') => ({
  ...on('feature', tip),
  branches: [branch('feature', tip, upstreamTip), branch('main', mainTip, mainTip)],
  defaultBranch: { name: 'main', tip: mainTip },
});

describe('copies', () => {
  it('says of what was rebased that it was written before', async () => {
    const rebased = commit('b', 'base', { ...after(5), authored: yesterday });
    const { lines } = await toldOf(facts([rebased], feature('b', 'b')));
    assert.deepEqual(lines, ['feature: b rewritten pushed']);
  });

  it('says of what git notes as picked from where, and not that it was rebased', async () => {
    const trailers = '(cherry picked from commit 0123456789abcdef0123456789abcdef01234567)';
    const picked = commit('b', 'base', { ...after(5), authored: yesterday, trailers });
    const { lines, commits } = await toldOf(facts([picked], feature('b', 'b')));
    assert.deepEqual(lines, ['feature: b cherry-picked pushed']);
    assert.equal(commits[0]?.pickedFrom, '0123456789abcdef0123456789abcdef01234567');
  });

  it('tells an amended commit once, the one that is here', async () => {
    const before = commit('a', 'base', { subject: 'Splt the ledger' });
    const amended = commit('b', 'base', { ...after(5), authored: before.authored, subject: 'Split the ledger' });
    const { lines, omitted, commits } = await toldOf(
      facts([amended, before], { ...feature('b', 'a'), unpushed: ['b'] }),
    );
    assert.deepEqual([lines, omitted], [['feature: b new local'], { copy: 1 }]);
    assert.equal(commits[0]?.subject, 'Split the ledger');
  });

  it('tells of commits at the upstream that nobody has here yet', async () => {
    const { lines } = await toldOf(facts([commit('b', 'a', after(1)), commit('a', 'base')], feature('a', 'b')));
    assert.deepEqual(lines, ['feature: b new pushed, a new pushed']);
  });

  it('tells a cherry-picked commit once, the one in the default branch', async () => {
    const original = commit('a', 'base');
    const picked = commit('b', 'base', { ...after(5), authored: original.authored, subject: original.subject });
    const { lines, omitted } = await toldOf(facts([picked, original], feature('b', 'b', 'a')), { a: same, b: same });
    assert.deepEqual([lines, omitted], [['feature: a cherry-picked merged'], { copy: 1 }]);
  });

  it('tells work that is on a backup branch too as the newest', async () => {
    const old = commit('a', 'base');
    const rebased = commit('b', 'base', { ...after(5), authored: old.authored, subject: old.subject });
    const { lines } = await toldOf(
      facts([rebased, old], { ...feature('b', null), branches: [branch('feature', 'b'), branch('backup', 'a')] }),
    );
    assert.deepEqual(lines, ['feature: b cherry-picked pushed']);
  });

  it('tells a change, its revert and the same change again as three', async () => {
    const { lines, omitted } = await toldOf(
      facts([
        commit('c', 'b', { ...after(2), subject: 'Reapply "Split"' }),
        commit('b', 'a', { ...after(1), subject: 'Revert "Split"' }),
        commit('a', 'base', { subject: 'Split' }),
      ]),
      { a: same, c: same },
    );
    assert.deepEqual([lines, omitted], [[': c new merged, b new merged, a new merged'], {}]);
  });

  it('takes two commits of one second and one subject in line for two', async () => {
    const { commits } = await toldOf(
      facts([commit('b', 'a', { subject: 'wip' }), commit('a', 'base', { subject: 'wip' })]),
    );
    assert.equal(commits.length, 2);
  });
});

describe('squash-merges', () => {
  const work = [
    commit('b', 'a', { ...after(2), tree: 'done', subject: 'Second half' }),
    commit('a', 'base', { ...after(1), subject: 'First half' }),
  ] as const;
  const squash = (changes: Parameters<typeof commit>[2] = {}) =>
    commit('s', 'base', { ...after(30), tree: 'done', subject: 'Split the ledger (#12)', ...changes });

  it('are told as the commits of the branch where the trees are equal, without a call', async () => {
    const { lines, omitted, activity, source } = await toldOf(facts([squash(), ...work], feature('b', 'b', 's')));
    assert.deepEqual([lines, omitted], [['#12: b squashed merged, a squashed merged'], { copy: 1 }]);
    assert.deepEqual([activity.items[0]?.branch, source.ranges], [null, []]);
  });

  it('are found where somebody else merged', async () => {
    const { lines, omitted } = await toldOf(facts([squash(kenji), ...work], feature('b', 'b', 's')));
    assert.deepEqual([lines, omitted], [['#12: b squashed merged, a squashed merged'], { others: 1 }]);
  });

  it('are not pushed where the default branch is not', async () => {
    const local = { ...feature('b', 'b', 's'), defaultBranch: { name: 'main', tip: 'base' }, unpushed: ['s'] };
    const { activity } = await toldOf(facts([squash(), ...work], local));
    assert.deepEqual(
      activity.items.map(({ key, branch: at, standing }) => [key, at, standing]),
      [['#12', 'main', 'local']],
    );
  });

  const patches = { s: patch('all', 'a.ts', 'b.ts') };
  it('are found by the patch of the whole branch where it was behind', async () => {
    const { lines, source } = await toldOf(
      facts([squash({ tree: 'more' }), ...work], feature('b', 'b', 's')),
      patches,
      {
        rangeOf: { 'base...b': patch('all', 'a.ts', 'b.ts') },
      },
    );
    assert.deepEqual([lines, source.ranges], [['#12: b squashed merged, a squashed merged'], ['base...b']]);
  });

  it('are not guessed from the files', async () => {
    const { lines } = await toldOf(facts([squash({ tree: 'more' }), ...work], feature('b', 'b', 's')), patches, {
      rangeOf: { 'base...b': patch('other', 'a.ts', 'b.ts') },
    });
    assert.deepEqual(lines, ['feature: b new pushed, a new pushed', '#12: s new merged']);
  });

  it('cost at most three calls', async () => {
    const squashes = Array.from({ length: 6 }, (_, index) => commit(`s${index}`, `s${index + 1}`, after(40 - index)));
    const touching = Object.fromEntries(squashes.map(({ hash }) => [hash, patch(hash, 'a.ts', 'b.ts')]));
    const { source } = await toldOf(facts([...squashes, ...work], feature('b', 'b', 's0')), touching);
    assert.equal(source.ranges.length, 3);
  });

  it('are none where the commit with the same tree changes nothing itself', async () => {
    const empty = commit('s', 'p', { ...after(30), ...kenji, tree: 'done', subject: 'Trigger the build' });
    const parent = commit('p', 'base', { ...after(20), ...kenji, tree: 'done', committed: at('2026-11-20T09:00Z') });
    const { lines } = await toldOf(facts([empty, parent, ...work], feature('b', 'b', 's')));
    assert.deepEqual(lines, ['feature: b new pushed, a new pushed']);
  });

  it('are none where the work was done after the commit with the same tree', async () => {
    const again = facts([work[0], work[1], squash(after(0))], feature('b', 'b', 's'));
    assert.deepEqual((await toldOf(again)).lines, ['feature: b new pushed, a new pushed', '#12: s new merged']);
  });
});

describe('what is there twice', () => {
  it('is not picked where the branch was rebased and merged', async () => {
    const written = commit('a', 'base', { ...after(1), subject: 'Rates' });
    const landed = commit('b', 'other', { ...after(9), authored: written.authored, subject: 'Rates' });
    const { commits, activity } = await toldOf(facts([landed, written], feature('a', null, 'b')), { a: same, b: same });
    assert.deepEqual(
      commits.map(({ hash, story, alsoOn }) => [hash, story, alsoOn]),
      [['b', 'new', []]],
    );
    assert.deepEqual(activity.branches[0]?.state, 'merged');
  });

  it('names the release that a change was picked to', async () => {
    const fix = commit('a', 'base', { ...after(1), subject: 'Round' });
    const picked = commit('b', 'r', { ...after(9), authored: fix.authored, subject: 'Round' });
    const branches = [branch('release/1.2', 'b', 'b'), branch('main', 'a', 'a')];
    const changes = { ...on('release/1.2', 'b'), branches, defaultBranch: { name: 'main', tip: 'a' } };
    const { commits } = await toldOf(facts([picked, fix], changes), { a: same, b: same });
    assert.deepEqual(
      commits.map(({ hash, story, alsoOn }) => [hash, story, alsoOn]),
      [['a', 'cherry-picked', ['release/1.2']]],
    );
  });

  it('is no pick where a pushed commit of the default branch was amended', async () => {
    const pushed = commit('a', 'base', { ...after(1), subject: 'Work' });
    const amended = commit('b', 'base', { ...after(9), authored: pushed.authored, subject: 'Work' });
    const changes = {
      branches: [branch('main', 'b', 'a')],
      defaultBranch: { name: 'main', tip: 'a' },
      ...{ unpushed: ['b'], upstreamOnly: ['a'] },
    };
    const { commits, activity } = await toldOf(facts([amended, pushed], changes));
    assert.deepEqual(
      commits.map(({ hash, story }) => [hash, story]),
      [['b', 'new']],
    );
    assert.deepEqual(activity.branches[0]?.state, 'diverged');
  });

  it('is nothing where it was taken back again, and stays where the revert was reverted', async () => {
    const hash = (letter: string) => letter.repeat(40);
    const revert = (of: string, own: string, parent: string, minute: number) =>
      commit(hash(own), hash(parent), {
        ...after(minute),
        subject: 'Revert',
        body: `This reverts commit ${hash(of)}.`,
      });
    const made = commit(hash('a'), 'base', after(1));
    const once = [revert('a', 'b', 'a', 2), made];
    const { lines, omitted, activity } = await toldOf(facts(once));
    assert.deepEqual([lines, omitted, activity.files], [[], { reverted: 2 }, []]);
    const twice = [revert('b', 'c', 'b', 3), ...once];
    assert.deepEqual(
      (await toldOf(facts(twice))).commits.map((one) => one.hash),
      [hash('a')],
    );
  });

  it('are told from backports among thousands of open commits in a walk, and not in one for each', () => {
    const hash = (letter: string, at: number) => `${letter}${String(at).padStart(5, '0')}`;
    const chain = (letter: string, base: string) =>
      Array.from({ length: 2000 }, (_, step) =>
        commit(hash(letter, step), step === 0 ? base : hash(letter, step - 1), { ...kenji, ...after(step / 100) }),
      );
    const landed = commit('landed', hash('a', 1999), { ...after(300), subject: 'Fix' });
    const trailers = '(cherry picked from commit 0123456789abcdef0123456789abcdef01234567)';
    const picked = commit('picked', hash('a', 1990), { ...after(301), subject: 'Fix', trailers });
    const all = [picked, landed, ...chain('a', 'base'), ...chain('b', 'base')];
    const branches = [
      branch('main', 'landed', 'landed'),
      branch('fix', 'picked', 'picked'),
      branch('wide', hash('b', 1999), hash('b', 1999)),
    ];
    const places = new Places(facts(all, { branches, defaultBranch: { name: 'main', tip: 'landed' } }));
    const candidates = [landed, picked].map((one) => ({ commit: one, place: places.of(one.hash), patch: same }));
    const floors = countFloors();
    assert.equal(changesIn(candidates, places).length, 2);
    const spent = floors();
    assert.ok(spent < 40, `${spent.toFixed(0)} floors`);
  });

  it('have in line what each question by itself says', () => {
    const parents = fc.array(fc.array(fc.nat(30), { maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(parents, (all) => {
        const commits = all.map((own, at) =>
          commit(`c${at}`, own.flatMap((each) => (each < at ? `c${each}` : [])).join(' '), after(at)),
        );
        const graph = new CommitGraph(commits, [], () => null);
        for (const { hash: one } of commits) {
          const line = graph.lineThrough(one);
          for (const { hash: other } of commits) assert.equal(line.has(other), graph.areInLine(one, other));
        }
      }),
    );
  });
});
