// What a window keeps of records and as many source files that cite them, without an editor around it:
// `node --import tsx test/bench/heap.ts [COUNT]`, of 10,000 records where no count is given.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { calledWith, refuse } from '../../scripts/options.mjs';
import { openLasting } from './openLasting';
import { makeRepository } from './repository';

/** Megabytes in use once all garbage is collected. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1e6;
}

async function main(count: number): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'meridian-bench-'));
  try {
    await makeRepository(root, count);
    const before = heap();
    const project = openLasting(root);
    await project.load();
    const found = project.records().length;
    if (found !== count) throw new Error(`${found} records were found among ${count}`);
    const most = { 10000: 40, 100000: 250 }[count];
    console.log(`heap for ${count} records: ${(heap() - before).toFixed(1)} MB${most ? `, to reach ${most}` : ''}`);
    project.record('');
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const [count = '10000'] = calledWith({ most: 1 }).positionals;
if (!/^[1-9]\d*$/.test(count)) refuse(`"${count}" is no count of records`);
void main(Number(count));
