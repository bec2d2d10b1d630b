import type { FilePath } from '../ports';
import type { Instant } from '../time/zone';

/** What git says of one repository, without any judgement. `src/git/activity` reads it. */

export interface Person {
  readonly name: string;
  readonly address: string;
  /** The address before the mailmap, where that renames a co-author. */
  readonly written?: string;
}

export interface CommitFact {
  readonly hash: string;
  readonly parents: readonly string[];
  /** As the mailmap has it. */
  readonly author: Person;
  /** The author's address before the mailmap. */
  readonly writtenAddress: string;
  readonly committer: Person;
  readonly authored: Instant;
  readonly committed: Instant;
  readonly subject: string;
  /** Without subject and trailers' block; at most 8 KB. */
  readonly body: string;
  /** The trailers' block, which `body` leaves out; `''` where there is none. At most 2,000 characters. */
  readonly trailers: string;
  /** `Co-authored-by`, as the mailmap has them. */
  readonly coAuthors: readonly Person[];
  /** Hash of the tree: a squash-merge of an up-to-date branch has the branch's own. */
  readonly tree: string;
}

export interface BranchFact {
  /** `ledger-split`, without `refs/heads/`. */
  readonly name: string;
  readonly tip: string;
  /** `origin/ledger-split`, or null where there is none. */
  readonly upstream: string | null;
  /** The commit that the upstream is at, or null where it is gone or there is none. */
  readonly upstreamTip: string | null;
  /** Whether only a remote has the branch. */
  readonly remote?: boolean;
  /** Whether it was only ever set to a commit and nothing done on it, as far as its log says. */
  readonly bookmark?: boolean;
  /** Whether this clone fetches no branch of that name (`--single-branch`), so that what is pushed of it is not known. */
  readonly unseen?: boolean;
  /** Which side was rewritten since it was pushed from here, where it has diverged; absent where no log shows it. */
  readonly rewritten?: 'here' | 'there';
  /** Of one that was rewritten `there`, the newest commit that its upstream had and that only is here now. */
  readonly hadThere?: string;
  /** What its upstream of the same name had when the branch was made from it here; absent where it was not. */
  readonly takenAt?: string;
}

export type Head =
  | { readonly kind: 'branch'; readonly branch: string; readonly hash: string }
  | { readonly kind: 'detached'; readonly hash: string }
  | { readonly kind: 'unborn'; readonly branch: string };

export type Operation = 'rebase' | 'merge' | 'cherry-pick' | 'revert' | 'bisect' | 'am';

/** One line of `git status`. Paths are relative to the repository's root. */
export interface ChangedFile {
  readonly path: FilePath;
  readonly kind: 'staged' | 'unstaged' | 'untracked' | 'conflict' | 'submodule';
  /** Set where it is staged as a new file, which HEAD does not have. */
  readonly added?: true;
}

export interface StashFact {
  readonly message: string;
  readonly created: Instant;
  /** The branch that its message names, or null. */
  readonly branch: string | null;
  /** The files that it would change; absent where they were not read. */
  readonly files?: readonly FilePath[];
}

/** A tag that was made in the interval. Git does not record whether it was pushed. */
export interface TagFact {
  readonly name: string;
  /** Hash of the commit. */
  readonly target: string;
  readonly created: Instant;
  /** Null for a lightweight tag, which does not record who made it. */
  readonly tagger: Person | null;
}

/** A working tree of the repository; the first is the one that was asked about. */
export interface WorktreeFact {
  /** The folder's own name, never the whole path: it is shown to others. */
  readonly name: string;
  readonly head: Head;
  readonly operations: readonly Operation[];
  /** The branch that is being rebased; absent where none is. */
  readonly rebasing?: string;
  /** Null where git could not say. */
  readonly changes: readonly ChangedFile[] | null;
}

/** Something that git could not tell. The other facts are not affected. */
export interface FactGap {
  readonly what: 'commits' | 'unpushed' | 'changes' | 'stashes' | 'statistics' | 'submodule' | 'settings' | 'branches';
  /** `failed dubious-ownership`, `killed timeout`: for people who mend it. */
  readonly reason: string;
}

/** Branches that the interval did not touch and that are not merged by ancestry, as commits. */
export interface OlderWork {
  /** Newest first; merges too. */
  readonly commits: readonly CommitFact[];
  /** What landed in the branches that work is merged into since the oldest of the untouched branches was begun. */
  readonly landed: readonly CommitFact[];
  /** Whether no limit cut either of them off. */
  readonly isWhole: boolean;
}

/** A revert, and what it took back. */
export interface TakenBackFact {
  readonly revert: CommitFact;
  /** The commit that the revert names, as it was merged. */
  readonly original: CommitFact;
  /** Where `original` is a merge, the commits that it brought, without merges; empty where they were not read. */
  readonly brought: readonly CommitFact[];
}

export interface RepositoryFacts {
  /** The same for all working trees of a repository, on this machine only. */
  readonly id: string;
  /** Absolute; for calls, never for a draft. */
  readonly root: string;
  /** The root folder's name. */
  readonly name: string;
  /** `user.name` and `user.email`. */
  readonly identity: { readonly name: string | null; readonly address: string | null };
  readonly worktrees: readonly WorktreeFact[];
  /** Local branches; the most recently committed first. */
  readonly branches: readonly BranchFact[];
  /** The branch that work is merged into (`refs/remotes/origin/HEAD`, else main, master, trunk, develop), or null. */
  readonly defaultBranch: { readonly name: string; readonly tip: string } | null;
  /**
   * Other branches that work is merged into: an upstream's beside a fork's, `develop` beside `main`, and lines of releases
   * that have a local branch. Local ones only where there is no remote.
   */
  readonly otherTrunks: readonly { readonly name: string; readonly tip: string }[];
  readonly hasRemote: boolean;
  /**
   * Newest first: what HEAD, the local branches, their upstreams, the worktrees and the default branch reach since the
   * interval began. Of all authors, merges too.
   */
  readonly commits: readonly CommitFact[];
  /** Commits from before the interval that merges of the interval brought to the branches that work is merged into. */
  readonly arrived?: readonly CommitFact[];
  /** Reverts of the interval that took back commits from before it. Absent where there are none. */
  readonly takenBack?: readonly TakenBackFact[];
  /** Commits from before the interval on the branches that it touched. Absent where there are none. */
  readonly beginnings?: readonly CommitFact[];
  /** Commits that landed since the oldest of `beginnings`, without merges, newest first. Absent where there are none. */
  readonly landed?: readonly CommitFact[];
  /** Absent where there is none, or it was not looked for. */
  readonly older?: OlderWork;
  /** Commits of branches that the interval did not touch and that are gone at their remote. Absent where there is none. */
  readonly left?: readonly CommitFact[];
  /** Whether a limit cut `commits` off. */
  readonly truncated: boolean;
  /**
   * Commits of any age on a local branch or HEAD and on no remote-tracking branch; null where git could not say or
   * there is no remote.
   */
  readonly unpushed: readonly string[] | null;
  /** Commits of any age that an upstream of a local branch has and no local branch; null where git could not say. */
  readonly upstreamOnly: readonly string[] | null;
  readonly stashes: readonly StashFact[];
  /** Absent where none came into this clone lately. */
  readonly tags?: readonly TagFact[];
  /** Commits of detached HEADs that a tag of any age has; absent where there is none. */
  readonly taggedHeads?: readonly string[];
  /** Paths of submodules with a repository of their own on this machine. */
  readonly submodules: readonly FilePath[];
  /** Those of `submodules` whose commit in HEAD no remote of theirs has, as of the last fetch; absent where none is. */
  readonly unpushedModules?: readonly FilePath[];
  /** Where history ends early (`--depth`), the commits at its border, whose parents are not in the clone. */
  readonly shallowBorder: readonly string[];
  /** A clone that lacks contents (`--filter`). */
  readonly partial: boolean;
  readonly gaps: readonly FactGap[];
}

export interface FileStat {
  readonly path: FilePath;
  /** The old path of a rename, else null. */
  readonly from: FilePath | null;
  /** Lines; null for what has none: binary files, what Git LFS keeps, submodules. */
  readonly added: number | null;
  readonly removed: number | null;
  readonly status: 'added' | 'modified' | 'deleted' | 'renamed';
  /** Whether it is a submodule, which was moved to another commit. */
  readonly submodule?: true;
}

/** What one commit (or one range) changed. */
export interface PatchFact {
  /** Equal for two commits that make the same change, whatever they are based on. Null where there is no content to compare. */
  readonly patchId: string | null;
  /** Without line counts where the contents are not in the clone (a partial clone offline): then only names are known. */
  readonly files: readonly FileStat[];
  /** By path, git's id of the file's new content; zeros where the file is gone. Absent where only names are known. */
  readonly contents?: ReadonlyMap<FilePath, string>;
  /** The same of its content before, which a rename took from another path. */
  readonly before?: ReadonlyMap<FilePath, string>;
  /**
   * For a range, the paths whose content differs in its base; the others have arrived there already. Absent where that
   * is not known.
   */
  readonly left?: ReadonlySet<FilePath>;
}
