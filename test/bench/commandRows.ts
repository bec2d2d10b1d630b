import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { TemporaryRepository } from '../unit/support/temporaryRepository';
import { type Call, pairs, type Ratio } from './pairs';
import { log4brains, makeForLog4brains } from './peer';
import { addCode, makeChained, makeRepository } from './repository';

/** One line of the table: a command of ours against the least that anything could do, or against another program. */
export interface CommandRow extends Ratio {
  readonly name: string;
  readonly floor: string;
  /** What the ratio of the clock is to reach on an idle machine. */
  readonly reach: number;
}

interface Repository {
  readonly root: string;
  readonly cache: string;
}

interface Plan {
  readonly name: string;
  readonly make: (root: string) => Promise<unknown>;
  readonly work: (place: Repository) => readonly string[];
  readonly floor: 'the same bytes' | 'node -e 0' | 'git grep' | 'log4brains';
  readonly reach: number;
  readonly isKept?: boolean;
  /** Takes minutes, and is measured where that or just this row is asked for. */
  readonly isLarge?: boolean;
  /** Pairs, where as many as are asked for would take an hour. */
  readonly count?: number;
}

const cli = resolve('dist/cli.js');
const source = 'packages/money/src/part3.ts';
const records = (root: string) => [cli, 'records', root, '--json', '--no-git'];
const code = (count: number) => async (root: string) => {
  await makeRepository(root, 1_000);
  await addCode(root, count - 2_000);
};

/** The same on a branch that changed every hundredth file, beside the branch that it left. */
const branched = (count: number) => async (root: string) => {
  await code(count)(root);
  const repository = TemporaryRepository.create(root);
  repository.commit({ date: '2024-01-01T12:00:00Z' });
  repository.git('checkout', '--quiet', '-b', 'other');
  const files = repository.git('ls-files').split('\n');
  for (const file of files.filter((_, at) => at % 100 === 0)) await appendFile(join(root, file), '\nSee ADR-00007.\n');
  repository.commit({ date: '2024-01-02T12:00:00Z' });
};

/** Findings are no failure of the bench. */
const neverFails = (command: string) => (command === 'check' ? ['--fail-on', 'error'] : []);

const sized = (count: number, reach: number, isLarge = false): readonly Plan[] =>
  [
    { shape: 'chained', make: (root: string) => makeChained(root, count) },
    { shape: 'monorepo', make: (root: string) => makeRepository(root, count) },
  ].flatMap(({ shape, make }) => [
    {
      ...({ name: `records, ${count} ${shape}`, make, floor: 'the same bytes', reach, isLarge } as const),
      work: ({ root }: Repository) => [...records(root), '--no-cache'],
    },
    {
      ...({
        name: `records, ${count} ${shape}, kept`,
        make,
        floor: 'the same bytes',
        reach,
        isLarge,
        isKept: true,
      } as const),
      work: ({ root }: Repository) => records(root),
    },
  ]);

const plans: readonly Plan[] = [
  ...sized(1_000, 2),
  ...sized(10_000, 2.5),
  ...sized(100_000, 2.5, true),
  {
    ...{ name: 'records, 1000 beside log4brains', floor: 'log4brains', reach: 1 / 50, isLarge: true, count: 1 },
    async make(root) {
      await makeChained(root, 1_000);
      await makeForLog4brains(root);
    },
    work: ({ root }) => [...records(root), '--no-cache'],
  },
  {
    ...{ name: 'for, 2000 files, kept', make: code(2_000), floor: 'node -e 0', reach: 2, isKept: true },
    work: () => [cli, 'for', source, '--json'],
  },
  {
    ...{ name: 'for, 2000 files', make: code(2_000), floor: 'git grep', reach: 3 },
    work: () => [cli, 'for', source, '--json', '--no-cache'],
  },
  {
    ...{
      name: 'for, 100000 files, kept',
      make: code(100_000),
      floor: 'node -e 0',
      reach: 3,
      isKept: true,
      isLarge: true,
    },
    work: () => [cli, 'for', source, '--json'],
  },
  {
    ...{ name: 'check --base, 2000 files, kept', make: branched(2_000), floor: 'git grep', reach: 2, isKept: true },
    work: ({ root }) => [cli, 'check', root, '--base', 'main', '--json', ...neverFails('check')],
  },
  {
    ...{ name: 'check --base, 2000 files', make: branched(2_000), floor: 'git grep', reach: 4 },
    work: ({ root }) => [cli, 'check', root, '--base', 'main', '--json', '--no-cache', ...neverFails('check')],
  },
  ...(['refs', 'check'] as const).flatMap((command) => [
    {
      ...({
        name: `${command}, 100000 files`,
        make: code(100_000),
        floor: 'git grep',
        reach: 2,
        isLarge: true,
      } as const),
      work: ({ root }: Repository) => [cli, command, root, '--json', '--no-cache', ...neverFails(command)],
    },
    {
      ...({
        name: `${command}, 100000 files, kept`,
        make: code(100_000),
        floor: 'git grep',
        reach: 2,
        isKept: true,
        isLarge: true,
      } as const),
      work: ({ root }: Repository) => [cli, command, root, '--json', ...neverFails(command)],
    },
  ]),
];

const floors: Readonly<Record<Plan['floor'], (root: string) => readonly string[] | Promise<readonly string[]>>> = {
  'the same bytes': (root) => [resolve('test/bench/readAll.mjs'), root],
  'node -e 0': () => ['-e', '0'],
  'git grep': () => ['-e', `require('node:child_process').execFileSync('git',['grep','-n','ADR-0'],{maxBuffer:2**30})`],
  log4brains: async () => [await log4brains()],
};

/**
 * @param named words of the names of rows, without any all; a large one is measured by its whole name, or `withLarge`
 * @param tell hears of each row when it is measured: all of them take more than an hour
 */
export async function commandRows(
  named: readonly string[],
  { withLarge, count }: { readonly withLarge: boolean; readonly count: number },
  tell: (row: CommandRow) => void,
): Promise<readonly CommandRow[]> {
  const isWanted = ({ name, isLarge }: Plan) =>
    named.includes(name) || (isNamed(name, named) && (withLarge || !isLarge));
  const rows: CommandRow[] = [];
  for (const plan of plans.filter(isWanted)) {
    const row = await rowOf(plan, plan.count ?? count);
    tell(row);
    rows.push(row);
  }
  return rows;
}

function isNamed(name: string, named: readonly string[]): boolean {
  return named.length === 0 || named.some((words) => name.includes(words));
}

async function rowOf({ name, make, work, floor, reach, isKept = false }: Plan, count: number): Promise<CommandRow> {
  const base = await mkdtemp(join(tmpdir(), 'meridian-bench-'));
  const [root, cache] = [join(base, 'repository'), join(base, 'cache')];
  try {
    await mkdir(root);
    await make(root);
    execFileSync('git', ['init', '-q', root]);
    if (floor === 'git grep') execFileSync('git', ['add', '.'], { cwd: root });
    const environment = { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache };
    const call: Call = { args: work({ root, cache }), cwd: root, environment };
    // Nothing is kept of files that were written a moment ago.
    if (isKept) await setTimeout(3_500);
    const hasChild = floor === 'git grep' || floor === 'log4brains';
    const ratio = pairs(call, { args: await floors[floor](root), cwd: root }, count, hasChild);
    return { name, floor, reach, ...ratio };
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}
