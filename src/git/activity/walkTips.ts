import type { BranchFact, Head, RepositoryFacts, WorktreeFact } from '../../core/activity/facts';

/** Hashes from which history is walked, each once. */
export interface Tips {
  /** The checked-out commits of the worktrees. */
  readonly heads: readonly string[];
  /** `heads` and the local branches. */
  readonly local: readonly string[];
  /** Hashes that are known to be at a remote. */
  readonly remote: ReadonlySet<string>;
  /** Everything that is no tip of a local branch, as those are covered by `--branches`. */
  readonly beyondBranches: readonly string[];
  /** Whether nothing has been committed, here or at a remote. */
  readonly none: boolean;
}

/** The tips of worktrees, of what work is merged into, and of upstreams. */
export function tipsOf(
  worktrees: readonly WorktreeFact[],
  branches: readonly BranchFact[],
  trunks: RepositoryFacts['otherTrunks'],
): Tips {
  const heads = worktrees.flatMap(({ head }) => hashOf(head));
  const ofBranches = new Set(branches.flatMap(({ tip, remote }) => (remote ? [] : [tip])));
  const upstream = branches.flatMap(({ upstreamTip }) => upstreamTip ?? []);
  const all = new Set([...heads, ...trunks.map(({ tip }) => tip), ...upstream]);
  return {
    heads: [...new Set(heads)],
    local: [...new Set([...heads, ...ofBranches])],
    remote: new Set(upstream),
    beyondBranches: [...all].filter((tip) => !ofBranches.has(tip)),
    none: all.size + ofBranches.size === 0,
  };
}

function hashOf(head: Head): readonly string[] {
  return head.kind === 'unborn' ? [] : [head.hash];
}
