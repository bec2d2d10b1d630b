import assert from 'node:assert/strict';
import { mostTold } from '../../../src/core/activity/selection';
import { after, at, branch, commit, facts, kenji, on, toldOf } from './support';

const bot = { author: { name: 'dependabot[bot]', address: 'support@github.com' } } as const;
const merge = (subject: string, changes: Parameters<typeof commit>[2] = {}) =>
  commit('m', 'b c', { subject, ...changes });
const onFeature = (tip: string) => ({
  ...on('feature', tip),
  branches: [branch('feature', tip, tip)],
  defaultBranch: { name: 'main', tip: 'base' },
});

describe('selection', () => {
  it('tells nothing of an empty interval', async () => {
    const { activity, source } = await toldOf(facts([]));
    assert.deepEqual([activity.items, activity.omissions, source.asked], [[], [], []]);
  });

  it('counts others and machines, and asks git about none of them', async () => {
    const { lines, omitted, source } = await toldOf(
      facts([commit('c', 'b', bot), commit('b', 'a', kenji), commit('a', '')]),
    );
    assert.deepEqual([lines, omitted, source.asked], [[': a new merged'], { others: 1, machine: 1 }, ['a']]);
  });

  it('tells of what was written together, and names the people', async () => {
    const coAuthors = [
      { name: 'Ann Lee', address: 'ann@example.com' },
      { name: 'Claude', address: 'noreply@anthropic.com' },
      { name: 'Mia Roth', address: 'mia@example.com' },
    ];
    const { commits } = await toldOf(
      facts([commit('b', 'a', { ...kenji, coAuthors }), commit('a', '', { coAuthors })]),
    );
    assert.deepEqual(
      commits.map(({ hash, coAuthored, with: others }) => [hash, coAuthored, others]),
      [
        ['b', true, ['Kenji Ito', 'Mia Roth']],
        ['a', false, ['Mia Roth']],
      ],
    );
  });

  it('names nobody as their own colleague whom a mailmap renamed', async () => {
    const renamed = { author: { name: 'Ann L.', address: 'ann@new.example' }, writtenAddress: 'ann@example.com' };
    assert.deepEqual((await toldOf(facts([commit('a', '', renamed)]))).commits[0]?.with, []);
  });

  it('counts a machine that a person wrote with as that person', async () => {
    const coAuthors = [{ name: 'Ann Lee', address: 'ann@example.com' }];
    const { commits } = await toldOf(facts([commit('a', '', { ...bot, coAuthors })]));
    assert.deepEqual(
      commits.map(({ coAuthored, with: others }) => [coAuthored, others]),
      [[true, []]],
    );
  });

  it('leaves out what is dated outside of the interval', async () => {
    const future = commit('c', 'b', { committed: at('2030-01-01') });
    const past = commit('b', 'a', { committed: at('2026-11-01') });
    const { omitted, lines } = await toldOf(facts([future, past, commit('a', '')]));
    assert.deepEqual([omitted, lines], [{ 'dated-after': 1, 'dated-before': 1 }, [': a new merged']]);
  });

  it('tells of what came after a told tip, whatever its clock said', async () => {
    const slow = commit('b', 'told', { committed: at('2026-11-01') });
    const { lines, omitted } = await toldOf(facts([slow]), {}, { told: ['told'] });
    assert.deepEqual([lines, omitted], [[': b new merged'], {}]);
  });

  it(`tells at most ${mostTold}`, async () => {
    const many = Array.from({ length: mostTold + 3 }, (_, index) =>
      commit(`c${index}`, `c${index + 1}`, after(-index)),
    );
    const { commits, omitted } = await toldOf(facts(many));
    assert.deepEqual([commits.length, omitted, commits[0]?.hash], [mostTold, { 'too-many': 3 }, 'c0']);
  });

  const updates = [
    "Merge branch 'main' into feature",
    "Merge branch 'main' of github.com:acme/ledger into feature",
    "Merge remote-tracking branch 'origin/main' into feature",
    "Merge remote-tracking branch 'origin/feature' into feature",
    "Merge branch 'develop' into feature",
    "Merge branch 'other' into feature",
    'catch up',
  ];
  for (const subject of updates) {
    it(`leaves out “${subject}”`, async () => {
      assert.deepEqual((await toldOf(facts([merge(subject)], onFeature('m')))).omitted, { 'update-merge': 1 });
    });
  }

  it('leaves out a pull on the default branch', async () => {
    for (const subject of [
      "Merge branch 'main' of github.com:acme/ledger",
      "Merge remote-tracking branch 'origin/main'",
    ]) {
      assert.deepEqual((await toldOf(facts([merge(subject)]))).omitted, { 'update-merge': 1 });
    }
  });

  it('keeps a merge in which conflicts were resolved', async () => {
    const { commits } = await toldOf(
      facts([merge("Merge branch 'main' into feature", { body: 'Conflicts:\n\tledger.ts' })], onFeature('m')),
    );
    assert.deepEqual(
      commits.map(({ hash, merge: isMerge }) => [hash, isMerge]),
      [['m', true]],
    );
  });

  const landings: readonly [subject: string, key: string][] = [
    ['Merge pull request #12 from acme/ledger-split', '#12'],
    ['Merge pull request #12 in LED/ledger from ledger-split to main', '#12'],
    ['Merged in ledger-split (pull request #12)', '#12'],
    ["Merge branch 'ledger-split'", 'ledger-split'],
    ["Merge branch 'ledger-split' into 'main'", 'ledger-split'],
    ["Merge remote-tracking branch 'origin/ledger-split'", 'ledger-split'],
    ['Merge pull request #12 from acme/led-17-split', 'LED-17'],
    ['Auto merge of #12 - ann:ledger-split, r=kenji', '#12'],
    ['Merged PR 12: Split', '!12'],
    ['Split the ledger (#12)', '#12'],
    ['Split the ledger', ''],
  ];
  for (const [subject, key] of landings) {
    it(`keeps “${subject}” together with what it landed`, async () => {
      const { lines } = await toldOf(facts([merge(subject, after(1)), commit('c', 'a'), commit('b', 'a', kenji)]));
      const parted = [`: m new merged, c new merged`];
      assert.deepEqual(lines, key === '' ? parted : [`${key}: m new merged, c new merged`]);
    });
  }

  it('asks no patch of a merge or of the border of a shallow clone', async () => {
    const { source, activity } = await toldOf(
      facts([merge("Merge branch 'x'"), commit('b', 'a'), commit('a', '')], { shallowBorder: ['a'], partial: true }),
    );
    assert.deepEqual([source.asked, activity.limits], [['b'], ['shallow', 'partial']]);
  });

  it('says nothing of a border that lies before the interval', async () => {
    assert.deepEqual((await toldOf(facts([commit('a', '')], { shallowBorder: ['old'] }))).activity.limits, []);
  });
});
