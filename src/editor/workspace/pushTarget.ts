import { isTrunk } from '../../core/activity/merges';
import type { RemoteBranch } from '../../core/pullRequests/pushedHead';

/** Where a branch would be pushed to. */
export interface PushTarget {
  readonly remote: string;
  /** Its name at the remote. */
  readonly name: string;
  /** Null where it is not at the remote; what it is pushed to is what it follows from then on. */
  readonly ahead: number | null;
  /** Commits that are only there; git refuses a push where there are any. */
  readonly behind: number;
  /** Whether it follows a name that is not at the remote: deleted there, or never pushed; git does not note which. */
  readonly absent: boolean;
  /** Whether it follows that name already. */
  readonly followed: boolean;
}

/** The remote branch that a local one follows, whether or not it is there. */
export interface Followed {
  readonly remote: string;
  readonly name: string;
}

/**
 * Null where there is nothing to push, or nowhere. A branch that was made from `origin/main` may follow that until it has
 * a name of its own at the remote: it is never pushed to `main`.
 * @param found what the branch is at the remotes
 * @param usualRemote for a branch that follows nothing
 */
export function pushTarget(
  branch: string,
  upstream: Followed | undefined,
  found: readonly RemoteBranch[],
  usualRemote: string | undefined,
): PushTarget | null {
  const remote = upstream?.remote ?? usualRemote;
  if (remote === undefined) return null;
  const at = (wanted: string) => found.find((each) => each.remote === remote && each.name === wanted);
  if (upstream && at(upstream.name)?.ahead === 0) return null;
  const isOwn = upstream !== undefined && (upstream.name === branch || !isTrunk(upstream.name));
  const name = isOwn ? upstream.name : branch;
  const there = at(name);
  if (there?.ahead === 0) return null;
  if (!there) return { remote, name, ahead: null, behind: 0, absent: isOwn, followed: isOwn };
  return { remote, name, ahead: there.ahead, behind: there.behind, absent: false, followed: isOwn };
}

/**
 * In full: `+main` is a name that a branch may have, and as a refspec pushes `main` by force.
 * @param name at the remote
 */
export function refspec(branch: string, name: string): string {
  return `refs/heads/${branch}:refs/heads/${name}`;
}

/** Whether git refused a push because the remote has commits that are not here. @param words git's own, in English */
export function isOvertaken(words: string): boolean {
  return /^ ! \[rejected\].*\((?:fetch first|non-fast-forward)\)\s*$/m.test(words);
}
