import assert from 'node:assert/strict';
import type { CommitFact, PatchFact } from '../../../src/core/activity/facts';
import { after, at, branch, commit, facts, kenji, on, patch, toldOf } from './support';

/** `feature` at `b`, beside `main` at `s`. */
const squashed = {
  ...on('feature', 'b'),
  branches: [branch('feature', 'b', 'b'), branch('main', 's', 's')],
  defaultBranch: { name: 'main', tip: 's' },
};
const work = [
  commit('b', 'a', { ...after(2), subject: 'Second half' }),
  commit('a', 'base', { ...after(1), subject: 'First half' }),
] as const;
const squash = (body = '') => commit('s', 'base', { ...after(30), subject: 'Split the ledger (#12)', body });
const holding = (contents: Readonly<Record<string, string>>): PatchFact => ({
  ...patch(JSON.stringify(contents), ...Object.keys(contents)),
  contents: new Map(Object.entries(contents)),
});

describe('what landed, as public repositories have it', () => {
  it('is a squash-merge whose message lists the commits, without a call of git', async () => {
    const body = '* First half\n\nWith a reason.\n\n* Second half\n\n---------';
    const { lines, source } = await toldOf(facts([squash(body), ...work], squashed), {
      s: patch('all', 'a.ts', 'b.ts'),
    });
    assert.deepEqual([lines, source.ranges], [['#12: b squashed merged, a squashed merged'], []]);
  });

  it('is found by its message where somebody else merged', async () => {
    const theirs = { ...squash('* First half\n* Second half'), ...kenji };
    const { lines, source } = await toldOf(facts([theirs, ...work], squashed));
    assert.deepEqual([lines, source.ranges], [['#12: b squashed merged, a squashed merged'], []]);
  });

  it('is no squash-merge of a commit of the branch that is missing in the list', async () => {
    const { lines } = await toldOf(facts([squash('* First half'), ...work], squashed), {
      s: patch('all', 'a.ts', 'b.ts'),
    });
    assert.deepEqual(lines, ['feature: b new pushed', '#12: a squashed merged']);
  });

  it('is what a branch began with that was squashed, and gone on with after that', async () => {
    const more = commit('c', 'b', { ...after(40), subject: 'Mend the second half' });
    const onward = {
      ...squashed,
      branches: [branch('feature', 'c', 'c'), branch('main', 's', 's')],
      ...on('feature', 'c'),
    };
    const patches = (ledger: string) => ({
      a: holding({ 'ledger.ts': 'half' }),
      b: holding({ 'ledger.ts': 'whole', 'log.ts': 'log' }),
      c: holding({ 'ledger.ts': 'mended' }),
      s: holding({ 'ledger.ts': ledger, 'log.ts': 'log', 'CHANGES.md': 'more' }),
    });
    const told = async (landed: CommitFact, known: Readonly<Record<string, PatchFact>>) =>
      (await toldOf(facts([more, landed, ...work], onward), known)).lines;
    const apart = ['feature: c new pushed', '#12: b squashed merged, a squashed merged'];
    assert.deepEqual(await told(squash(), patches('whole')), apart);
    assert.deepEqual(await told({ ...squash(), tree: 'tree of b' }, {}), apart);
    // By name, where a reviewer added to it.
    const named = { ...squash(), subject: 'First half (#12)' };
    assert.deepEqual(await told(named, patches('whole, and more')), apart);
    assert.deepEqual(await told(squash(), patches('whole, and more')), [
      'feature: c new pushed, b new pushed, a new pushed',
      '#12: s new merged',
    ]);
  });

  it('is not what was merged into a branch beside the part that was squashed', async () => {
    const landed = commit('s', 'base', { ...after(30), subject: 'Split the ledger (#12)', tree: 'tree of b' });
    const onward = [
      commit('e', 'm', { ...after(40), subject: 'Mend both' }),
      landed,
      commit('m', 'b d', { ...after(5), subject: "Merge branch 'rates' into feature" }),
      ...work,
      commit('d', 'base', { ...after(1), subject: 'Rates of the day' }),
    ];
    const { lines } = await toldOf(
      facts(onward, {
        ...on('feature', 'e'),
        branches: [branch('feature', 'e', 'e'), branch('main', 's', 's')],
        defaultBranch: { name: 'main', tip: 's' },
      }),
    );
    assert.deepEqual(lines, ['feature: e new pushed, d new pushed', '#12: b squashed merged, a squashed merged']);
  });

  it('is what another squashed under other words, with more than the branch, by content', async () => {
    const theirs = commit('s', 'base', { ...after(30), ...kenji, subject: 'Bring in the ledger' });
    const patches = (ledger: string) => ({
      a: holding({ 'ledger.ts': 'half' }),
      b: holding({ 'ledger.ts': 'whole' }),
      s: holding({ 'ledger.ts': ledger, 'CHANGES.md': 'more' }),
    });
    const { lines, source } = await toldOf(facts([theirs, ...work], squashed), patches('whole'));
    assert.deepEqual(lines, ['feature: b squashed merged, a squashed merged']);
    assert.deepEqual(source.asked, [...new Set(source.asked)], 'each patch is read once');
    const { lines: others } = await toldOf(facts([theirs, ...work], squashed), patches('other'));
    assert.deepEqual(others, ['feature: b new pushed, a new pushed']);
    // What was there before the branch's last commit did not bring it.
    const early = { ...theirs, ...after(0) };
    const { source: unasked } = await toldOf(facts([early, ...work], squashed), patches('whole'));
    assert.ok(!unasked.asked.includes('s'));
  });

  it('is a squash-merge that left each file as the branch did, without a call of git', async () => {
    const patches = {
      a: holding({ 'ledger.ts': 'half' }),
      b: holding({ 'ledger.ts': 'whole', 'old.ts': '0' }),
      s: holding({ 'ledger.ts': 'whole', 'old.ts': '0', 'earlier.ts': 'any' }),
    };
    const { lines, source } = await toldOf(facts([squash(), ...work], squashed), patches);
    assert.deepEqual([lines, source.ranges], [['#12: b squashed merged, a squashed merged'], []]);
    const other = { ...patches, s: holding({ 'ledger.ts': 'other', 'old.ts': '0' }) };
    assert.deepEqual(
      (await toldOf(facts([squash(), ...work], squashed), other)).lines[0],
      'feature: b new pushed, a new pushed',
    );
  });

  it('has the pull request’s words for a title', async () => {
    const body = '* First half\n* Second half';
    const { activity } = await toldOf(facts([squash(body), ...work], squashed), { s: patch('all', 'a.ts', 'b.ts') });
    assert.deepEqual(
      activity.items.map(({ title }) => title),
      ['Split the ledger'],
    );
  });

  it('is squash-merged and not cherry-picked where the branch had one commit', async () => {
    const [, only] = work;
    const landed = commit('s', 'base', { ...after(30), subject: 'First half (#12)' });
    const same = patch('same', 'a.ts');
    const one = {
      ...squashed,
      ...on('feature', 'a'),
      branches: [branch('feature', 'a', 'a'), branch('main', 's', 's')],
    };
    const { lines, activity } = await toldOf(facts([landed, only], one), { a: same, s: same });
    assert.deepEqual([lines, activity.items[0]?.title], [['#12: s squashed merged'], 'First half']);
  });

  it('is named by the title in a merge’s message', async () => {
    const merge = commit('m', 'base a', {
      ...after(30),
      subject: 'Merge pull request #12 from acme/feature',
      body: 'Split the ledger\n\nMore words.',
    });
    const merged = { branches: [branch('main', 'm', 'm')], defaultBranch: { name: 'main', tip: 'm' } };
    const { activity } = await toldOf(facts([merge, work[1]], merged));
    assert.deepEqual(
      activity.items.map(({ key, title }) => [key, title]),
      [['#12', 'Split the ledger']],
    );
  });

  it('is told in the order in which it was written where a rebase gave all of it one moment', async () => {
    const moment = { committed: at('2026-11-20T10:17Z') };
    const rebased = ['c', 'a', 'b'].map((hash, index, all) =>
      commit(hash, all[index + 1] ?? 'base', { ...moment, authored: at('2026-11-20T08:00Z') - index * 60_000 }),
    );
    const { commits } = await toldOf(facts(rebased, { ...on('x', 'c'), branches: [branch('x', 'c', 'c')] }));
    assert.deepEqual(
      commits.map(({ hash }) => hash),
      ['c', 'a', 'b'],
    );
  });
});

describe('the next note', () => {
  const yesterday = { committed: at('2026-11-19T10:00Z') };

  it('does not tell again what landed before it at a remote that is ahead of the branch here', async () => {
    const behind = {
      ...on('feature', 'f'),
      branches: [branch('feature', 'f', 'f'), branch('main', 'base', 's')],
      defaultBranch: { name: 'main', tip: 's' },
    };
    const landed = facts([commit('s', 'base', yesterday)], behind);
    const { tips } = (await toldOf(landed)).activity;
    assert.deepEqual(tips, { feature: 'f', main: 's' });
    assert.deepEqual((await toldOf(landed, {}, { told: Object.values(tips) })).lines, []);
  });

  it('goes on from where the branch was at the end of the interval', async () => {
    const later = [
      commit('c', 'b', { committed: at('2026-11-22T10:00Z') }),
      commit('b', 'a', { committed: at('2026-11-21T10:00Z') }),
      commit('a', 'base'),
    ];
    assert.deepEqual((await toldOf(facts(later))).activity.tips, { main: 'a' });
  });

  it('counts nothing of others that they did at another time', async () => {
    const { omitted } = await toldOf(
      facts([commit('b', 'a', { ...kenji, committed: at('2026-11-22T10:00Z') }), commit('a', '')]),
    );
    assert.deepEqual(omitted, { 'dated-after': 1 });
  });
});
