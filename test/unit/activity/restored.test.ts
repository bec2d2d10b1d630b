import assert from 'node:assert/strict';
import type { RepositoryFacts } from '../../../src/core/activity/facts';
import { restoredBy } from '../../../src/core/activity/restored';
import { after, branch, commit, facts, file, toldOf } from './support';

describe('restoredBy', () => {
  /** Two commits that take `package-lock.json` from one content to another, the newer one first. */
  const restored = async (...contents: readonly (readonly [before: string, now: string])[]) =>
    restoredIn(contents, facts([commit('b', 'a', after(2)), commit('a', 'base', after(1))]));

  async function restoredIn(contents: readonly (readonly [before: string, now: string])[], given: RepositoryFacts) {
    const path = 'package-lock.json';
    const patches = contents.map(([before, now], at) => {
      const ids = { before: new Map([[path, before]]), contents: new Map([[path, now]]) };
      return [at === 0 ? 'b' : 'a', { patchId: `p${at}`, files: [file(path)], ...ids }] as const;
    });
    const { activity } = await toldOf(given, Object.fromEntries(patches));
    return [...restoredBy([activity])];
  }

  it('has a file into which a package was added and from which it was taken again', async () => {
    assert.deepEqual(await restored(['2', '1'], ['1', '2']), ['package-lock.json']);
  });

  it('has none that ends otherwise', async () => {
    assert.deepEqual(await restored(['2', '3'], ['1', '2']), []);
  });

  it('has none that has landed and waits to be taken back', async () => {
    const open = facts([commit('b', 'a', after(2)), commit('a', 'base', after(1))], {
      branches: [branch('main', 'a', 'a'), branch('undo', 'b', 'b')],
      defaultBranch: { name: 'main', tip: 'a' },
    });
    assert.deepEqual(
      await restoredIn(
        [
          ['2', '1'],
          ['1', '2'],
        ],
        open,
      ),
      [],
    );
  });
});
