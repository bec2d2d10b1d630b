import type { BranchFacts } from './branchFacts';

/** A remote-tracking branch compared with the local branch, as of the last fetch or push. */
export interface RemoteBranch {
  readonly remote: string;
  /** Without the remote. */
  readonly name: string;
  /** Commits of the local branch that it lacks. */
  readonly ahead: number;
  /** Its commits that the local branch lacks. */
  readonly behind: number;
}

/**
 * Where a forge can take the branch from. `behind`: the remote branch lacks commits of this machine. `diverged`: it has
 * others in their place, so that it would refuse a push.
 */
export type PushedHead =
  | { readonly kind: 'pushed' | 'behind' | 'diverged'; readonly remote: string; readonly name: string }
  | { readonly kind: 'never' };

/**
 * @param found branches of the same name at the remotes, and the upstream. The upstream of a branch that was made from
 *   `origin/main` is its base, and not where it is pushed to.
 */
export function pushedHead({ base }: Pick<BranchFacts, 'base'>, found: readonly RemoteBranch[]): PushedHead {
  const own = found.filter(({ remote, name }) => remote !== base.remote || name !== base.name);
  const place = own.find(({ ahead }) => ahead === 0) ?? own[0];
  if (!place) return { kind: 'never' };
  const { remote, name, ahead, behind } = place;
  return { kind: ahead === 0 ? 'pushed' : behind === 0 ? 'behind' : 'diverged', remote, name };
}
