import type { CommitFact } from '../../core/activity/facts';
import { landedOtherwise } from '../../core/activity/landedOtherwise';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readLog, sinceArgument } from './commitLog';
import { readPatches, readRangePatch } from './patches';

/** A branch with more commits than this does not land as one request. */
const mostOpen = 100;
/** Commits that landed since the branch was begun; with more than these nothing is said. */
const mostLanded = 2_000;

/**
 * The commit by which a branch landed that is not merged by ancestry, as `landedOtherwise` finds it; null where nothing
 * shows that it did. Throws `GitUnanswered`.
 * @param tip a hash: the branch's tip, or the last known one
 * @param trunks tips of what work is merged into, the default branch first
 */
export async function readLandedBranch(
  runner: GitRunner,
  repository: Repository,
  tip: string,
  trunks: readonly string[],
  options: GitOptions = {},
): Promise<CommitFact | null> {
  const [trunk] = trunks;
  if (trunk === undefined) return null;
  const plain = ['--no-merges'] as const;
  const own = [tip, ...trunks.map((each) => `^${each}`)];
  const commits = await readLog(runner, repository, { most: mostOpen, args: plain, revisions: own }, options);
  if (commits.length === 0 || commits.length === mostOpen) return null;
  const begun = Math.min(...commits.map(({ authored, committed }) => Math.min(authored, committed)));
  const revisions = [...trunks, `^${tip}`];
  const args = [...plain, sinceArgument(begun)];
  const landed = await readLog(runner, repository, { most: mostLanded, args, revisions }, options);
  if (landed.length === mostLanded) return null;
  const ask = {
    patches: (hashes: readonly string[]) => readPatches(runner, repository, hashes, options),
    rangePatch: (base: string, end: string) => readRangePatch(runner, repository, base, end, options),
  };
  return landedOtherwise(ask, { tip, commits }, landed, trunk);
}
