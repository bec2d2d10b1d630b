import assert from 'node:assert/strict';
import { after, commit, facts, kenji, toldOf } from './support';

const queue = { author: { name: 'bors', address: 'bors@example.org' } };

describe('what a merge queue landed together', () => {
  it('has the request by which each was merged into the rollup', async () => {
    const rolled = (number: number, branch: string) => `Rollup merge of #${number} - al:${branch}, r=bo`;
    const commits = [
      commit('m', 'base r2', { ...after(5), ...queue, subject: 'Auto merge of #23 - al:rollup, r=al' }),
      commit('r2', 'r1 k', { ...after(4), ...kenji, subject: rolled(22, 'typo'), body: 'Mend a typo' }),
      commit('r1', 'base a', { ...after(3), ...kenji, subject: rolled(21, 'fast'), body: 'Parse faster\n\nMuch.' }),
      commit('k', 'base', { ...after(2), ...kenji }),
      commit('a', 'base', { ...after(1), subject: 'Keep tokens' }),
    ];
    const [item, ...others] = (await toldOf(facts(commits))).activity.items;
    assert.deepEqual([item?.key, item?.title, item?.beside, others.length], ['#21', 'Parse faster', undefined, 0]);
  });

  it('has its own number of a batch, and no merge that only names its authors', async () => {
    const commits = [
      commit('m', 'base a k', {
        ...after(3),
        ...queue,
        subject: 'Merge #71 #72',
        body: '71: Trim names r=bo a=ann\n\nLonger words.\n\n72: Fold names r=bo a=kenji',
        coAuthors: [{ name: 'Ann Lee', address: 'ann@example.com' }],
      }),
      commit('k', 'base', { ...after(2), ...kenji }),
      commit('a', 'base', after(1)),
    ];
    const { activity } = await toldOf(facts(commits));
    const told = activity.items.map(({ key, title, commits: all }) => [key, title, all.length]);
    assert.deepEqual(told, [['#71', 'Trim names', 1]]);
  });

  it('has the request of its own branch, where another one of the batch is built on that', async () => {
    const batch = {
      ...queue,
      subject: 'Merge #71 #72',
      body: '71: Trim names r=bo a=ann\n\n72: Fold names r=bo a=ann',
    };
    for (const [parents, a, b] of [
      ['base a b', 'base', 'a'],
      ['base a b', 'b', 'base'],
    ] as const) {
      const below = commit('b', b, after(b === 'a' ? 2 : 1));
      const above = commit('a', a, after(b === 'a' ? 1 : 2));
      const { activity } = await toldOf(facts([commit('m', parents, { ...after(3), ...batch }), below, above]));
      const told = activity.items.map(({ key, commits: all }) => [key, all.length]).sort();
      assert.deepEqual(
        told,
        [
          ['#71', 1],
          ['#72', 1],
        ],
        b,
      );
    }
  });

  it('is named by the queue where the merge does not say which is which', async () => {
    const commits = [
      commit('m', 'base a', { ...after(2), ...queue, subject: 'Merge #71 #72', body: '71: Trim names r=bo a=ann' }),
      commit('a', 'base', after(1)),
    ];
    assert.deepEqual(
      (await toldOf(facts(commits))).activity.items.map(({ key }) => key),
      [''],
    );
  });
});
