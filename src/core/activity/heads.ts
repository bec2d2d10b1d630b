import type { BranchFact, Head, RepositoryFacts } from './facts';

/** The local branches, and where git could not list them those that are checked out. */
export function withHeads({ branches, worktrees }: RepositoryFacts): readonly BranchFact[] {
  const heads = worktrees.flatMap(({ head }) =>
    head.kind === 'branch' ? [{ name: head.branch, tip: head.hash, upstream: null, upstreamTip: null }] : [],
  );
  return branches.length > 0 ? branches : heads;
}

/** The branch of the worktree that was asked about. */
export function checkedOut({ worktrees }: RepositoryFacts): string | null {
  const head = worktrees[0]?.head;
  return head?.kind === 'branch' ? head.branch : null;
}

/** Stands in place of a branch's name. `HEAD of …` cannot be a branch, because no branch has a space in its name. */
export const detachedName = 'HEAD';

/** Something checked out on no branch: `HEAD`, in another working tree `HEAD of hotfix`. */
export interface DetachedHead {
  readonly name: string;
  readonly hash: string;
}

/** Worktrees in which no branch is checked out, without those that rebase one: these stand for their branch. */
export function detachedHeads({ worktrees }: Pick<RepositoryFacts, 'worktrees'>): readonly DetachedHead[] {
  return worktrees.flatMap(({ name, head, rebasing }, at) =>
    head.kind === 'detached' && rebasing === undefined
      ? [{ name: at === 0 ? detachedName : `${detachedName} of ${name}`, hash: head.hash }]
      : [],
  );
}

/** The HEADs of rebases in progress, by the names of the branches that are rebased. */
export function rebaseHeads({ worktrees }: RepositoryFacts): readonly DetachedHead[] {
  return worktrees.flatMap(({ head, rebasing }) =>
    head.kind === 'detached' && rebasing !== undefined ? [{ name: rebasing, hash: head.hash }] : [],
  );
}

/** Whether a name stands for a detached HEAD: it can be neither checked out nor pushed. */
export function isDetachedName(name: string): boolean {
  return name === detachedName || name.startsWith(`${detachedName} of `);
}

/**
 * The branches that work is merged into, the default branch last: what landed in `develop` or in an upstream's branch
 * counts as landed there, and the default branch has it from there.
 */
export function trunksOf({
  defaultBranch,
  otherTrunks,
}: Pick<RepositoryFacts, 'defaultBranch' | 'otherTrunks'>): RepositoryFacts['otherTrunks'] {
  return [...otherTrunks, ...(defaultBranch ? [defaultBranch] : [])];
}

/** All tips that the facts were read from, HEAD first. */
export function knownTips(facts: RepositoryFacts): readonly string[] {
  const hashOf = (head: Head) => (head.kind === 'unborn' ? [] : [head.hash]);
  return [
    ...facts.worktrees.flatMap(({ head }) => hashOf(head)),
    ...trunksOf(facts).map(({ tip }) => tip),
    ...facts.branches.map(({ tip }) => tip),
    ...facts.branches.flatMap(({ upstreamTip }) => upstreamTip ?? []),
  ];
}
