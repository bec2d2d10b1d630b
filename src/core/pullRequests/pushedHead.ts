import type { BranchFacts } from './branchFacts';

/** What is known here of a branch at a remote. */
export interface RemoteBranch {
  readonly remote: string;
  /** Without the remote. */
  readonly name: string;
  readonly tip: string;
}

/** Where a forge can take the branch from. `behind`: it is there, and lacks commits of this machine. */
export type PushedHead =
  | { readonly kind: 'pushed' | 'behind'; readonly remote: string; readonly name: string }
  | { readonly kind: 'never' };

/**
 * @param found branches of the same name at the remotes, and the one that is followed. A branch that was made from
 *   `origin/main` follows it, which is its base and not where it is pushed to.
 */
export function pushedHead(
  { head, base }: Pick<BranchFacts, 'head' | 'base'>,
  found: readonly RemoteBranch[],
): PushedHead {
  const own = found.filter(({ remote, name }) => remote !== base.remote || name !== base.name);
  const pushed = own.find(({ tip }) => tip === head);
  const place = pushed ?? own[0];
  return place ? { kind: pushed ? 'pushed' : 'behind', remote: place.remote, name: place.name } : { kind: 'never' };
}
