import { deepEqual, equal } from 'node:assert/strict';
import { FileTree } from '../../../src/core/files/fileTree';
import { IgnoreRules } from '../../../src/core/files/ignoreRules';
import { scopeMatches } from '../../../src/core/links/scopeMatches';

const paths = ['src/a.ts', 'src/b.ts', 'src/deep/c.ts', 'srcs/d.ts', 'x.md'];
const tree = new FileTree(paths, new IgnoreRules([]), false);
const pacer = { breathe: async () => {} };
const matches = (glob: string, signal = new AbortController().signal) =>
  scopeMatches(glob, [glob], tree, 2, pacer, signal);

describe('what a glob of a scope matches', () => {
  it('is counted, and the first are named', async () => {
    deepEqual(await matches('src/**'), { count: 3, first: ['src/a.ts', 'src/b.ts'] });
    deepEqual(await matches('src'), { count: 3, first: ['src/a.ts', 'src/b.ts'] });
    deepEqual(await matches('**/*.md'), { count: 1, first: ['x.md'] });
  });

  it('is without what another glob of the record takes out', async () => {
    const { signal } = new AbortController();
    const scope = ['src/**', '!src/deep/**'];
    deepEqual(await scopeMatches('src/**', scope, tree, 9, pacer, signal), {
      count: 2,
      first: ['src/a.ts', 'src/b.ts'],
    });
  });

  it('may be one file, or none', async () => {
    deepEqual(await matches('./src/a.ts'), { count: 1, first: ['src/a.ts'] });
    deepEqual(await matches('gone/**'), { count: 0, first: [] });
  });

  it('is not known of what is no glob here', async () => {
    deepEqual(await matches('!src/**'), null);
    deepEqual(await matches('src/{a'), null);
  });

  it('is given up where the person moved on', async () => {
    const stop = new AbortController();
    let looked = 0;
    const stopping = {
      breathe: async () => {
        looked++;
        stop.abort();
      },
    };
    equal(await scopeMatches('src/**', [], tree, 2, stopping, stop.signal), null);
    equal(looked, 1);
  });
});
