import type { RepositoryFacts } from '../../core/activity/facts';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readLog, sinceArgument } from './commitLog';
import { isKnownTrunk, type KnownBranches } from './knownBranches';

/** The most recent branches; a program makes more at once. */
const mostBranches = 20;
const mostCommits = 300;
/** The most commits that landed since the oldest of the branches. */
const mostLanded = 1_000;

/**
 * The commits from before the interval of branches that it touched, because the first commit says what a branch is for;
 * and what landed since. Git is asked only where there is such a branch. Throws `GitUnanswered`.
 */
export async function readBeginnings(
  runner: GitRunner,
  repository: Repository,
  { branches, commits, trunks }: KnownBranches,
  options: GitOptions = {},
): Promise<Pick<RepositoryFacts, 'beginnings' | 'landed'>> {
  const recent = new Set(commits.map(({ hash }) => hash));
  const trunkTips = new Set(trunks.map(({ tip }) => tip));
  const open = branches.filter((branch) => recent.has(branch.tip) && !isKnownTrunk(branch, trunks));
  const tips = new Set(open.slice(0, mostBranches).map(({ tip }) => tip));
  if (tips.size === 0 || trunkTips.size === 0) return {};
  const revisions = [...tips, ...[...trunkTips].map((tip) => `^${tip}`)];
  const found = await readLog(runner, repository, { most: mostCommits, args: [], revisions }, options);
  const beginnings = found.filter(({ hash }) => !recent.has(hash));
  if (beginnings.length === 0) return {};
  const begun = Math.min(...beginnings.map(({ authored, committed }) => Math.min(authored, committed)));
  const since = { most: mostLanded, args: ['--no-merges', sinceArgument(begun)], revisions: [...trunkTips] };
  return { beginnings, landed: await readLog(runner, repository, since, options) };
}
