/** What the editor's own git says of a repository and the branches that a note names. */
export interface StartFacts {
  /** Null where HEAD is detached. */
  readonly current: string | null;
  /** Files with unresolved conflicts. */
  readonly conflicts: number;
  readonly isRebasing: boolean;
  /** Files with changes that are not committed. */
  readonly uncommitted: number;
}

/** Where a branch is: local (`here`), only at a remote as it was last fetched, or neither. */
export type BranchPlace =
  | { readonly kind: 'here' }
  | { readonly kind: 'remote'; readonly remote: string }
  | { readonly kind: 'missing' };

/** The next step of "Start on this". */
export type StartPlan =
  | { readonly kind: 'conflicts'; readonly count: number }
  | { readonly kind: 'rebasing' }
  | { readonly kind: 'there-already' }
  | { readonly kind: 'fetch' }
  | { readonly kind: 'no-remote' }
  | CheckOutPlan;

export interface CheckOutPlan {
  readonly kind: 'check-out';
  readonly uncommitted: number;
  /** The remote that has the branch; null where the branch is local. */
  readonly from: string | null;
}

/** @param remotes names of remotes, the usual one first; empty after a fetch that did not find the branch */
export function startPlan(
  branch: string,
  place: BranchPlace,
  facts: StartFacts,
  remotes: readonly string[],
): StartPlan {
  if (facts.current === branch) return { kind: 'there-already' };
  if (facts.isRebasing) return { kind: 'rebasing' };
  if (facts.conflicts > 0) return { kind: 'conflicts', count: facts.conflicts };
  if (place.kind === 'missing') return { kind: remotes.length > 0 ? 'fetch' : 'no-remote' };
  return { kind: 'check-out', uncommitted: facts.uncommitted, from: place.kind === 'remote' ? place.remote : null };
}
