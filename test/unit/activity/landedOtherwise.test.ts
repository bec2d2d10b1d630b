import assert from 'node:assert/strict';
import type { CommitFact, PatchFact } from '../../../src/core/activity/facts';
import { landedOtherwise } from '../../../src/core/activity/landedOtherwise';
import { after, commit, kenji, patch } from './support';

describe('whether a branch landed that is not merged by ancestry', () => {
  const [first, second] = [commit('a', 'base', after(1)), commit('b', 'a', { ...after(2), subject: 'Split more' })];
  const commits = [second, first];

  async function landedBy(
    landed: readonly CommitFact[],
    ids: Readonly<Record<string, string>> = {},
    whole = '',
    files = ['a.ts'],
  ) {
    const patchOf = (hash: string): PatchFact => patch(ids[hash] ?? `patch of ${hash}`, 'a.ts');
    const ask = {
      patches: async (hashes: readonly string[]) => new Map(hashes.map((hash) => [hash, patchOf(hash)])),
      rangePatch: async () => patch(whole || 'the whole', ...files),
    };
    return (await landedOtherwise(ask, { tip: 'b', commits }, landed, 'main'))?.hash ?? null;
  }
  const squash = (changes: Partial<CommitFact> = {}) =>
    commit('s', 'base', { ...after(9), subject: 'Split', ...changes });

  const cases: readonly (readonly [what: string, answer: () => Promise<string | null>, expected: string | null])[] = [
    ['nothing landed', () => landedBy([]), null],
    ['another change of its author', () => landedBy([squash()]), null],
    ['a request with one of its subjects', () => landedBy([squash({ subject: 'Split more (#12)' })]), 's'],
    ['such a subject without a request', () => landedBy([squash({ subject: 'Split more' })]), null],
    ['such a request of another author', () => landedBy([squash({ ...kenji, subject: 'Split more (#12)' })]), null],
    ['one from before its last commit', () => landedBy([squash({ subject: 'Split more (#12)', ...after(0) })]), null],
    ['its whole patch', () => landedBy([squash()], { s: 'same' }, 'same'), 's'],
    [
      'the patch of each of its commits',
      () => landedBy([squash(), commit('t', 's', after(10))], { s: '1', a: '1', t: '2', b: '2' }),
      't',
    ],
    ['the patch of one of its commits', () => landedBy([squash()], { s: '1', a: '1' }), null],
    [
      'a request that landed one of its commits, the lower part of a stack',
      () => landedBy([squash({ subject: `${first.subject} (#12)` })], { s: '1', a: '1' }),
      null,
    ],
    [
      'a request with one of its subjects that leaves out a file',
      () => landedBy([squash({ subject: 'Split more (#12)' })], {}, '', ['a.ts', 'b.ts']),
      null,
    ],
  ];
  it('is shown by the contents in which another left all of its files, with more beside them', async () => {
    const contents = (text: string, ...more: readonly string[]): PatchFact => ({
      ...patch(text, 'a.ts', ...more),
      contents: new Map([['a.ts', text] as const, ...more.map((path) => [path, 'more'] as const)]),
    });
    const found = async (text: string, landed: Partial<CommitFact> = {}) => {
      const ask = {
        patches: async (hashes: readonly string[]) =>
          new Map(hashes.map((hash) => [hash, contents(hash === 's' ? text : hash, 'CHANGES.md')])),
        rangePatch: async () => contents('split'),
      };
      const theirs = squash({ ...kenji, subject: 'Bring it in', ...landed });
      return (await landedOtherwise(ask, { tip: 'b', commits }, [theirs], 'main'))?.hash ?? null;
    };
    assert.equal(await found('split'), 's');
    assert.equal(await found('other'), null);
    assert.equal(await found('split', after(0)), null);
  });

  it('is not shown by the commit that it was picked from', async () => {
    const source = 'a1b2c3d4'.repeat(5);
    const landed = [{ ...squash({ subject: `${first.subject} (#12)` }), hash: source }];
    const own = commit('p', 'release', { ...after(1), trailers: `(cherry picked from commit ${source})` });
    const same = patch('same', 'a.ts');
    const ask = {
      patches: async (hashes: readonly string[]) => new Map(hashes.map((hash) => [hash, same])),
      rangePatch: async () => same,
    };
    const found = (commits: readonly CommitFact[]) => landedOtherwise(ask, { tip: 'p', commits }, landed, 'main');
    assert.equal(await found([own]), null);
    assert.equal((await found([{ ...own, trailers: '' }]))?.hash, source);
  });

  for (const [what, answer, expected] of cases) {
    it(`${expected === null ? 'is not shown' : 'is shown'} by ${what}`, async () =>
      assert.equal(await answer(), expected));
  }
});
