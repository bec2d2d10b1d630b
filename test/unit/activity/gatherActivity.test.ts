import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CommitFact, RepositoryFacts } from '../../../src/core/activity/facts';
import { gatherActivity } from '../../../src/core/activity/gatherActivity';
import { neverCancelled } from '../../../src/core/ports';
import { after, ann, at, branch, commit, facts, interval, kenji, PlainSource, patch, toldOf } from './support';

const gather = (byFolder: Readonly<Record<string, RepositoryFacts>>, ...folders: readonly string[]) =>
  gatherActivity(new PlainSource(byFolder), folders, ann, interval, [], neverCancelled);
const named = (id: string, changes: Partial<RepositoryFacts> = {}) =>
  facts([commit(id, '')], { id, name: id, root: `/work/${id}`, ...changes });

describe('gatherActivity', () => {
  it('tells several repositories in the order of the folders', async () => {
    const { repositories } = await gather({ '/b': named('b'), '/a': named('a') }, '/b', '/a');
    assert.deepEqual(
      repositories.map(({ name }) => name),
      ['b', 'a'],
    );
  });

  it('tells a repository once that is opened twice', async () => {
    const one = named('a');
    assert.equal(
      (await gather({ '/a': one, '/a/src': one, '/tree': one }, '/a', '/a/src', '/a', '/tree')).repositories.length,
      1,
    );
  });

  it('lists folders without an answer by their name alone', async () => {
    const { missing, repositories } = await gather(
      { '/a': named('a') },
      '/home/ann/notes',
      'C:\\Users\\ann\\x\\',
      '/a',
    );
    assert.deepEqual(missing, [
      { folder: 'notes', detail: 'no-repository' },
      { folder: 'x', detail: 'no-repository' },
    ]);
    assert.equal(repositories.length, 1);
  });

  it('tells a submodule as a repository of its own, after its parent, where something happened in it', async () => {
    const parent = named('parent', { submodules: ['libs/busy', 'libs/quiet', 'libs/gone'] });
    const quiet = facts([], { id: 'quiet', name: 'quiet' });
    const byFolder = { '/p': parent, '/work/parent/libs/busy': named('busy'), '/work/parent/libs/quiet': quiet };
    const { repositories } = await gather({ ...byFolder, '/other': named('other') }, '/p', '/other');
    assert.deepEqual(
      repositories.map(({ name }) => name),
      ['parent', 'busy', 'other'],
    );
    assert.deepEqual(repositories[0]?.gaps, [{ what: 'submodule', reason: 'libs/gone: no-repository' }]);
  });

  it('tells a submodule once that is a folder of its own too', async () => {
    const byFolder = { '/p': named('p', { submodules: ['lib'] }), '/work/p/lib': named('lib'), '/lib': named('lib') };
    assert.equal((await gather(byFolder, '/p', '/lib')).repositories.length, 2);
  });

  it('names two repositories apart whose folders are called alike', async () => {
    const of = (id: string) => facts([commit(id, '')], { id, name: 'ledger', root: `/work/${id}/ledger` });
    const { repositories } = await gather({ '/a': of('acme'), '/b': of('web') }, '/a', '/b');
    assert.deepEqual(
      repositories.map(({ name }) => name),
      ['acme/ledger', 'web/ledger'],
    );
  });

  it('looks at a dozen submodules and says so', async () => {
    const submodules = Array.from({ length: 20 }, (_, index) => `m${index}`);
    const entries = submodules.map((path) => [`/work/p/${path}`, named(path)] as const);
    const { repositories } = await gather({ '/p': named('p', { submodules }), ...Object.fromEntries(entries) }, '/p');
    assert.equal(repositories.length, 13);
    assert.deepEqual(repositories[0]?.gaps, [{ what: 'submodule', reason: '8 more were not looked at' }]);
  });

  it('says of how many commits git gave no statistics', async () => {
    const source = new PlainSource({ '/a': named('a') });
    source.patches = () => Promise.resolve(new Map());
    const { repositories } = await gatherActivity(source, ['/a'], ann, interval, [], neverCancelled);
    assert.deepEqual(repositories[0]?.gaps, [{ what: 'statistics', reason: 'no answer for 1 of 1 commits' }]);
  });

  it('counts the commits that only hand over or read back, and tells of none of their files', async () => {
    const note = 'docs/handoffs/2026-11-18-ann-lee-to-kenji-mori.md';
    const commits = [commit('c', 'b', after(2)), commit('b', 'a', after(1)), commit('a', '')];
    const { activity, omitted } = await toldOf(facts(commits), {
      b: patch('b', note),
      c: patch('c', note, 'src/c.ts'),
    });
    assert.deepEqual(
      activity.items.flatMap((item) => item.commits.map(({ hash }) => hash)),
      ['c', 'a'],
    );
    assert.deepEqual([omitted, activity.files], [{ handoffs: 1 }, ['a.ts', 'src/c.ts']]);
  });

  it('says that a note is not pushed', async () => {
    const commits = [commit('b', 'a', after(1)), commit('a', '')];
    const repository = facts(commits, { branches: [branch('main', 'b', 'a')], unpushed: ['b'] });
    const { activity } = await toldOf(repository, { b: patch('b', 'docs/handoffs/a.md'), a: patch('a', 'a.ts') });
    assert.deepEqual(
      activity.invisible.unpushed.map(({ branch: name, commits: number }) => [name, number]),
      [['main', 1]],
    );
  });

  it('names each file once, and writes a subject in one line', async () => {
    const commits = [commit('b', 'a', { ...after(1), subject: ' Split\n\tit  up ' }), commit('a', '')];
    const { activity, commits: told } = await toldOf(facts(commits), {
      a: patch('a', 'x.ts', 'b.ts'),
      b: patch('b', 'b.ts'),
    });
    assert.deepEqual([activity.files, told[0]?.subject], [['b.ts', 'x.ts'], 'Split it up']);
  });
});

/** Histories with merges, copies, several branches, authors and clocks. */
const anyHistory = fc
  .array(
    fc.record({
      parents: fc.array(fc.nat({ max: 12 }), { maxLength: 2 }),
      minute: fc.integer({ min: -1_000, max: 1_000 }),
      authored: fc.integer({ min: 0, max: 3 }),
      patch: fc.integer({ min: 0, max: 4 }),
      tree: fc.integer({ min: 0, max: 6 }),
      who: fc.constantFrom('ann', 'ann', 'ann', 'kenji', 'bot'),
      subject: fc.constantFrom('Split', 'LED-7: split', "Merge branch 'main' into x", 'Revert "Split"'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .chain((drawn) =>
    fc.record({
      commits: fc.constant(
        drawn.map(
          ({ parents, minute, authored, tree, who, subject }, index): CommitFact => ({
            ...commit(`c${index}`, [...new Set(parents.map((parent) => `c${index + 1 + parent}`))].join(' '), {
              committed: at('2026-11-20T10:00Z') + minute * 60_000,
              authored: at('2026-11-20T09:00Z') + authored * 1_000,
              tree: `t${tree}`,
              subject,
              ...(who === 'ann' ? {} : kenji),
            }),
            ...(who === 'bot' ? { author: { name: 'renovate[bot]', address: '' } } : {}),
          }),
        ),
      ),
      patches: fc.constant(
        Object.fromEntries(drawn.map((each, index) => [`c${index}`, patch(`p${each.patch}`, 'a.ts')])),
      ),
      tips: fc.array(fc.nat({ max: 14 }), { minLength: 3, maxLength: 5 }),
      unpushed: fc.option(fc.array(fc.nat({ max: 12 })), { nil: null }),
    }),
  );

type History = typeof anyHistory extends fc.Arbitrary<infer Value> ? Value : never;

function repositoryOf({ commits, tips, unpushed }: History): RepositoryFacts {
  const [main = 0, ...others] = tips;
  const branches = others.map((tip, index) => branch(`b${index}`, `c${tip}`, index % 2 === 0 ? `c${main}` : null));
  return facts(commits, {
    branches,
    defaultBranch: { name: 'main', tip: `c${main}` },
    unpushed: unpushed?.map((index) => `c${index}`) ?? null,
  });
}

describe('whatever the history is', () => {
  it('every commit is told or counted, and none is both', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const { activity, commits } = await toldOf(repositoryOf(history), history.patches);
        const omitted = activity.omissions.reduce((sum, { count }) => sum + count, 0);
        assert.equal(commits.length + omitted, history.commits.length);
        assert.equal(new Set(commits.map(({ hash }) => hash)).size, commits.length);
      }),
    );
  });

  it('no change is told twice but where one commit came after the other', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const { commits } = await toldOf(repositoryOf(history), history.patches);
        const parents = new Map(history.commits.map((each) => [each.hash, each.parents]));
        const leadsTo = (from: string, to: string): boolean =>
          from === to || (parents.get(from) ?? []).some((parent) => leadsTo(parent, to));
        for (const a of commits) {
          for (const b of commits) {
            if (a.merge || b.merge || history.patches[a.hash]?.patchId !== history.patches[b.hash]?.patchId) continue;
            assert.ok(leadsTo(a.hash, b.hash) || leadsTo(b.hash, a.hash), `${a.hash} and ${b.hash}`);
          }
        }
      }),
    );
  });

  it('the order of the facts leaves no trace', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const repository = repositoryOf(history);
        const turned = { ...repository, commits: repository.commits.toReversed() };
        const tell = async (of: RepositoryFacts) => (await toldOf(of, history.patches)).activity;
        assert.deepEqual(await tell(turned), await tell(repository));
      }),
    );
  });

  it('keys of work items are unique among those that landed and among others, and items begin with what is not finished', async () => {
    const order = ['local', 'pushed', 'merged'];
    await fc.assert(
      fc.asyncProperty(anyHistory, async (history) => {
        const { items } = (await toldOf(repositoryOf(history), history.patches)).activity;
        const names = items.map(({ key, standing }) => `${standing === 'merged'} ${key}`);
        assert.equal(new Set(names).size, items.length);
        const standings = items.map(({ standing }) => order.indexOf(standing));
        assert.deepEqual(standings, standings.toSorted());
      }),
    );
  });
});
