import { isGone } from '../../core/activity/branchStanding';
import type { BranchFact, CommitFact, OlderWork } from '../../core/activity/facts';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readLog, sinceArgument } from './commitLog';
import { isKnownTrunk, type KnownBranches } from './knownBranches';

/** The most recent branches; a program makes more open ones. */
const mostBranches = 20;
const mostCommits = 500;
/** Commits that landed since the oldest such branch was begun. */
const mostLanded = 3_000;

/**
 * The commits of branches that the interval did not touch and that are not merged by ancestry, and what landed since.
 * Branches that are gone at their remote are left out, because hosts delete what they merged. Null where there is none.
 * Throws `GitUnanswered`.
 */
export async function readOlderWork(
  runner: GitRunner,
  repository: Repository,
  { branches, commits: ofInterval, trunks }: KnownBranches,
  options: GitOptions = {},
): Promise<OlderWork | null> {
  const isTouched = touchedIn(ofInterval);
  const trunkTips = new Set(trunks.map(({ tip }) => tip));
  const tips = branches
    .filter((branch) => !isGone(branch) && !isTouched(branch) && !isKnownTrunk(branch, trunks))
    .slice(0, mostBranches)
    .map(({ tip }) => tip);
  if (tips.length === 0 || trunks.length === 0) return null;
  const open = [...new Set(tips), ...[...trunkTips].map((tip) => `^${tip}`)];
  const commits = await readLog(runner, repository, { most: mostCommits, args: [], revisions: open }, options);
  if (commits.length === 0) return null;
  const since = Math.min(...commits.map(({ authored, committed }) => Math.min(authored, committed)));
  const args = ['--no-merges', sinceArgument(since)];
  const landed = await readLog(runner, repository, { most: mostLanded, args, revisions: [...trunkTips] }, options);
  return { commits, landed, isWhole: commits.length < mostCommits && landed.length < mostLanded };
}

/** The most recent ones: what another merged in the interval was written shortly before. */
const mostLeft = 6;
const mostCommitsLeft = 100;

/** The commits of the branches that it leaves out as gone, where something landed that they may be. Throws `GitUnanswered`. */
export async function readLeftWork(
  runner: GitRunner,
  repository: Repository,
  { branches, commits, trunks }: KnownBranches,
  options: GitOptions = {},
): Promise<readonly CommitFact[]> {
  const isTouched = touchedIn(commits);
  const tips = branches
    .filter((branch) => isGone(branch) && !isTouched(branch) && !isKnownTrunk(branch, trunks))
    .slice(0, mostLeft)
    .map(({ tip }) => tip);
  if (tips.length === 0 || trunks.length === 0 || commits.length === 0) return [];
  const revisions = [...new Set(tips), ...trunks.map(({ tip }) => `^${tip}`)];
  return readLog(runner, repository, { most: mostCommitsLeft, args: [], revisions }, options);
}

/** Merges alone bring a branch up to date: what it is for is older. */
function touchedIn(commits: readonly CommitFact[]): (branch: Pick<BranchFact, 'tip'>) => boolean {
  const recent = new Map(commits.map((commit) => [commit.hash, commit]));
  return ({ tip }) => {
    for (let commit = recent.get(tip); commit; commit = recent.get(commit.parents[0] ?? '')) {
      if (commit.parents.length < 2) return true;
    }
    return false;
  };
}
