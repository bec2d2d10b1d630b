import type { FilePath } from '../ports';
import type { Instant } from '../time/zone';
import type { FileStat } from './facts';

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
  /** Those of `alsoOn` that have more or fewer lines of it; absent where there are none. */
  readonly alteredOn?: readonly string[];
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
  /** As in `PatchFact`; absent where git did not say. */
  readonly contents?: Readonly<Record<'before' | 'now', ReadonlyMap<FilePath, string>>>;
  /** Whether it changes nothing, as one that only starts a build again; absent where it does, or git did not say. */
  readonly empty?: true;
}

/**
 * Why git cannot tell what is pushed of a branch. `clone`: this clone does not fetch it. `review`: its commits are of a
 * host that takes them for review at a reference of its own (`refs/for/main`), of which nothing is left here. `tag`: it
 * is on no branch but in a tag, of which git does not note whether it was pushed.
 */
export type Unseen = 'clone' | 'review' | 'tag';

/** Commits that belong together: by their ticket, else by their branch. */
export interface WorkItem {
  /**
   * The ticket (`LED-42`, `#12`), else the branch's name. `HEAD` for what is on no branch, `HEAD of hotfix` in another
   * working tree. Without a ticket, `''` for what is on the default branch, and the same as `into` for what is
   * there. Unique in a repository, except that merged and unmerged commits of one key are two items.
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
  /** The line of releases, or the `develop`, into which it was merged, and not into the default branch. */
  readonly into: string | null;
  /** The unfinished branch into which its own was merged; absent where it was not. */
  readonly within?: string;
  /** What its branch is called at the remote, where that is another name. */
  readonly pushedAs?: string;
  /** Whose commits its branch began with, where all are of others; absent where that is not so, or not known. */
  readonly begunBy?: readonly string[];
  /** Why it is not known what of its branch is pushed; absent where it is. */
  readonly unseen?: Unseen;
  /** Names of others whose commits the same merge landed; absent where there are none. */
  readonly beside?: readonly string[];
  /** How many of the person's commits its branch had before the interval. */
  readonly before: number;
  /** Newest first. */
  readonly commits: readonly ToldCommit[];
}
