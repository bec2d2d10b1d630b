import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { gatherActivity } from '../../src/core/activity/gatherActivity';
import { identityOfAuthors } from '../../src/core/activity/identity';
import { risksOf } from '../../src/core/activity/risks';
import { draftHandoff } from '../../src/core/drafts/handoff';
import { neverCancelled } from '../../src/core/ports';
import { GitActivity } from '../../src/git/activity/gitActivity';
import { GitRunner } from '../../src/git/runner';
import { TemporaryRepository } from '../unit/support/temporaryRepository';
import { makeHistory } from './draftsHistory';
import { median, table, timed } from './measure';

const runs = 5;
const zone = 'Europe/Berlin';
const dayMs = 86_400_000;

/** A repository and a person's day in it; times in milliseconds. */
interface Day {
  readonly root: string;
  readonly author: string;
  readonly start: number;
  readonly end: number;
}

const git = (root: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 }).trim();

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** The last day of a repository and who did most on it. */
function lastDay(root: string): Day {
  const end = Number(git(root, 'log', '-1', '--format=%ct')) * 1000 + 1000;
  const start = end - dayMs;
  const authors = lines(git(root, 'log', '--branches', `--since-as-filter=@${start / 1000}`, '--format=%aN <%aE>'));
  const commitsOf = (author: string) => authors.filter((other) => other === author).length;
  const [author = ''] = [...new Set(authors)]
    .filter((name) => !name.includes('[bot]'))
    .sort((a, b) => commitsOf(b) - commitsOf(a));
  return { root, author, start, end };
}

/** Where the local branches were when the day began: what the handoff of the evening before has told of. */
function tipsAt({ root, start }: Day): readonly string[] {
  const branches = lines(git(root, 'for-each-ref', '--format=%(refname)', '--sort=-committerdate', 'refs/heads'));
  const at = (branch: string) => git(root, 'rev-list', '-1', '--first-parent', `--before=@${start / 1000}`, branch);
  return branches.slice(0, 20).map(at).filter(Boolean);
}

/** Everything from the question to the text. A runner of its own, so that nothing is known from the run before. */
async function draft(day: Day, told: readonly string[]) {
  let calls = 0;
  const count = () => {
    calls += 1;
  };
  const runner = new GitRunner({
    isTrusted: () => true,
    workspaceFolders: () => [day.root],
    suggestedBinary: () => undefined,
    environment: process.env,
    platform: process.platform,
    logger: { debug: count, info() {}, warn() {}, error() {} },
  });
  const interval = { start: day.start, end: day.end, from: 'given' } as const;
  const who = identityOfAuthors([day.author], []);
  const activity = await gatherActivity(new GitActivity(runner), [day.root], who, interval, told, neverCancelled);
  const commits = activity.repositories.flatMap(({ items }) => items.flatMap((item) => item.commits));
  const { text } = draftHandoff({
    ...{ now: day.end, zone, activity, records: [], previous: null },
    from: { name: day.author, schedule: null, contact: null },
    to: { kind: 'anybody' },
    risks: risksOf(commits.flatMap(({ files }) => files)),
  });
  // `git version`, which the runner asks once, is a process too.
  return { commits: commits.length, lines: text.split('\n').length, processes: calls + 1 };
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

async function row(name: string, day: Day, told: readonly string[]): Promise<string[]> {
  const upstreams = lines(git(day.root, 'for-each-ref', '--format=%(upstream)', 'refs/heads'));
  const tips = ['--branches', ...new Set(['HEAD', ...upstreams])];
  const log = (since: string) => () => git(day.root, 'log', `${since}=@${day.start / 1000} +0000`, ...tips);
  await draft(day, told);
  const [filtered, plain, drafted]: number[][] = [[], [], []];
  let last = { commits: 0, lines: 0, processes: 0 };
  for (let run = 0; run < runs; run += 1) {
    filtered?.push((await timed(log('--since-as-filter'))).ms);
    plain?.push((await timed(log('--since'))).ms);
    const { ms: time, value } = await timed(() => draft(day, told));
    drafted?.push(time);
    last = value;
  }
  const [a, b, own] = [median(filtered ?? []), median(plain ?? []), median(drafted ?? [])];
  const ratios = [a, b].map((other) => `${(own / other).toFixed(1)} x`);
  return [
    name,
    String(last.commits),
    String(last.lines),
    ms(own),
    ms(a),
    ratios[0] ?? '',
    ms(b),
    ratios[1] ?? '',
    String(last.processes),
  ];
}

const head = ['draft', 'commits', 'lines', 'time', 'log, filter', 'ratio', 'log, since', 'ratio', 'processes'];
const about = (what: string) => `
A day's handoff of ${what}, medians of ${runs} runs: facts from git, what happened, and the text.
"First" goes by time; "usual" goes on from the tips that the handoff of the evening before has told of. Beside it
\`git log\` of the same interval and tips: with \`--since-as-filter\`, which is right with any clock, and with
\`--since\`, which stops early. The limits are 2 x the first of them and 8 processes, one more for stashes and one for
branches that were touched and are open, and one fewer where the evening before is known: the made history has both.
`;

async function measured(day: Day, what: string): Promise<string> {
  const rows = [await row('first', day, []), await row('usual', day, tipsAt(day))];
  return `${about(what)}\n${table(head, rows)}`;
}

/** On a made history of 60,000 commits, or the last day of the repository that `MERIDIAN_BENCH_REPOSITORY` names. */
export async function measureDrafts(): Promise<string> {
  const named = process.env.MERIDIAN_BENCH_REPOSITORY;
  if (named) return measured(lastDay(resolve(named)), basename(resolve(named)));
  const root = await mkdtemp(join(tmpdir(), 'meridian-drafts-'));
  try {
    const repository = TemporaryRepository.create(root);
    const { now, author, commits } = await makeHistory(root, (...args) => repository.git(...args));
    return await measured({ root, author, start: now - dayMs, end: now }, `a made history of ${commits} commits`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
