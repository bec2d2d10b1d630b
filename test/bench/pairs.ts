import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { median } from './measure';

/** A program as it is called: Node with these arguments. */
export interface Call {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How often the one took what the other did, in the median of pairs that ran one after the other. */
export interface Ratio {
  /** Of the time on the clock. */
  readonly clock: number;
  /** Of the processor time of Node's own threads, which other programs disturb less; null where a child does the work. */
  readonly processor: number | null;
  /** Milliseconds on the clock, medians. */
  readonly ms: number;
  readonly floorMs: number;
}

const witness = resolve('test/bench/processorTime.cjs');

/** Runs work and floor in turn after one of each that warms up. @throws where one fails */
export function pairs(work: Call, floor: Call, count: number, hasChild = false): Ratio {
  run(work);
  run(floor);
  const rows = Array.from({ length: count }, () => [run(work), run(floor)] as const);
  const of = (value: (row: (typeof rows)[number]) => number) => median(rows.map(value));
  return {
    clock: of(([one, other]) => one.ms / other.ms),
    processor: hasChild ? null : of(([one, other]) => one.processor / other.processor),
    ms: of(([one]) => one.ms),
    floorMs: of(([, other]) => other.ms),
  };
}

function run({ args, cwd, environment }: Call): { readonly ms: number; readonly processor: number } {
  const note = join(cwd, '..', `processor-time-${process.pid}`);
  const env = { ...process.env, ...environment, MERIDIAN_BENCH_TIME: note };
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', witness, ...args], {
    cwd,
    env,
    maxBuffer: 2 ** 30,
  });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${String(stderr).slice(0, 300)}`);
  const processor = Number(readFileSync(note, 'utf8')) / 1000;
  rmSync(note);
  return { ms, processor };
}
