import type { CommitFact, FileStat } from '../activity/facts';
import type { FilePath } from '../ports';
import type { Base } from './base';

/** What git says of the branch that a pull request would be made of. `src/git/pullRequests` reads it. */

export interface BranchCommit extends CommitFact {
  /** Paths that it changed; empty where git could not say. */
  readonly files: readonly FilePath[];
}

export interface TakenBackWork {
  /** Hash of the revert. */
  readonly revert: string;
  /** Number of the request that landed the reverted work, `#12`, or null. */
  readonly request: string | null;
  /** Names of those who wrote it. */
  readonly authors: readonly string[];
}

export interface BranchFacts {
  /** Absolute; for calls, never for a draft. */
  readonly root: string;
  /** Without `refs/heads/`; null on a detached HEAD. */
  readonly branch: string | null;
  readonly head: string;
  readonly base: Base;
  /** Hash of the merge base of branch and base. */
  readonly mergeBase: string;
  /** Branches at the base's remote that it was built on and that the base lacks. */
  readonly buildsOn: readonly string[];
  /** Tip of the uppermost of `buildsOn`: commits after it are the branch's own. Null where there is none. */
  readonly builtOnTip: string | null;
  /** The commits that the base lacks, without merges, newest first. */
  readonly commits: readonly BranchCommit[];
  /** Hashes of first commits whose work the base has by other commits, as those of a lower branch that was squashed. */
  readonly landed?: ReadonlySet<string>;
  /** What reverts of the branch take back of work from before it. */
  readonly takesBack?: readonly TakenBackWork[];
  /** Whether a limit cut `commits` off. */
  readonly truncated: boolean;
  /** The files of the branch as one patch, without what `landed` names; null where git could not compare. */
  readonly files: readonly FileStat[] | null;
  readonly identity: { readonly name: string | null; readonly address: string | null };
  /** The base's remote first. */
  readonly remotes: readonly { readonly name: string; readonly url: string }[];
  /** A clone without all history or contents, so that figures may be missing. */
  readonly limits: readonly ('shallow' | 'partial')[];
}

/**
 * Why there is nothing to describe. `unborn`: no commit yet. `on-base`: the branch is what work is merged into.
 * `no-base`: this clone has no branch that looks like a base. `unknown-base`: this clone lacks the given base.
 * `nothing`: the base has all of the branch. `landed`: the base has all of it by another commit, which `detail` names.
 * `unrelated`: no common history. `shallow`: the clone may be too short to have it. `unanswered`: git failed.
 */
export interface NoBranch {
  readonly reason:
    | 'no-repository'
    | 'unborn'
    | 'on-base'
    | 'no-base'
    | 'unknown-base'
    | 'nothing'
    | 'landed'
    | 'unrelated'
    | 'shallow'
    | 'unanswered';
  /** The branch, base or commit that the reason is about, or git's own message. */
  readonly detail: string;
}

export interface BranchRequest {
  /** Absolute; any folder of the repository. */
  readonly folder: string;
  /** A branch, tag or commit as a person writes it; null to find the base. */
  readonly base: string | null;
}

/** The port to git. */
export interface BranchSource {
  /** Never rejects but where the signal fires. */
  read(request: BranchRequest, signal: AbortSignal): Promise<BranchFacts | NoBranch>;
}

/** The commits of a stacked branch that came after the branch that it was built on; all of `told` where none did. */
export function ownCommits<C extends Pick<CommitFact, 'hash'>>(
  { commits, builtOnTip }: Pick<BranchFacts, 'commits' | 'builtOnTip'>,
  told: readonly C[],
): readonly C[] {
  const end = commits.findIndex(({ hash }) => hash === builtOnTip);
  const own = new Set(commits.slice(0, Math.max(0, end)).map(({ hash }) => hash));
  const kept = told.filter(({ hash }) => own.has(hash));
  return kept.length > 0 ? kept : told;
}

export function isBranch(answer: BranchFacts | NoBranch): answer is BranchFacts {
  return 'commits' in answer;
}
