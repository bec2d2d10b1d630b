// Counts the instructions of the command line beside an empty Node: `node --import tsx test/bench/counted.ts [--keep]`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { calledWith } from '../../scripts/options.mjs';
import { table } from './measure';
import { makeRepository } from './repository';

/**
 * How much the command line does, in instructions: other programs on the machine change nothing of that, and the same
 * build gives the same figure within half a percent. Each is a ratio to an empty Node, kept for a version of Node and a
 * processor, which have figures of their own. `--keep` writes it.
 */
const keptFile = 'test/bench/kept-counts.json';
/** By how much a ratio may be above the kept one. */
const tolerance = 1.2;
const place = `node ${process.versions.node.split('.')[0]} ${process.arch}`;

/** The same decisions of the engine each time: all is interpreted, on one thread. */
const repeatable = [
  '--no-opt',
  '--no-sparkplug',
  '--single-threaded',
  '--predictable',
  '--hash-seed=1',
  '--random-seed=1',
];
const counter = ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null'];
const records = 30;

/** Millions of instructions of a Node with these arguments. @throws where it fails */
function count(args: readonly string[], cwd: string, cache: string): number {
  const { status, stderr } = spawnSync('valgrind', [...counter, process.execPath, ...repeatable, ...args], {
    cwd,
    env: { ...process.env, XDG_CACHE_HOME: cache },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const found = /I +refs: +([\d,]+)/.exec(stderr)?.[1];
  if (status !== 0 || found === undefined) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(found.replaceAll(',', '')) / 1e6;
}

async function counts(): Promise<Readonly<Record<string, number>>> {
  const base = await mkdtemp(join(tmpdir(), 'meridian-counted-'));
  const [root, cache] = [join(base, 'repository'), join(base, 'cache')];
  try {
    await mkdir(root);
    await makeRepository(root, records);
    execFileSync('git', ['init', '-q', root]);
    const written = setTimeout(3_500);
    const file = [resolve('dist/cli.js'), 'for', 'packages/money/src/part3.ts', '--json'];
    const floor = count(['-e', '0'], root, cache);
    const cold = count([...file, '--no-cache'], root, cache);
    // Nothing is kept of files that were written a moment ago.
    await written;
    execFileSync(process.execPath, file, { cwd: root, env: { ...process.env, XDG_CACHE_HOME: cache }, stdio: 'pipe' });
    const kept = count(file, root, cache);
    return { 'for, 60 files': cold / floor, 'for, 60 files, kept': kept / floor };
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const { values } = calledWith({ options: { keep: { type: 'boolean' } } });
  if (spawnSync('valgrind', ['--version']).status !== 0) {
    console.log('  Not counted: there is no valgrind here. `npm run bench -- --check` compares times.');
    return 0;
  }
  const found = Object.entries(await counts());
  const all: Record<string, Record<string, number>> = JSON.parse(await readFile(keptFile, 'utf8'));
  if (values.keep) {
    all[place] = Object.fromEntries(found.map(([name, ratio]) => [name, Number(ratio.toFixed(2))]));
    await writeFile(keptFile, `${JSON.stringify(all, null, 2)}\n`);
  }
  const own = all[place];
  const words = (ratio: number | undefined) => (ratio === undefined ? '' : `${ratio.toFixed(2)} x`);
  const rows = found.map(([name, ratio]) => [name, words(ratio), words(own?.[name])]);
  console.log(table([`instructions beside an empty ${place}`, 'now', 'kept'], rows));
  if (own === undefined) console.log(`  No figures are kept for ${place}; \`--keep\` writes them.`);
  const more = found.filter(([name, ratio]) => ratio > (own?.[name] ?? Number.POSITIVE_INFINITY) * tolerance);
  for (const [name, ratio] of more) {
    console.error(
      `${name}: ${words(ratio)}, kept ${words(own?.[name])}; where that is meant, \`--keep\` in the same change`,
    );
  }
  return more.length > 0 ? 1 : 0;
}

void main().then((status) => {
  process.exitCode = status;
});
