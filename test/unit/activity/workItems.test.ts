import assert from 'node:assert/strict';
import type { RepositoryFacts } from '../../../src/core/activity/facts';
import { subjectWithout } from '../../../src/core/activity/itemTitle';
import { isReleaseLine } from '../../../src/core/activity/merges';
import { after, branch, commit, facts, kenji, on, toldOf } from './support';

const feature = (name: string, changes: Partial<RepositoryFacts> = {}) =>
  facts([commit('a', 'base')], {
    ...on(name, 'a'),
    branches: [branch(name, 'a', 'a')],
    defaultBranch: { name: 'main', tip: 'base' },
    ...changes,
  });

describe('work items', () => {
  const names: readonly [name: string, key: string, title: string][] = [
    ['ledger-split', 'ledger-split', 'ledger split'],
    ['ann/feature/ledger_split', 'ann/feature/ledger_split', 'ledger split'],
    ['feature/LED-42-split-ledger', 'LED-42', 'split ledger'],
    ['LED-42', 'LED-42', 'Do a'],
    ['patch-1', 'patch-1', 'Do a'],
    ['issue-7-crash', '#7', 'crash'],
    ['42', '42', 'Do a'],
  ];
  for (const [name, key, title] of names) {
    it(`names what is on ${name} “${title}”`, async () => {
      const [item] = (await toldOf(feature(name))).activity.items;
      assert.deepEqual([item?.key, item?.title, item?.branch], [key, title, name]);
    });
  }

  it('has every ticket that its commits are for, and none of them in its title', async () => {
    const work = commit('a', 'base', { subject: 'LED-1, LED-2: Read and write sums', body: 'Fixes #41\n\nSee #42.' });
    const { activity } = await toldOf(feature('sums', { commits: [work] }));
    const [item] = activity.items;
    assert.deepEqual([item?.ticket, item?.also, item?.title], ['LED-1', ['LED-2', '#41'], 'Read and write sums']);
    const landed = facts([commit('a', 'base', { subject: 'LED-1: Read sums (#5)' })]);
    assert.equal((await toldOf(landed)).activity.items[0]?.also, undefined);
  });

  for (const [subject, ticket, ...also] of [
    ['LED-1 und LED-2: Summen', 'LED-1', 'LED-2'],
    ['Fixes #12, #13 and #14: Summen', '#12', '#13', '#14'],
    ['[LED-1] [LED-2] Summen', 'LED-1', 'LED-2'],
    ['Summen (LED-1 & LED-2)', 'LED-1', 'LED-2'],
  ] as const) {
    it(`does not repeat the tickets of “${subject}”`, () =>
      assert.equal(subjectWithout(subject, ticket, also), 'Summen'));
  }

  it('keeps a list of which it knows a part only', () =>
    assert.equal(subjectWithout('LED-1 and sums: read them', 'LED-1'), 'LED-1 and sums: read them'));

  it('is called by what is left of a branch, and not by a commit of which a copy is merged', async () => {
    const [first, picked] = ['f', 'p'].map((hash) =>
      commit(hash, 'base', { subject: 'Small first', authored: Date.parse('2026-11-19T10:00Z') }),
    );
    const second = commit('s', 'f', { ...after(1), subject: 'Second step' });
    assert.ok(first && picked);
    const { activity } = await toldOf(
      facts([picked, second], {
        ...on('big', 's'),
        branches: [branch('big', 's', 's'), branch('main', 'p', 'p')],
        defaultBranch: { name: 'main', tip: 'p' },
        beginnings: [{ ...first, committed: first.authored }],
      }),
    );
    const [open] = activity.items.filter(({ standing }) => standing === 'pushed');
    assert.deepEqual([open?.title, open?.before, open?.commits.length], ['Second step', 0, 1]);
  });

  it('puts a ticket together from several branches, without repeating it in the title', async () => {
    const commits = [
      commit('b', 'base', { ...after(1), subject: 'LED-7: test the split' }),
      commit('a', 'base', { subject: '[LED-7] split' }),
    ];
    const { activity } = await toldOf(
      facts(commits, {
        ...on('x', 'b'),
        branches: [branch('x', 'b'), branch('y', 'a')],
        defaultBranch: { name: 'main', tip: 'base' },
      }),
    );
    const [item, ...others] = activity.items;
    assert.deepEqual([item?.key, item?.commits.length, others], ['LED-7', 2, []]);
  });

  it('puts unfinished work first', async () => {
    const commits = [
      commit('d', 'base', { ...after(3), subject: 'LED-4: merged' }),
      commit('c', 'base', after(2)),
      commit('b', 'base', after(1)),
      commit('a', 'base', after(0)),
    ];
    const { activity } = await toldOf(
      facts(commits, {
        branches: [
          branch('at-remote', 'c', 'c'),
          branch('older', 'b'),
          branch('oldest', 'a'),
          branch('main', 'd', 'd'),
        ],
        defaultBranch: { name: 'main', tip: 'd' },
        unpushed: ['a', 'b'],
      }),
    );
    assert.deepEqual(
      activity.items.map(({ key, standing, branch: at }) => [key, standing, at]),
      [
        ['older', 'local', 'older'],
        ['oldest', 'local', 'oldest'],
        ['at-remote', 'pushed', 'at-remote'],
        ['LED-4', 'merged', null],
      ],
    );
  });

  it('is called as its branch began, also before the interval, and says how much that was', async () => {
    const long = { authored: 1_000, committed: 1_000 };
    const work = feature('x', {
      commits: [commit('a', 'b', { subject: 'chore: update' })],
      beginnings: [
        commit('b', 'c', { ...long, ...kenji, subject: 'Suggestion of a reviewer', committed: 3_000 }),
        commit('c', 'd', { ...long, subject: 'wip', committed: 2_000 }),
        commit('d', 'base', { ...long, subject: 'test: steady the styles' }),
      ],
    });
    const [item] = (await toldOf(work)).activity.items;
    assert.deepEqual([item?.title, item?.before, item?.commits.length], ['test: steady the styles', 2, 1]);
  });

  it('does not count a commit of before that a colleague amended at the remote since', async () => {
    const [old, amended] = ['o', 'c'].map((hash) =>
      commit(hash, 'base', { subject: `Say ${hash}`, authored: 1_000, ...(hash === 'o' && { committed: 1_000 }) }),
    );
    assert.ok(old && amended);
    const first = commit('f', 'o', { ...after(1), subject: 'Go on' });
    const told = async (upstream: string) => {
      const branches = [branch('x', 'f', upstream), ...(upstream === 'c' ? [] : [branch('y', 'c', 'c')])];
      const { activity } = await toldOf(feature('x', { commits: [amended, first], branches, beginnings: [old] }));
      return activity.items.find((item) => item.branch === 'x')?.before;
    };
    assert.equal(await told('c'), 0);
    // Picked to another branch it is still the beginning of this one.
    assert.equal(await told('o'), 1);
  });

  it('is not called by what the branch below it began with', async () => {
    const stack = feature('upper', {
      commits: [commit('a', 'b', { subject: 'Top of the stack' })],
      branches: [branch('upper', 'a', 'a'), branch('lower', 'b', 'b')],
      beginnings: [commit('b', 'base', { committed: 1_000, subject: 'Base of the stack' })],
    });
    const [item] = (await toldOf(stack)).activity.items;
    assert.deepEqual([item?.title, item?.before], ['Top of the stack', 0]);
  });

  for (const subject of ['chore: update', 'fix(parser)!: typo', 'test: more tests', 'wip']) {
    it(`takes “${subject}” for no title where there is a better one`, async () => {
      const commits = [commit('a', 'b', after(2)), commit('b', 'base', { ...after(1), subject })];
      assert.equal((await toldOf(feature('patch-1', { commits }))).activity.items[0]?.title, 'Do a');
    });
  }

  it('is merged where a line of releases has it, and says which', async () => {
    const commits = [
      commit('m', 'r a', {
        ...after(2),
        ...kenji,
        subject: 'Merge pull request #90 from ann/fix',
        body: 'Mend the release',
      }),
      commit('a', 'r', after(1)),
    ];
    const release = facts(commits, {
      branches: [branch('main', 'base', 'base'), branch('release/1.2', 'm', 'm'), branch('fix', 'a')],
      defaultBranch: { name: 'main', tip: 'base' },
      otherTrunks: [{ name: 'release/1.2', tip: 'm' }],
    });
    const [item] = (await toldOf(release)).activity.items;
    assert.deepEqual([item?.ticket, item?.standing, item?.into, item?.branch], ['#90', 'merged', 'release/1.2', null]);
  });

  for (const [name, expected] of [
    ['release/1.2', true],
    ['release-7', true],
    ['stable', true],
    ['gh-pages', true],
    ['gh-pages-theme', false],
    ['1.2.x', true],
    ['v2.0-stable', true],
    ['hotfix/7', false],
    ['main', false],
    ['release-notes', false],
    ['support/dark-mode', false],
    ['support/1.x', true],
    ['release/phoenix', true],
    ['2.0-rewrite', false],
  ] as const) {
    it(`takes ${name} for ${expected ? 'a line' : 'no line'} of releases`, () =>
      assert.equal(isReleaseLine(name), expected));
  }

  it('gives the number of the request beside its ticket, once', async () => {
    const merged = (subject: string) => facts([commit('a', 'base', { subject })]);
    const [item] = (await toldOf(merged('LED-7: split the ledger (#17)'))).activity.items;
    assert.deepEqual([item?.ticket, item?.title, item?.request], ['LED-7', 'split the ledger', '#17']);
    const [plain] = (await toldOf(merged('Split the ledger (#17)'))).activity.items;
    assert.deepEqual([plain?.ticket, plain?.title, plain?.request], ['#17', 'Split the ledger', null]);
  });

  it('gives a commit of stacked branches to the nearest', async () => {
    const stack = facts([commit('b', 'a', after(1)), commit('a', 'base')], {
      ...on('second', 'b'),
      branches: [branch('second', 'b'), branch('first', 'a')],
      defaultBranch: { name: 'main', tip: 'base' },
    });
    assert.deepEqual((await toldOf(stack)).lines, ['second: b new pushed', 'first: a new pushed']);
  });

  it('keeps a detached HEAD apart, and names no branch for it', async () => {
    const head = { kind: 'detached', hash: 'a' } as const;
    const { activity } = await toldOf(
      feature('x', {
        branches: [],
        worktrees: [{ name: 'w', head, operations: ['rebase'], changes: [] }],
        unpushed: ['a'],
      }),
    );
    const [item] = activity.items;
    assert.deepEqual([item?.key, item?.branch, item?.title, activity.tips], ['HEAD', null, 'Do a', { HEAD: 'a' }]);
    assert.deepEqual(activity.operations, ['rebase']);
    assert.deepEqual(activity.invisible.unpushed, [
      { branch: 'HEAD', commits: 1, neverPushed: true, pushedTip: null, gone: false, behind: 0 },
    ]);
  });

  it('goes by what is checked out where git could not list the branches', async () => {
    assert.deepEqual((await toldOf(feature('x', { branches: [] }))).lines, ['x: a new pushed']);
  });

  it('calls work on the default branch local until it is pushed', async () => {
    const { lines, activity } = await toldOf(
      facts([commit('a', 'base')], { unpushed: ['a'], defaultBranch: { name: 'main', tip: 'base' } }),
    );
    assert.deepEqual([lines, activity.items[0]?.branch], [[': a new local'], 'main']);
  });

  it('knows merged from local where there is no remote', async () => {
    const alone = { hasRemote: false, unpushed: null, branches: [branch('x', 'b'), branch('main', 'a')] };
    const { lines } = await toldOf(
      facts([commit('b', 'a', after(1)), commit('a', '')], { ...alone, defaultBranch: { name: 'main', tip: 'a' } }),
    );
    assert.deepEqual(lines, ['x: b new local', ': a new merged']);
  });

  it('goes by the upstreams where git could not say what is pushed', async () => {
    const { lines } = await toldOf(feature('x', { unpushed: null, branches: [branch('x', 'a', 'a')] }));
    assert.deepEqual(lines, ['x: a new pushed']);
  });

  it('finds its way over commits that a wrong clock took away', async () => {
    const broken = facts([commit('c', 'lost'), commit('a', 'base')], {
      defaultBranch: { name: 'main', tip: 'lost-tip' },
    });
    const { lines } = await toldOf({ ...broken, ...on('main', 'lost-tip'), branches: [branch('main', 'lost-tip')] });
    assert.deepEqual(lines, [': a new merged, c new merged']);
  });
});

describe('what is not visible', () => {
  const files = [{ path: 'a.ts', kind: 'unstaged' }] as const;

  it('is uncommitted in any worktree', async () => {
    const head = { kind: 'branch', branch: 'main', hash: 'a' } as const;
    const { activity } = await toldOf(
      facts([commit('a', '')], {
        worktrees: [
          { name: 'ledger', head, operations: [], changes: files },
          { name: 'hotfix', head, operations: [], changes: files },
          { name: 'clean', head, operations: [], changes: [] },
          { name: 'unknown', head, operations: [], changes: null },
        ],
      }),
    );
    assert.deepEqual(activity.invisible.changes, [
      { worktree: null, files },
      { worktree: 'hotfix', files },
    ]);
  });

  it('is not pushed on the branches of the day, or told of before', async () => {
    const commits = [commit('c', 'b', after(2)), commit('b', 'a', after(1)), commit('a', 'base', kenji)];
    const { activity } = await toldOf(
      facts(commits, {
        ...on('feature', 'c'),
        branches: [
          branch('feature', 'c', 'a'),
          branch('fresh', 'b'),
          { name: 'follows-main', tip: 'b', upstream: 'origin/main', upstreamTip: 'base' },
          branch('told-before', 'old'),
          branch('experiment', 'older'),
        ],
        defaultBranch: { name: 'main', tip: 'base' },
        unpushed: ['c', 'b', 'old', 'older'],
      }),
      {},
      { told: ['old'] },
    );
    assert.deepEqual(activity.invisible.unpushed, [
      { branch: 'feature', commits: 2, neverPushed: false, pushedTip: 'a', gone: false, behind: 0 },
      { branch: 'fresh', commits: 1, neverPushed: true, pushedTip: null, gone: false, behind: 0 },
      { branch: 'follows-main', commits: 1, neverPushed: true, pushedTip: null, gone: false, behind: 0 },
      { branch: 'told-before', commits: 1, neverPushed: true, pushedTip: null, gone: false, behind: 0 },
    ]);
  });

  it('is counted in full on the only branch, also from before the interval', async () => {
    const { activity } = await toldOf(
      feature('x', { unpushed: ['a', 'older', 'oldest'], branches: [branch('x', 'a', 'base')] }),
    );
    assert.equal(activity.invisible.unpushed[0]?.commits, 3);
  });
});

describe('tips', () => {
  it('are those of HEAD, of what is told of and of the most recent branches, twenty at most', async () => {
    const old = Array.from({ length: 30 }, (_, index) => branch(`old-${index}`, `tip-${index}`));
    const { activity } = await toldOf(
      facts([commit('a', 'base')], {
        ...on('here', 'h'),
        branches: [...old, branch('told', 'a', 'a'), branch('here', 'h', 'h'), branch('__proto__', 'p')],
        defaultBranch: { name: 'main', tip: 'base' },
      }),
    );
    assert.deepEqual(Object.keys(activity.tips).slice(0, 3), ['here', 'told', 'old-0']);
    assert.equal(Object.keys(activity.tips).length, 20);
    assert.equal(activity.tips.told, 'a');
  });

  it('are none in an empty repository', async () => {
    const empty = facts([], {
      worktrees: [{ name: 'x', head: { kind: 'unborn', branch: 'main' }, operations: [], changes: [] }],
      branches: [],
      defaultBranch: null,
    });
    assert.deepEqual((await toldOf(empty)).activity.tips, {});
  });
});

describe('the title of a work item', () => {
  const titleOf = async (name: string, ...subjects: readonly string[]) => {
    const commits = subjects.map((subject, at) =>
      commit(`c${at}`, at === 0 ? 'base' : `c${at - 1}`, { ...after(at), subject }),
    );
    const tip = commits.at(-1)?.hash ?? '';
    const found = facts(commits.toReversed(), {
      ...on(name, tip),
      branches: [branch(name, tip)],
      defaultBranch: { name: 'main', tip: 'base' },
    });
    return (await toldOf(found)).activity.items[0]?.title;
  };

  it('is the first subject that says something, and no slug', async () => {
    const only = 'Ignore NetworkManager wait-online at start';
    assert.equal(await titleOf('ann/ignore-nm-wait-onlin', only), only);
    assert.equal(
      await titleOf('t', 'feat: thing that works', 'fixup! feat: thing that works', 'WIP', '.'),
      'feat: thing that works',
    );
    assert.equal(await titleOf('t', 'wip', '.', 'Split the ledger'), 'Split the ledger');
    assert.equal(await titleOf('t', 'Add a failing property test first', 'Split the ledger'), 'Split the ledger');
    assert.equal(await titleOf('t', 'Add tests for failing payments', 'Changelog'), 'Add tests for failing payments');
  });

  it('is the branch’s words where no subject says anything', async () => {
    assert.equal(await titleOf('ann/split-ledger', 'wip', 'more', '.'), 'split ledger');
  });
});
