import type { CommitFact } from '../../core/activity/facts';
import { mergeMeaning } from '../../core/activity/merges';
import type { BranchMove } from '../../core/handoffs/changesSince';
import type { Instant } from '../../core/time/zone';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { readLog, sinceArgument } from './commitLog';
import type { References } from './references';

/** Merges in the time of a vacation. */
const mostMerges = 500;

/**
 * Local branches whose tip a merge has brought, since an instant, to what work is merged into, each with who merged it. One
 * that was squashed is not among them, and none that stood where a colleague who pulled has taken in the default branch.
 * Nothing is fetched. Throws `GitUnanswered`.
 */
export async function mergedBranches(
  runner: GitRunner,
  repository: Repository,
  { branches, defaultBranch, otherTrunks }: References,
  since: Instant,
  options: GitOptions = {},
): Promise<readonly BranchMove[]> {
  const trunks = [...(defaultBranch ? [defaultBranch] : []), ...otherTrunks];
  const shared = new Set(trunks.map(({ name }) => name));
  const own = branches.filter(({ name }) => !shared.has(name));
  if (own.length === 0 || trunks.length === 0) return [];
  const args = ['--merges', '--first-parent', sinceArgument(since)];
  const revisions = [...new Set(trunks.map(({ tip }) => tip))];
  const found = await readLog(runner, repository, { most: mostMerges, args, revisions }, options);
  const defaultName = defaultBranch?.name ?? null;
  const isLanding = ({ subject }: CommitFact) => mergeMeaning(subject, true, defaultName).kind === 'landing';
  const merges = found.filter((merge) => merge.committed > since && isLanding(merge));
  return own.flatMap(({ name, tip }): BranchMove[] => {
    const merge = merges.find(({ parents }) => parents.slice(1).includes(tip));
    if (!merge) return [];
    const people = [merge.author.name];
    return [{ branch: name, state: 'same', merged: true, commits: 0, people, latest: merge.committed }];
  });
}
