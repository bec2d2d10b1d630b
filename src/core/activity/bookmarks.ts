import { CommitGraph } from './commitGraph';
import type { RepositoryFacts } from './facts';

/**
 * The facts without branches that only keep a commit of another branch: copies made before a rebase, names for later.
 * Nothing was done on them. Their commits are reported with the branch that has them, so a row of their own would
 * report the same work twice.
 */
export function withoutBookmarks(facts: RepositoryFacts): RepositoryFacts {
  const { branches, worktrees } = facts;
  if (branches.every(({ bookmark }) => bookmark !== true)) return facts;
  const graph = new CommitGraph([...facts.commits, ...(facts.older?.commits ?? [])], [], () => null);
  const heads = new Set(worktrees.flatMap(({ head }) => (head.kind === 'branch' ? [head.branch] : [])));
  const isKept = ({ name, bookmark }: (typeof branches)[number]) => bookmark !== true || heads.has(name);
  const worked = branches.filter(isKept).map(({ tip }) => graph.reach(tip));
  return { ...facts, branches: branches.filter((one) => isKept(one) || !worked.some((reach) => reach.has(one.tip))) };
}
