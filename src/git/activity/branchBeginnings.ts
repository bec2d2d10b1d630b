import type { CommitFact } from '../../core/activity/facts';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readLog } from './commitLog';
import { isKnownTrunk, type KnownBranches } from './knownBranches';

/** The most recent ones; more at once are made by a program. */
const mostBranches = 20;
const mostCommits = 300;

/**
 * What branches that the interval touched had before it: what a branch is for stands in its first commit. Git is asked
 * only where there is such a branch. Throws `GitUnanswered`.
 */
export async function readBeginnings(
  runner: GitRunner,
  repository: Repository,
  { branches, commits, trunks }: KnownBranches,
  options: GitOptions = {},
): Promise<readonly CommitFact[]> {
  const recent = new Set(commits.map(({ hash }) => hash));
  const trunkTips = new Set(trunks.map(({ tip }) => tip));
  const open = branches.filter((branch) => recent.has(branch.tip) && !isKnownTrunk(branch, trunks));
  const tips = new Set(open.slice(0, mostBranches).map(({ tip }) => tip));
  if (tips.size === 0 || trunkTips.size === 0) return [];
  const revisions = [...tips, ...[...trunkTips].map((tip) => `^${tip}`)];
  const found = await readLog(runner, repository, { most: mostCommits, args: [], revisions }, options);
  return found.filter(({ hash }) => !recent.has(hash));
}
