import { isTrunk } from '../../core/activity/merges';

/** What VS Code's git knows of a local branch. */
export interface KnownBranch {
  /** What it follows. */
  readonly upstream?: { readonly remote: string; readonly name: string };
  readonly ahead?: number;
  readonly behind?: number;
}

/** Where a branch would be pushed to. */
export interface PushTarget {
  readonly remote: string;
  /** Its name at the remote. */
  readonly name: string;
  /** Null where it is not at the remote; what it is pushed to is what it follows from then on. */
  readonly ahead: number | null;
  readonly behind: number;
  /** Whether it follows a name that is not at the remote: deleted there, or never pushed; git does not note which. */
  readonly absent: boolean;
}

/**
 * Null where there is nothing to push, or nowhere. A branch that was made from `origin/main` may follow that until it has
 * a name of its own at the remote: it is never pushed to `main`.
 * @param usualRemote for a branch that follows nothing
 */
export function pushTarget(
  branch: string,
  { upstream, ahead, behind }: KnownBranch,
  usualRemote: string | undefined,
): PushTarget | null {
  const remote = upstream?.remote ?? usualRemote;
  if (remote === undefined || (upstream && ahead === 0)) return null;
  const isOwn = upstream && (upstream.name === branch || !isTrunk(upstream.name));
  if (!isOwn) return { remote, name: branch, ahead: null, behind: 0, absent: false };
  return { remote, name: upstream.name, ahead: ahead ?? null, behind: behind ?? 0, absent: ahead === undefined };
}

/**
 * In full: `+main` is a name that a branch may have, and as a refspec pushes `main` by force.
 * @param name at the remote
 */
export function refspec(branch: string, name: string): string {
  return `refs/heads/${branch}:refs/heads/${name}`;
}
