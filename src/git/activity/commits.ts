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
  /** Hashes that an earlier text reported; what they reach is left out. */
  readonly reported: readonly string[];
  /** A commit from before the interval (see `readCut` below), or null. */
  readonly cut: string | null;
}

export interface Commits {
  /** Newest first. */
  readonly commits: readonly CommitFact[];
  readonly truncated: boolean;
}

/** Stored tips may be gone after a rewrite, which costs no call of its own to find out. */
const walkArguments = [...logArguments, '--ignore-missing', '--branches'] as const;
/** A team's week is hundreds of commits; a text cannot report more than this. */
const mostCommits = 5_000;
/** What is looked at where git cannot sort out by date itself. */
const mostWalked = 20_000;
/** Only against a git without end; what is held of a commit is cut off (see `commitFormat.ts`). */
const walkBytes = 256 * 1024 * 1024;
/** Twice this fits on a command line on Windows. */
const mostHashes = 300;

/**
 * What the local branches and `tips` reach since the interval began: one walk, and more only in rare cases.
 *
 * What was reported before is excluded by reachability, which no wrong clock can spoil. The commit date decides where
 * nothing was reported, where the walk leads too far because none of the reported commits exists any more, and where
 * git fails at it. It decides as a filter, because `--since` stops at the first commit with a wrong clock
 * (docs/adr/0018). Git before 2.37 has no such filter, and there our own code filters. Throws `GitUnanswered`.
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

/** A walk that comes to the beginning of history met no commit that was reported before. */
function isOldRoot({ parents, committed }: CommitFact, start: Instant): boolean {
  return parents.length === 0 && committed < start;
}

function orThrow(result: GitResult, found: Commits): Commits {
  answered(result);
  return found;
}

const cutFormat = logFormat({ hash: '%H', committed: '%ct' });
/** First parents that are looked at: weeks of a large project. */
const mostLooked = 1_000;
/** So many commits one after the other with wrong clocks are not met. */
const enough = 100;

/**
 * A commit that was certainly made before an instant: on the way from HEAD over first parents, nothing from there on is
 * younger, and that does not rest on one wrong clock. All that it reaches is older still. Leaving that out spares git
 * the walk through the whole history that a filter by date needs (80,000 commits: 150 ms before, 10 ms after). Null
 * where there is no such commit: then the walk takes longer and finds the same. Throws `GitUnanswered` where it was
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
  /** Parents of `hashes`; those that are pushed are where branches left what a remote has. */
  readonly parents: ReadonlySet<string>;
  readonly truncated: boolean;
}

const unpushedFormat = logFormat({ hash: '%H', parents: '%P' });
const mostUnpushed = 1_000;

/**
 * Commits of any age that a local branch or one of `tips` (hashes) has and no remote-tracking branch, newest first.
 * Throws `GitUnanswered`.
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
      // The second `--not` is for the hashes, which come last.
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
