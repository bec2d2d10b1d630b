import type { CommitFact } from '../../core/activity/facts';
import type { Instant } from '../../core/time/zone';
import type { Repository } from '../repository';
import { answered, type GitResult } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { commitFormat, commitOf } from './commitFormat';

export interface Window {
  /** Hashes to walk from, besides the local branches. */
  readonly tips: readonly string[];
  readonly start: Instant;
  /** Hashes that were told of before; what they reach is left out. */
  readonly told: readonly string[];
  /** A commit from before the interval (see `cut.ts`), or null. */
  readonly cut: string | null;
}

export interface Commits {
  /** Newest first. */
  readonly commits: readonly CommitFact[];
  readonly truncated: boolean;
}

/** Stored tips may be gone after a rewrite, which costs no call of its own to find out. */
const walkArguments = ['-z', '--use-mailmap', '--encoding=UTF-8', '--ignore-missing', '--branches'] as const;
/** A team's week is hundreds; more cannot be told. */
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
 * What was told of is excluded by reachability, which no wrong clock can spoil, and no date is asked for. Where that
 * leads too far, because no told commit is left, or git cannot do it, the commit date decides: as a filter, because
 * `--since` stops at the first commit with a wrong clock (docs/adr/0018), and in our own code where git is older
 * than 2.37 and knows no such filter. Throws `GitUnanswered`.
 */
export async function readCommits(
  runner: GitRunner,
  repository: Repository,
  { tips, start, told, cut }: Window,
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
  if (told.length > 0) {
    const without = told.slice(0, mostHashes).map((hash) => `^${hash}`);
    const { result, ...found } = await walk(mostCommits, [], [...from, ...without], -Infinity);
    const tooFar = found.truncated || found.commits.some((commit) => isOldRoot(commit, start));
    if (result.kind !== 'failed' && !tooFar) return orThrow(result, found);
  }
  const { result, ...found } = await walk(mostCommits, [`--since-as-filter=@${since} +0000`], from, -Infinity);
  if (result.kind !== 'failed' || result.reason !== 'usage') return orThrow(result, found);
  const { result: plain, ...all } = await walk(mostWalked, [], from, since * 1000);
  return orThrow(plain, all);
}

/** Where a walk comes to the beginning of history, nothing that was told of was in its way. */
function isOldRoot({ parents, committed }: CommitFact, start: Instant): boolean {
  return parents.length === 0 && committed < start;
}

function orThrow(result: GitResult, found: Commits): Commits {
  answered(result);
  return found;
}
