import { isTrunk } from '../../core/activity/merges';
import type { RemoteBranch } from '../../core/pullRequests/pushedHead';

/** Where a branch would be pushed to. */
export interface PushTarget {
  readonly remote: string;
  /** The branch's name at the remote. */
  readonly name: string;
  /** Commits that the remote lacks. Null where it does not have the branch; a push then also sets the upstream. */
  readonly ahead: number | null;
  /** Commits that only the remote has; git refuses a push where there are any. */
  readonly behind: number;
  /** Whether the upstream is not at the remote: it was deleted there, or never pushed; git does not record which. */
  readonly absent: boolean;
  /** Whether the branch has that upstream already. */
  readonly followed: boolean;
}

/** The upstream of a local branch, whether or not it exists. */
export interface Followed {
  readonly remote: string;
  readonly name: string;
}

/**
 * Null where there is nothing to push, or no remote. A branch made from `origin/main` may have that as its upstream
 * until it has a name of its own at the remote: it is never pushed to `main`.
 * @param found the branch's remote-tracking branches
 * @param usualRemote for a branch without an upstream
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
 * A refspec with full names: a branch may be named `+main`, and as a refspec that pushes `main` by force.
 * @param name the branch's name at the remote
 */
export function refspec(branch: string, name: string): string {
  return `refs/heads/${branch}:refs/heads/${name}`;
}

/**
 * Whether git refused a push because the remote has commits that are not here. @param words git's own message, in
 * English
 */
export function isOvertaken(words: string): boolean {
  return /^ ! \[rejected\].*\((?:fetch first|non-fast-forward)\)\s*$/m.test(words);
}
