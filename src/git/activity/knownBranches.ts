import type { BranchFact, CommitFact, RepositoryFacts } from '../../core/activity/facts';

/** The facts that are known when single branches are examined. */
export interface KnownBranches {
  /** The local branches. */
  readonly branches: readonly BranchFact[];
  /** The commits of the interval. */
  readonly commits: readonly CommitFact[];
  /** What work is merged into. */
  readonly trunks: RepositoryFacts['otherTrunks'];
}

/** Whether a branch is one that work is merged into, or ends at the same commit as one. */
export function isKnownTrunk(
  { name, tip }: Pick<BranchFact, 'name' | 'tip'>,
  trunks: KnownBranches['trunks'],
): boolean {
  return trunks.some((trunk) => trunk.name === name || trunk.tip === tip);
}
