import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeSampleWorkspace } from '../../../scripts/sample/workspace.mjs';
import { makeEmptyExtension, makeLargeWorkspace } from '../../bench/largeWorkspace';
import type { Suite } from './suites';

const root = join(__dirname, '../../..');

/** Two folders, each with decisions of its own, both counted from 1: what an id means depends on the folder. */
async function makeMultiRoot(parent: string): Promise<string> {
  await makeSampleWorkspace(join(parent, 'ledger'));
  await cp(join(root, 'test/fixtures/payments'), join(parent, 'payments'), { recursive: true });
  const file = join(parent, 'both.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: 'ledger' }, { path: 'payments' }] }));
  return file;
}

const makeSample = (parent: string) => makeSampleWorkspace(join(parent, 'ledger'));

/** Makes what a suite opens, a folder or a `.code-workspace` file, below `parent`. */
export const workspaceFor: Readonly<Record<Suite, (parent: string) => Promise<string>>> = {
  trusted: makeSample,
  restricted: makeSample,
  multiRoot: makeMultiRoot,
  async bench(parent) {
    await makeEmptyExtension(join(parent, 'extensions'));
    return makeLargeWorkspace(join(parent, 'large'));
  },
};
