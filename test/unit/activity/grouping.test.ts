import assert from 'node:assert/strict';
import type { CommitFact } from '../../../src/core/activity/facts';
import { after, branch, commit, facts, kenji, on, toldOf } from './support';

/** `main` at `m`, all of it at the remote. */
const onMain = { branches: [branch('main', 'm', 'm')], defaultBranch: { name: 'main', tip: 'm' } };
const titles = (items: readonly { readonly key: string; readonly title: string }[]) =>
  items.map(({ key, title }) => `${key}: ${title}`);

describe('what belongs together', () => {
  const branchOf = (...subjects: readonly string[]) => {
    const commits = subjects.map((subject, at) =>
      commit(`c${at}`, at + 1 < subjects.length ? `c${at + 1}` : 'base', { ...after(-at), subject }),
    );
    return facts(commits, {
      ...on('ledger-split', 'c0'),
      branches: [branch('ledger-split', 'c0', 'c0')],
      defaultBranch: { name: 'main', tip: 'base' },
    });
  };

  it('is one item where only one commit of a branch names the ticket', async () => {
    const { lines } = await toldOf(branchOf('Test the split', 'LED-42: split the ledger', 'Name the region'));
    assert.deepEqual(lines, ['LED-42: c0 new pushed, c1 new pushed, c2 new pushed']);
  });

  it('is the work item on the board where a branch has only its number', async () => {
    const commits = [
      commit('b', 'a', { ...after(1), subject: 'Count holidays' }),
      commit('a', 'base', { subject: 'Remind after two weeks', body: 'AB#881' }),
    ];
    const given = facts(commits, {
      ...on('ann/881-remind', 'b'),
      branches: [branch('ann/881-remind', 'b', 'b')],
      defaultBranch: { name: 'main', tip: 'base' },
    });
    const [item, ...others] = (await toldOf(given)).activity.items;
    assert.deepEqual([item?.ticket, item?.also, item?.title], ['AB#881', undefined, 'Remind after two weeks']);
    assert.deepEqual(others, []);
  });

  it('stays the branch’s where its commits name several tickets', async () => {
    const { lines } = await toldOf(branchOf('Test the split', 'LED-42: split the ledger', 'LED-43: mend'));
    assert.deepEqual(lines, ['ledger-split: c0 new pushed', 'LED-42: c1 new pushed', 'LED-43: c2 new pushed']);
  });

  it('does not take over a ticket on a branch that many share', async () => {
    const unpushed = facts([commit('b', 'a', after(1)), commit('a', 'base', { subject: 'LED-42: split' })], {
      unpushed: ['a', 'b'],
      defaultBranch: { name: 'main', tip: 'base' },
    });
    assert.deepEqual((await toldOf(unpushed)).lines, [': b new local', 'LED-42: a new local']);
  });

  it('has landed where a hotfix was merged into a line of releases', async () => {
    const commits = [
      commit('m', 'r a', { ...after(2), subject: "Merge branch 'hotfix/1.2.1' into release/1.2" }),
      commit('a', 'r', { ...after(1), subject: 'Refund once' }),
    ];
    const { activity } = await toldOf(
      facts(commits, {
        branches: [branch('main', 'base', 'base'), branch('release/1.2', 'm', 'm')],
        defaultBranch: { name: 'main', tip: 'base' },
        otherTrunks: [{ name: 'release/1.2', tip: 'm' }],
      }),
    );
    const [item, ...others] = activity.items;
    assert.deepEqual([item?.title, item?.into, others.length], ['Refund once', 'release/1.2', 0]);
    assert.deepEqual(activity.omissions, []);
  });

  it('says that only develop has it, until the default branch has it too', async () => {
    const merge = (...[hash, parents, minute, subject]: readonly [string, string, number, string]) =>
      commit(hash, parents, { ...after(minute), ...kenji, subject });
    const begun = [
      merge('d', 'base a', 2, "Merge branch 'quotes' into develop"),
      commit('a', 'base', { ...after(1), subject: 'Cache quotes' }),
    ];
    const placesOf = async (commits: readonly CommitFact[], main: string) => {
      const { activity } = await toldOf(
        facts(commits, {
          branches: [branch('main', main, main), branch('develop', 'd', 'd')],
          defaultBranch: { name: 'main', tip: main },
          otherTrunks: [{ name: 'develop', tip: 'd' }],
        }),
      );
      return activity.items.map(({ title, standing, into }) => [title, standing, into]);
    };
    assert.deepEqual(await placesOf(begun, 'base'), [['Cache quotes', 'merged', 'develop']]);
    const released = merge('m', 'base d', 3, "Merge branch 'develop'");
    assert.deepEqual(await placesOf([released, ...begun], 'm'), [['Cache quotes', 'merged', null]]);
  });

  it('is called by its first commit where a host rebased it onto the default branch', async () => {
    const commits = [
      commit('b2', 'a2', { ...after(3), authored: after(2).committed, subject: 'Show the rates' }),
      commit('a2', 'base', { ...after(3), authored: after(1).committed, subject: 'Read the rates' }),
      commit('b', 'a', { ...after(2), subject: 'Show the rates' }),
      commit('a', 'base', { ...after(1), subject: 'Read the rates' }),
    ];
    const same = { patchId: 'one', files: [] };
    const { activity } = await toldOf(
      facts(commits, {
        ...on('rates', 'b'),
        branches: [branch('main', 'b2', 'b2'), branch('rates', 'b', 'b')],
        defaultBranch: { name: 'main', tip: 'b2' },
      }),
      {
        a: { ...same, patchId: 'a' },
        a2: { ...same, patchId: 'a' },
        b: { ...same, patchId: 'b' },
        b2: { ...same, patchId: 'b' },
      },
    );
    assert.deepEqual(titles(activity.items), ['rates: Read the rates']);
  });

  it('is one item, the hotfix that was merged into the default branch and into develop', async () => {
    const commits = [
      commit('d', 'base a', { ...after(3), subject: "Merge branch 'hotfix/1.0.1' into develop" }),
      commit('m', 'base a', { ...after(2), subject: "Merge branch 'hotfix/1.0.1'" }),
      commit('a', 'base', { ...after(1), subject: 'Stop the crash' }),
    ];
    const { activity } = await toldOf(
      facts(commits, {
        branches: [branch('main', 'm', 'm'), branch('develop', 'd', 'd')],
        defaultBranch: { name: 'main', tip: 'm' },
        otherTrunks: [{ name: 'develop', tip: 'd' }],
      }),
    );
    const told = activity.items.map(({ title, into, commits: all }) => [title, into, all.length]);
    assert.deepEqual(told, [['Stop the crash', null, 3]]);
  });

  it('tells whose commits landed with it, but not of a branch that many share', async () => {
    const landed = async (subject: string) => {
      const commits = [
        commit('m', 'base a', { ...after(3), ...kenji, subject, body: 'Paging' }),
        commit('a', 'k', after(2)),
        commit('k', 'base', { ...after(1), ...kenji }),
      ];
      const [item] = (await toldOf(facts(commits))).activity.items;
      return [item?.title, item?.beside];
    };
    assert.deepEqual(await landed('Merge pull request #70 from acme/paging'), ['Paging', ['Kenji Ito']]);
    assert.deepEqual((await landed("Merge branch 'develop'"))[1], undefined);
  });

  it('is two items, what landed and what goes on, of a branch, of a ticket and of the default branch', async () => {
    const merge = (of: string) => commit('m', `base ${of}`, { ...after(2), ...kenji, subject: "Merge branch 'split'" });
    const partsOf = async (name: string, commits: readonly CommitFact[], main: string) => {
      const [last] = commits;
      assert.ok(last);
      const given = facts(commits, {
        ...on(name, last.hash),
        branches: [branch(name, last.hash, main)],
        defaultBranch: { name: 'main', tip: main },
        unpushed: [last.hash],
      });
      return (await toldOf(given)).activity.items.map((item) => [item.title, item.standing, item.branch]);
    };
    for (const ticket of ['', 'LED-7: ']) {
      const begun = commit('a', 'base', { ...after(1), subject: `${ticket}Split the ledger` });
      const more = commit('b', 'a', { ...after(3), subject: `${ticket}Log the split` });
      const parts = [
        ['Log the split', 'local', 'split'],
        ['Split the ledger', 'merged', null],
      ];
      assert.deepEqual(await partsOf('split', [more, merge('a'), begun], 'm'), parts);
      const onMain = parts.map(([title, standing, at]) => [title, standing, at && 'main']);
      assert.deepEqual(await partsOf('main', [more, begun], 'a'), onMain);
    }
  });

  it('is two pull requests from branches of one name', async () => {
    const commits = [
      commit('m', 'k b', { ...after(4), subject: 'Merge pull request #8 from bo/patch-1', body: 'Mend the docs' }),
      commit('k', 'base a', { ...after(3), subject: 'Merge pull request #7 from al/patch-1', body: 'Mend the build' }),
      commit('b', 'base', after(2)),
      commit('a', 'base', after(1)),
    ];
    assert.deepEqual(titles((await toldOf(facts(commits, onMain))).activity.items), [
      '#8: Mend the docs',
      '#7: Mend the build',
    ]);
  });

  it('is kept apart by the line of releases that has it, and the default branch has not', async () => {
    const commits = [
      commit('p', 'base', { ...after(2), subject: '[1.2] Round half up' }),
      commit('a', 'base', { ...after(1), subject: 'Round half up' }),
    ];
    const { activity } = await toldOf(
      facts(commits, {
        ...on('main', 'a'),
        branches: [branch('main', 'a', 'a'), branch('release/1.2', 'p', 'p')],
        defaultBranch: { name: 'main', tip: 'a' },
        otherTrunks: [{ name: 'release/1.2', tip: 'p' }],
      }),
    );
    const told = activity.items.map(({ key, into, title }) => [key, into, title]);
    assert.deepEqual(told, [
      ['release/1.2', 'release/1.2', '[1.2] Round half up'],
      ['', null, 'Round half up'],
    ]);
  });

  it('is said to be in the unfinished branch that a merge took it into', async () => {
    const commits = [
      commit('m', 'e a', { ...after(3), ...kenji, subject: 'Merge pull request #21 from acme/part' }),
      commit('a', 'e', after(2)),
      commit('e', 'base', { ...after(1), ...kenji }),
    ];
    const branches = [branch('main', 'base', 'base'), branch('part', 'a', 'a'), branch('epic', 'm', 'm')];
    const day = { ...on('main', 'base'), branches, defaultBranch: { name: 'main', tip: 'base' } };
    const { activity } = await toldOf(facts(commits, day));
    assert.deepEqual(
      activity.items.map(({ key, standing, within }) => [key, standing, within]),
      [['part', 'pushed', 'epic']],
    );
    // One that goes on at the other's tip is built on it.
    const stacked = [commit('b', 'a', { ...after(3), ...kenji }), ...commits.slice(1)];
    const onTop = { ...day, branches: [...branches.slice(0, 2), branch('epic', 'b', 'b')] };
    assert.equal((await toldOf(facts(stacked, onTop))).activity.items[0]?.within, undefined);
  });

  it('is one, of a squash and the merge by which GitLab lands it', async () => {
    const commits = [
      commit('m', 'k s', {
        ...after(4),
        subject: "Merge branch 'split' into 'main'",
        body: 'Split the ledger\n\nSee merge request acme/ledger!12',
      }),
      commit('s', 'base', { ...after(3), subject: 'Split the ledger', tree: 'whole' }),
      commit('b', 'a', { ...after(2), tree: 'whole' }),
      commit('a', 'base', after(1)),
      commit('k', 'base', kenji),
    ];
    const branches = [branch('main', 'm', 'm'), branch('split', 'b', 'b')];
    const { activity } = await toldOf(
      facts(commits, { ...on('main', 'm'), branches, defaultBranch: { name: 'main', tip: 'm' } }),
    );
    assert.deepEqual(titles(activity.items), ['!12: Split the ledger']);
  });

  const merges: readonly [what: string, message: { subject: string; body?: string }, item: string][] = [
    ['the request’s own words', { subject: 'Split the ledger (#12)' }, '#12: Split the ledger'],
    ['Symfony’s words', { subject: 'bug #12 [Core] Split the ledger (Ann)' }, '#12: [Core] Split the ledger (Ann)'],
    ['Bugzilla’s words', { subject: 'Bug 20381 - Split the ledger (#12)' }, 'Bug 20381: Split the ledger'],
    ['a ticket and the request', { subject: 'Fix #7: split (#12)' }, '#7: split'],
    [
      'GitLab’s words',
      { subject: "Merge branch 'split' into 'main'", body: 'Split the ledger\n\nSee merge request acme/ledger!12' },
      '!12: Split the ledger',
    ],
    [
      'Bors’ words',
      { subject: 'Auto merge of #12 - ann:split, r=kenji', body: 'Split the ledger' },
      '#12: Split the ledger',
    ],
    ['Azure’s words', { subject: 'Merged PR 12: Split the ledger' }, '!12: Split the ledger'],
    [
      'Bitbucket’s words',
      { subject: 'Merged in split (pull request #12)', body: 'Split the ledger\n\nApproved-by: Kenji Ito' },
      '#12: Split the ledger',
    ],
  ];
  for (const [what, message, item] of merges) {
    it(`is what a merge landed that has ${what}`, async () => {
      const commits = [commit('m', 'k a', { ...after(3), ...message }), commit('a', 'base', after(1))];
      const { activity } = await toldOf(facts([...commits, commit('k', 'base', kenji)], onMain));
      assert.deepEqual([titles(activity.items), activity.items[0]?.commits.length], [[item], 2]);
    });
  }

  it('is what landed where a pull made the default branch’s line its second parent', async () => {
    const commits = [
      commit('m', 'own k', { ...after(4), subject: "Merge branch 'main' of github.com:acme/ledger" }),
      commit('k', 'base a', { ...after(3), subject: 'Merge pull request #7 from al/split', body: 'Split' }),
      commit('own', 'base', { ...after(2), subject: 'Mend the build' }),
      commit('a', 'base', after(1)),
    ];
    const { activity, lines } = await toldOf(facts(commits, onMain));
    assert.deepEqual(lines, ['#7: k new merged, a new merged', ': own new merged']);
    assert.deepEqual(titles(activity.items), ['#7: Split', ': Mend the build']);
  });

  it('is no work where a branch takes over what was released', async () => {
    const merge = commit('m', 'k a', { ...after(3), subject: "Merge branch 'master' into develop" });
    const { omitted } = await toldOf(
      facts([merge, commit('k', 'base', kenji), commit('a', 'base', kenji)], {
        ...on('develop', 'm'),
        branches: [branch('develop', 'm', 'm')],
        defaultBranch: { name: 'develop', tip: 'm' },
      }),
    );
    assert.deepEqual(omitted, { 'update-merge': 1, others: 2 });
  });
});
