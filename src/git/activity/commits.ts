import type { CommitFact } from '../../core/activity/facts';
import type { Instant } from '../../core/time/zone';
import { logFormat } from '../format';
import type { Repository } from '../repository';
import { answered, type GitResult } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { commitFormat, commitOf } from './commitFormat';
import { logArguments } from './commitLog';
import { orCancelled } from './gaps';

export interface Window {
  /** Hashes to walk from, besides the local branches. */
  readonly tips: readonly string[];
  readonly start: Instant;
  /** Hashes that an earlier text reported; they and their ancestors are left out. */
  readonly reported: readonly string[];
  /** A commit from before the interval (see `readCut` below), or null. */
  readonly cut: string | null;
}

export interface Commits {
  /** Newest first. */
  readonly commits: readonly CommitFact[];
  readonly truncated: boolean;
}

/** Tips that were kept may be gone after a rewrite; `--ignore-missing` saves a call to find that out. */
const walkArguments = [...logArguments, '--ignore-missing', '--branches'] as const;
/** A team's week is hundreds of commits; a text cannot report more than this. */
const mostCommits = 5_000;
/** Commits that are read at most where git cannot filter by date itself. */
const mostWalked = 20_000;
/** Only a guard against endless output; each commit is cut to a limit (see `commitFormat.ts`). */
const walkBytes = 256 * 1024 * 1024;
/** Twice as many fit on a command line on Windows. */
const mostHashes = 300;

/**
 * The commits that local branches and `tips` reach since the interval began: one walk, and more only in rare cases.
 *
 * What was reported before is excluded by reachability, which does not depend on clocks. The commit date decides where
 * nothing was reported, where the walk leads too far because none of the reported commits exists any more, and where
 * git fails to exclude them. It decides as a filter, because `--since` stops at the first commit with a wrong clock
 * (docs/adr/0018). Git before 2.37 has no such filter, so the commits are filtered here. Throws `GitUnanswered`.
 */
export async function readCommits(
  runner: GitRunner,
  repository: Repository,
  { tips, start, reported, cut }: Window,
  options: GitOptions = {},
): Promise<Commits> {
  const since = Math.max(0, Math.floor(start / 1000));
  const walk = async (limit: number, args: readonly string[], revisions: readonly string[], from: Instant) => {
    const commits: CommitFact[] = [];
    let walked = 0;
    let truncated = false;
    const onStdout = commitFormat.reader((row) => {
      walked += 1;
      if (Number(row.committed) * 1000 < from) return;
      // One more than the limit is asked for, to see whether it cut anything off.
      if (walked > limit || commits.length === mostCommits) truncated = true;
      else commits.push(commitOf(row));
    });
    const result = await runner.run(
      {
        repository,
        verb: 'log',
        args: [...walkArguments, `--max-count=${limit + 1}`, ...args, commitFormat.argument],
        revisions,
      },
      { ...options, onStdout, maxBytes: walkBytes },
    );
    return { result, commits, truncated };
  };
  const from = [...tips.slice(0, mostHashes), ...(cut === null ? [] : [`^${cut}`])];
  if (reported.length > 0) {
    const without = reported.slice(0, mostHashes).map((hash) => `^${hash}`);
    const { result, ...found } = await walk(mostCommits, [], [...from, ...without], -Infinity);
    const tooFar = found.truncated || found.commits.some((commit) => isOldRoot(commit, start));
    if (result.kind !== 'failed' && !tooFar) return orThrow(result, found);
  }
  const { result, ...found } = await walk(mostCommits, [`--since-as-filter=@${since} +0000`], from, -Infinity);
  if (result.kind !== 'failed' || result.reason !== 'usage') return orThrow(result, found);
  const { result: plain, ...all } = await walk(mostWalked, [], from, since * 1000);
  return orThrow(plain, all);
}

/** A root commit from before the interval: a walk that reaches one met no reported commit. */
function isOldRoot({ parents, committed }: CommitFact, start: Instant): boolean {
  return parents.length === 0 && committed < start;
}

function orThrow(result: GitResult, found: Commits): Commits {
  answered(result);
  return found;
}

const cutFormat = logFormat({ hash: '%H', committed: '%ct' });
/** First parents that are read: weeks of a large project. */
const mostLooked = 1_000;
/** This many consecutive commits with wrong clocks do not occur. */
const enough = 100;

/**
 * A commit that was certainly made before an instant: on HEAD's first-parent line, no commit from it on is younger, and
 * that does not rest on a single clock. Everything that it reaches is older still, and excluding that spares git the
 * walk through the whole history that a filter by date needs (80,000 commits: 150 ms before, 10 ms after). Null where
 * there is no such commit: then the walk takes longer and finds the same. Throws `GitUnanswered` where it was
 * cancelled.
 */
export async function readCut(
  runner: GitRunner,
  repository: Repository,
  before: Instant,
  options: GitOptions = {},
): Promise<string | null> {
  const args = ['-z', '--first-parent', `--max-count=${mostLooked}`, cutFormat.argument];
  const result = orCancelled(await runner.run({ repository, verb: 'log', args, revisions: ['HEAD'] }, options));
  if (result.kind !== 'exited') return null;
  const way = cutFormat.parse(result.stdout);
  const youngest = way.findLastIndex(({ committed }) => Number(committed) * 1000 >= before);
  const isCertain = way.length < mostLooked || way.length - youngest > enough;
  return isCertain ? (way[youngest + 1]?.hash ?? null) : null;
}

export interface Unpushed {
  readonly hashes: readonly string[];
  /** Parents of `hashes`; a pushed one is where a branch left what a remote has. */
  readonly parents: ReadonlySet<string>;
  readonly truncated: boolean;
}

const unpushedFormat = logFormat({ hash: '%H', parents: '%P' });
const mostUnpushed = 1_000;

/**
 * Commits of any age that a local branch or one of `tips` (hashes) reaches and no remote-tracking branch does, newest
 * first. Throws `GitUnanswered`.
 */
export async function readUnpushed(
  runner: GitRunner,
  repository: Repository,
  tips: readonly string[],
  options: GitOptions = {},
): Promise<Unpushed> {
  const result = await runner.run(
    {
      repository,
      verb: 'log',
      // The second `--not` makes the hashes, which come last, positive again.
      args: [
        '-z',
        '--branches',
        '--not',
        '--remotes',
        '--not',
        `--max-count=${mostUnpushed + 1}`,
        unpushedFormat.argument,
      ],
      revisions: tips,
    },
    options,
  );
  const rows = unpushedFormat.parse(answered(result).stdout);
  const hashes = rows.map(({ hash }) => hash);
  const parents = new Set(rows.flatMap((row) => row.parents.split(' ')));
  return { hashes: hashes.slice(0, mostUnpushed), parents, truncated: hashes.length > mostUnpushed };
}
