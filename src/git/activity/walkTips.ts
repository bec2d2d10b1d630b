import type { BranchFact, Head, RepositoryFacts, WorktreeFact } from '../../core/activity/facts';

/** Where walks through the history begin; hashes, each once. */
export interface Tips {
  /** What the worktrees have checked out. */
  readonly heads: readonly string[];
  /** `heads` and the local branches. */
  readonly local: readonly string[];
  /** What is known to be at a remote. */
  readonly remote: ReadonlySet<string>;
  /** Everything that is not a local branch's tip: `--branches` has those. */
  readonly beyondBranches: readonly string[];
  /** Nothing has been committed, here or at a remote. */
  readonly none: boolean;
}

/** Where to walk from: what is checked out, what work is merged into, and what branches follow. */
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
