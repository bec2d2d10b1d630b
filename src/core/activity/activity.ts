import type { FilePath } from '../ports';
import type { Instant } from '../time/zone';
import type { ChangedFile, FactGap, Head, Operation, StashFact, WorktreeFact } from './facts';
import type { Unseen, WorkItem } from './toldWork';

/** What a person did in an interval, as drafts report it ("told"). `gatherActivity` makes it from facts. */

export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
  /** Where `start` comes from. */
  readonly from: 'handoff' | 'working-day' | 'given';
}

/** The person whose work is reported: every name by which git may know them, in lower case. */
export interface Identity {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly logins: readonly string[];
}

/**
 * Where a local branch stands, as of the last fetch.
 * - `merged`: a branch that work is merged into has it: by ancestry, by equal patches, or as one commit (`squashesIn`)
 * - `gone`: it was at a remote, is not any more, and nothing shows that it was merged
 * - `pushed`: its upstream has the same commit; `ahead`, `behind` and `diverged` are relative to that
 * - `elsewhere`: it has no upstream, and a remote has its commits all the same
 * - `local`: it has no upstream, and no remote has its tip
 */
export type BranchState = 'merged' | 'gone' | 'pushed' | 'ahead' | 'behind' | 'diverged' | 'elsewhere' | 'local';

export interface BranchStanding {
  readonly branch: string;
  readonly state: BranchState;
  /**
   * How many commits its own upstream has and no local branch; 0 where there are none, or where its upstream is only
   * the branch that it was made from; null where the number is not known.
   */
  readonly behind: number | null;
}

export interface UnpushedBranch {
  /** `HEAD` for what is on no branch, as in `WorkItem.key`. */
  readonly branch: string;
  readonly commits: number;
  /** Whether the branch has never been pushed: there is nothing at the remote to look at. */
  readonly neverPushed: boolean;
  /** What the remote has of it (its upstream's commit, full hash); null where that is nothing or not known. */
  readonly pushedTip: string | null;
  /** Whether it was at a remote and is not any more. */
  readonly gone: boolean;
  /** Commits that the remote has and no branch here, so that a push would be refused; null where their number is not known. */
  readonly behind: number | null;
  /** Why it is not known what is pushed; absent where that is known. */
  readonly unseen?: Unseen;
  /** Which side was rewritten since, so that they have diverged, and how many of `commits` were never pushed. */
  readonly rewritten?: { readonly side: 'here' | 'there'; readonly never: number };
}

/** What the next person cannot see. */
export interface Invisible {
  readonly changes: readonly { readonly worktree: string | null; readonly files: readonly ChangedFile[] }[];
  readonly unpushed: readonly UnpushedBranch[];
  readonly stashes: readonly StashFact[];
  /** Tags of the person's that may not be pushed; absent where there is none. */
  readonly tags?: readonly string[];
  /** False where nothing can be pushed, because there is no remote. */
  readonly hasRemote: boolean;
}

/** How many commits are not reported, and why, so that a reader does not look for them. */
export interface Omission {
  readonly reason:
    | 'others'
    | 'machine'
    | 'update-merge'
    | 'copy'
    | 'handoffs'
    | 'reverted'
    | 'dated-before'
    | 'dated-after'
    | 'too-many';
  readonly count: number;
}

/** Another working tree of the repository. */
export type OtherWorktree = Omit<WorktreeFact, 'changes'>;

/** A branch of the person's with work that is not merged and that the interval has not touched. */
export interface OlderBranch {
  readonly branch: string;
  /** The subject that says best what it is for; hostile, so drafts escape it. */
  readonly title: string;
  readonly commits: number;
  /** When the newest of them was committed. */
  readonly latest: Instant;
  /** Whether a remote has all of it. */
  readonly pushed: boolean;
}

/** Work of the person's that was merged before the interval and that another author took back in it. */
export interface LostWork {
  /** `#17`, or null. */
  readonly request: string | null;
  /** Hostile, so drafts escape it. */
  readonly title: string;
  /** How many commits it was beside the one that the title comes from. */
  readonly more?: number;
  /** The name of who took it back. */
  readonly by: string;
  /** Whether all of it. */
  readonly whole: boolean;
}

export interface RepositoryActivity {
  readonly id: string;
  /** The root folder's name, preceded by those of folders above it where several repositories share it. */
  readonly name: string;
  readonly head: Head;
  readonly operations: readonly Operation[];
  /** As in `WorktreeFact`. */
  readonly rebasing?: string;
  readonly worktrees: readonly OtherWorktree[];
  readonly items: readonly WorkItem[];
  /** The default branch, without its remote; absent where there is none. */
  readonly trunk?: string;
  readonly invisible: Invisible;
  /** Submodules that the work moved to a commit that no remote of theirs has; absent where there is none. */
  readonly unpushedModules?: readonly FilePath[];
  /** Local branches that were worked on, are checked out, or were reported before. */
  readonly branches: readonly BranchStanding[];
  /** Newest first; absent where there is none, or they were not searched for. */
  readonly older?: readonly OlderBranch[];
  /** Absent where there is none. */
  readonly lost?: readonly LostWork[];
  /** Subjects of commits that were merged and that the person reverted, both in the interval; absent where none is. */
  readonly undone?: readonly string[];
  readonly omissions: readonly Omission[];
  /** Every file of `items` that is no handoff, each once, relative to the repository's root. */
  readonly files: readonly FilePath[];
  /**
   * Branch tips by branch name; `HEAD` where it is detached, as in `WorkItem.key`. A note keeps those of the branches
   * that it mentions.
   */
  readonly tips: Readonly<Record<string, string>>;
  /** `shallow` and `partial`: figures may be missing. */
  readonly limits: readonly ('shallow' | 'partial' | 'truncated')[];
  readonly gaps: readonly FactGap[];
}

export interface Activity {
  readonly interval: Interval;
  readonly repositories: readonly RepositoryActivity[];
  /** Folders without facts, by the last segment of their path, with the reason. */
  readonly missing: readonly { readonly folder: string; readonly detail: string }[];
}
