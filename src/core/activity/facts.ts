import type { FilePath } from '../ports';
import type { Instant } from '../time/zone';

/** What git says of one repository, without any judgement. `src/git/activity` reads it. */

export interface Person {
  readonly name: string;
  readonly address: string;
  /** The address before the mailmap, of a co-author whom it renames. */
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
  /** Whether it is at a remote only. */
  readonly remote?: boolean;
  /** Whether it was only ever set to a commit and nothing done on it, as far as its log says. */
  readonly bookmark?: boolean;
  /** Whether this clone fetches no branch of that name (`--single-branch`), so that what is pushed of it is not known. */
  readonly unseen?: boolean;
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
  /** Where git has it as a file that the commit before does not have. */
  readonly added?: true;
}

export interface StashFact {
  readonly message: string;
  readonly created: Instant;
  /** The branch that its message names, or null. */
  readonly branch: string | null;
  /** What it would change; absent where that was not read. */
  readonly files?: readonly FilePath[];
}

/** A tag that was made in the interval. Whether it is at a remote, git does not note. */
export interface TagFact {
  readonly name: string;
  /** The commit. */
  readonly target: string;
  readonly created: Instant;
  /** Null for one without a message, which does not say by whom it was made. */
  readonly tagger: Person | null;
}

/** A working tree of the repository; the first is the one that was asked about. */
export interface WorktreeFact {
  /** The folder's own name, never the whole path: it is shown to others. */
  readonly name: string;
  readonly head: Head;
  readonly operations: readonly Operation[];
  /** The branch that a rebase under way is of, where it is of one. */
  readonly rebasing?: string;
  /** Null where git could not say. */
  readonly changes: readonly ChangedFile[] | null;
}

/** Something that git could not tell; everything else is as complete as it says. */
export interface FactGap {
  readonly what: 'commits' | 'unpushed' | 'changes' | 'stashes' | 'statistics' | 'submodule' | 'settings' | 'branches';
  /** `failed dubious-ownership`, `killed timeout`: for people who mend it. */
  readonly reason: string;
}

/** Branches that the interval did not touch and that are not merged by ancestry, as commits. */
export interface OlderWork {
  /** Newest first; merges too. */
  readonly commits: readonly CommitFact[];
  /** What landed in the branches that work is merged into since the oldest of them was begun. */
  readonly landed: readonly CommitFact[];
  /** Whether no limit cut either of them off. */
  readonly isWhole: boolean;
}

/** What a commit took back. */
export interface TakenBackFact {
  readonly revert: CommitFact;
  /** The commit that it names, as it was merged. */
  readonly original: CommitFact;
  /** Of a merge what it brought, other merges left out; empty where it was not read. */
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
  /** What work is merged into (`refs/remotes/origin/HEAD`, else main, master, trunk, develop), or null. */
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
  /** Commits from before the interval that its merges brought to the branches that work is merged into. */
  readonly arrived?: readonly CommitFact[];
  /** What commits of the interval took back from before it. Absent where there is nothing. */
  readonly takenBack?: readonly TakenBackFact[];
  /** What branches that the interval touched had before it. Absent where there is nothing. */
  readonly beginnings?: readonly CommitFact[];
  /** What landed since these, without merges, newest first. Absent where there are none. */
  readonly landed?: readonly CommitFact[];
  /** Absent where there is none, or it was not looked for. */
  readonly older?: OlderWork;
  /** Commits of branches that the interval did not touch and that are gone at their remote. Absent where there is none. */
  readonly left?: readonly CommitFact[];
  /** Whether a limit cut `commits` off. */
  readonly truncated: boolean;
  /** On a local branch or HEAD and on no remote-tracking branch, of any age; null where git could not say or there is no remote. */
  readonly unpushed: readonly string[] | null;
  /** Commits of any age that an upstream of a local branch has and no local branch; null where git could not say. */
  readonly upstreamOnly: readonly string[] | null;
  readonly stashes: readonly StashFact[];
  /** Absent where none came into this clone lately. */
  readonly tags?: readonly TagFact[];
  /** Paths of submodules with a repository of their own on this machine. */
  readonly submodules: readonly FilePath[];
  /** Of these, whose commit as HEAD has it no remote of theirs has, as far as was fetched; absent where there is none. */
  readonly unpushedModules?: readonly FilePath[];
  /** History ends early (`--depth`); the commits at its border have no parent here. */
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
  /** Without numbers of lines where the contents are not here (a partial clone offline): then only names are known. */
  readonly files: readonly FileStat[];
  /** By path, what each file became: equal for equal contents, zeros for no file. Not there where only names are known. */
  readonly contents?: ReadonlyMap<FilePath, string>;
  /** Of a range, the paths that its base has otherwise; the rest arrived there already. Absent where that is not known. */
  readonly left?: ReadonlySet<FilePath>;
}

export interface ActivityRequest {
  /** Absolute folder; any folder of the repository. */
  readonly folder: string;
  /** `start` is passed to git as an absolute instant. */
  readonly start: Instant;
  readonly end: Instant;
  /** Commits that a handoff before has told of, full hashes; those that no longer exist are ignored. */
  readonly told: readonly string[];
  /** Whether branches that only a remote has are read like local ones: for the work of several people. */
  readonly everyRemote?: boolean;
  /** Whose branches are read, too, that only a remote has (work of another clone): an `Identity`. */
  readonly own?: Readonly<Record<'names' | 'addresses' | 'logins', readonly string[]>>;
}

/** Why there are no facts: the folder is in no repository, or git could not answer at all. */
export interface NoFacts {
  readonly reason: 'no-repository' | 'unanswered';
  readonly detail: string;
}

/** The port to git. Implemented by `GitActivity`; tests may implement it with plain values. */
export interface ActivitySource {
  /** Never rejects but where the signal fires. */
  read(request: ActivityRequest, signal: AbortSignal): Promise<RepositoryFacts | NoFacts>;
  /** By hash; only the selected commits are looked at. Merges and commits without answer are left out. */
  patches(
    facts: RepositoryFacts,
    hashes: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, PatchFact>>;
  /** The commit by which a branch landed that is not merged by ancestry; null where nothing shows that it did. */
  landedAs(facts: RepositoryFacts, tip: string, signal: AbortSignal): Promise<CommitFact | null>;
  /** By merge, the files in which its result is neither side's; merges without any are left out. */
  mergedByHand(
    facts: RepositoryFacts,
    merges: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly FilePath[]>>;
  /** What `tip` changed since it left `base` (three dots), as one patch; null where git cannot say. */
  rangePatch(facts: RepositoryFacts, base: string, tip: string, signal: AbortSignal): Promise<PatchFact | null>;
}
