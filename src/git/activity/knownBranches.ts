import type { BranchFact, CommitFact, RepositoryFacts } from '../../core/activity/facts';

/** What has been read of a repository when its branches are looked at more closely. */
export interface KnownBranches {
  /** The local ones. */
  readonly branches: readonly BranchFact[];
  /** Of the interval. */
  readonly commits: readonly CommitFact[];
  /** What work is merged into. */
  readonly trunks: RepositoryFacts['otherTrunks'];
}

/** Whether a branch is one that work is merged into, or has nothing that such a one does not end with. */
export function isKnownTrunk(
  { name, tip }: Pick<BranchFact, 'name' | 'tip'>,
  trunks: KnownBranches['trunks'],
): boolean {
  return trunks.some((trunk) => trunk.name === name || trunk.tip === tip);
}
