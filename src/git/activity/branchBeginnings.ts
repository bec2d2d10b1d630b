import type { BranchFact, CommitFact, RepositoryFacts } from '../../core/activity/facts';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readLog } from './commitLog';

/** The most recent ones; more at once are made by a program. */
const mostBranches = 20;
const mostCommits = 300;

/**
 * What branches that the interval touched had before it: what a branch is for stands in its first commit. Git is asked
 * only where there is such a branch. Throws `GitUnanswered`.
 * @param commits of the interval
 */
export async function readBeginnings(
  runner: GitRunner,
  repository: Repository,
  known: {
    readonly branches: readonly BranchFact[];
    readonly commits: readonly CommitFact[];
    readonly trunks: RepositoryFacts['otherTrunks'];
  },
  options: GitOptions = {},
): Promise<readonly CommitFact[]> {
  const { branches, commits, trunks } = known;
  const recent = new Set(commits.map(({ hash }) => hash));
  const names = new Set(trunks.map(({ name }) => name));
  const trunkTips = new Set(trunks.map(({ tip }) => tip));
  const open = branches.filter(({ name, tip }) => recent.has(tip) && !trunkTips.has(tip) && !names.has(name));
  const tips = new Set(open.slice(0, mostBranches).map(({ tip }) => tip));
  if (tips.size === 0 || trunkTips.size === 0) return [];
  const revisions = [...tips, ...[...trunkTips].map((tip) => `^${tip}`)];
  const found = await readLog(runner, repository, { most: mostCommits, args: [], revisions }, options);
  return found.filter(({ hash }) => !recent.has(hash));
}
