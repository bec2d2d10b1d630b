import type { FilePath } from '../ports';
import type { Instant } from '../time/zone';
import type { ChangedFile, FactGap, FileStat, Head, Operation, StashFact, WorktreeFact } from './facts';

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

/** Where work stands for another person: in the default branch, at a remote, or on this machine only. */
export type Standing = 'merged' | 'pushed' | 'local';

/**
 * `new`: written in the interval. `rewritten`: written before, and re-dated since by a rebase or an amend.
 * `cherry-picked`: the same change is on another branch too. `squashed`: it arrived in the default branch as part of
 * one commit.
 */
export type CommitStory = 'new' | 'rewritten' | 'cherry-picked' | 'squashed';

/** One change as a draft reports it: once, however many copies of it there are. */
export interface ToldCommit {
  readonly hash: string;
  /** Trimmed, one line; hostile all the same, so drafts escape it. */
  readonly subject: string;
  readonly body: string;
  readonly authored: Instant;
  readonly committed: Instant;
  readonly standing: Standing;
  readonly story: CommitStory;
  /** Branches that the same change was picked to. */
  readonly alsoOn: readonly string[];
  /** The commit that it was picked from, where git noted it; a whole hash, or part of one. */
  readonly pickedFrom?: string;
  /** What had been taken back and is there again by it, requests or titles; absent where there is none. */
  readonly bringsBack?: readonly { readonly name: string; readonly isPart: boolean }[];
  /** Who else took it back where it was merged, and whether all of it; absent where it is still there. */
  readonly revertedBy?: { readonly name: string; readonly whole: boolean };
  /** Names of others whose work it reverts; absent where there are none. */
  readonly takesBack?: readonly string[];
  /** Names of its other authors, without machines. */
  readonly with: readonly string[];
  /** Whether the person is its co-author and not its author. */
  readonly coAuthored: boolean;
  /** Whether only the branch's upstream has it; absent where it is here. */
  readonly elsewhere?: true;
  /** Whether it is a merge that lands something (a pull request), or resolves conflicts. */
  readonly merge: boolean;
  /** Whether it is a merge with work of its own: `files` are then those in which its result is neither parent's. */
  readonly byHand: boolean;
  readonly files: readonly FileStat[];
  /** Whether it changes nothing, as one that only starts a build again; absent where it does, or git did not say. */
  readonly empty?: true;
}

/** Commits that belong together: by their ticket, else by their branch. */
export interface WorkItem {
  /**
   * The ticket (`LED-42`, `#12`), else the branch's name. `HEAD` for what is on no branch, `HEAD of hotfix` in another
   * working tree. Without a ticket, `''` for what is on the default branch, and the same as `into` for what is on a
   * line of releases. Unique in a repository, except that merged and unmerged commits of one key are two items.
   */
  readonly key: string;
  readonly ticket: string | null;
  /** Other tickets that its commits say they are for; absent where there is none. */
  readonly also?: readonly string[];
  /** The branch to go on with; null where all of it is merged, or on a detached HEAD only. */
  readonly branch: string | null;
  /** Words for people: the ticket's or branch's own words, else the newest subject. */
  readonly title: string;
  readonly standing: Standing;
  /** Number of the request that landed it, `#17`; null where that is its ticket, or where none or several landed it. */
  readonly request: string | null;
  /** The line of releases into which it was merged, and not into the default branch. */
  readonly into: string | null;
  /** The unfinished branch into which its own was merged; absent where it was not. */
  readonly within?: string;
  /** What its branch is called at the remote, where that is another name. */
  readonly pushedAs?: string;
  /** Why it is not known what of its branch is pushed; absent where it is. */
  readonly unseen?: Unseen;
  /** Names of others whose commits the same merge landed; absent where there are none. */
  readonly beside?: readonly string[];
  /** How many of the person's commits its branch had before the interval. */
  readonly before: number;
  /** Newest first. */
  readonly commits: readonly ToldCommit[];
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

/**
 * Why git cannot tell what is pushed of a branch. `clone`: this clone does not fetch it. `review`: its commits are of a
 * host that takes them for review at a reference of its own (`refs/for/main`), of which nothing is left here. `tag`: it is on no branch
 * but in a tag, of which git does not note whether it was pushed.
 */
export type Unseen = 'clone' | 'review' | 'tag';

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
