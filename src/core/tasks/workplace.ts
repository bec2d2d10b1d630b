import type { Identity } from '../activity/activity';
import type { ActivitySource } from '../activity/activitySource';
import type { ReportedStep } from '../activity/reportingSource';
import type { ForgeWork } from '../drafts/forgeWork';
import type { BranchMove } from '../handoffs/changesSince';
import type { FilePath, FileStore, Logger, Pacer } from '../ports';
import type { ProjectView } from '../projectView';
import type { Instant, ZoneName } from '../time/zone';

/** One folder that is worked in: a workspace folder of the editor, or the repository of the command line. */
export interface WorkFolder {
  /** Name to show to people. */
  readonly name: string;
  /** Absolute and canonical; null where the folder is not on this machine, so that git cannot be asked about it. */
  readonly directory: string | null;
  /** Where it is among the other folders, `/`-separated: links from one folder to another follow it. */
  readonly place: FilePath;
  readonly files: FileStore;
  readonly project: Pick<ProjectView, 'record' | 'records' | 'linksFor' | 'kindAt'>;
  /** Resolves when `project` knows what these files cite. */
  readCited(files: readonly FilePath[]): Promise<void>;
  /** What git knows of the folder; null where it must not or cannot be asked. */
  history(): Promise<FolderHistory | null>;
}

/** What a forge knows of the writer's work. */
export interface ForgeFacts {
  /** Null where no forge was asked, or none answered: the draft is as without it. */
  readonly works: readonly ForgeWork[] | null;
  /** Sentences in English about what a forge that was asked did not answer. */
  readonly gaps: readonly string[];
}

/** What is being read now, for a progress bar. */
export type WorkStep = ReportedStep | { readonly kind: 'records' | 'own-commits' | 'changes' };

/**
 * Everything that a task needs from where it runs. The editor and the command line each make one, so that both write the
 * same draft from the same facts.
 */
export interface Workplace {
  readonly now: Instant;
  /** The machine's zone, for people for whom the team file gives none. */
  readonly zone: ZoneName;
  readonly folders: readonly WorkFolder[];
  readonly activity: ActivitySource;
  /** Files by paths relative to an absolute directory on this machine. */
  filesAt(directory: string): FileStore;
  /** Never rejects. */
  forge(): Promise<ForgeFacts>;
  report(step: WorkStep): void;
  readonly pacer: Pacer;
  readonly log: Logger;
  /** Aborted where the person stops the task. */
  readonly signal: AbortSignal;
}

/** What a person did in a repository lately. */
export interface OwnCommits {
  /** When they committed, newest first. */
  readonly committed: readonly Instant[];
  /** Files that they committed to, the latest first, relative to the folder. */
  readonly files: readonly FilePath[];
}

/** A file that differs from what it was at an instant. Paths are relative to the folder, hashes are full. */
export interface FileSince {
  /** Its path now, or its last one where it is gone. */
  readonly path: FilePath;
  readonly isGone: boolean;
  /** Hash of HEAD. */
  readonly head: string;
  /** The commit and path that it had at the instant; null where it did not exist. */
  readonly before: { readonly commit: string; readonly path: FilePath } | null;
  /** The commits that changed it, the newest first, without merges. */
  readonly commits: readonly CommitOfFile[];
}

export interface CommitOfFile {
  readonly hash: string;
  /** Null for a first commit. */
  readonly parent: string | null;
  readonly author: string;
  /** Whether it is the reader's. */
  readonly own: boolean;
}

/** Files that a branch has otherwise than HEAD. Paths are relative to the folder, the hash is full. */
export interface ElsewhereSince {
  readonly branch: string;
  /** Hash of the branch's newest commit. */
  readonly tip: string;
  readonly files: readonly FilePath[];
}

/** What git knows of one folder, which can be a part of a repository. Each rejects where git could not answer. */
export interface FolderHistory {
  /** @param since commits from this instant on count */
  ownWork(who: Identity, since: Instant): Promise<OwnCommits>;
  /**
   * How HEAD differs from what it was at an instant, in these files of the folder. What was changed and changed back
   * does not differ. Null where the history of this clone does not go back so far, as in a shallow clone.
   * @param reader whose commits are marked as `own`; null for none
   * @param isWanted which files that are gone are reported, unless they were moved to one of `files`
   */
  changedSince(
    files: readonly FilePath[],
    since: Instant,
    reader: Identity | null,
    isWanted: (path: FilePath) => boolean,
  ): Promise<readonly FileSince[] | null>;
  /** Files that others changed since on the default branch, and that HEAD does not have so; null where there is none. */
  changedElsewhere(
    since: Instant,
    reader: Identity | null,
    isWanted: (path: FilePath) => boolean,
  ): Promise<ElsewhereSince | null>;
  /** A file of the folder as a commit has it, by full hash; null where the commit has no such file, or it is no text. */
  committed(commit: string, path: FilePath): Promise<string | null>;
  /** Commit -> its first parent, null for a root commit; by full hashes of commits that this clone has. */
  parentsOf(commits: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Local branches that others moved at the remote or merged since an instant, as of the last fetch. */
  branchesMovedByOthers(since: Instant): Promise<readonly BranchMove[]>;
}
