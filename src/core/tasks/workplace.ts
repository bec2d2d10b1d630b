import type { Identity } from '../activity/activity';
import type { ActivitySource } from '../activity/facts';
import type { ReportedStep } from '../activity/reportingSource';
import type { ForgeWork } from '../drafts/forgeWork';
import type { BranchMove } from '../handoffs/changesSince';
import type { FilePath, FileStore, Logger, Pacer } from '../ports';
import type { ProjectView } from '../projectView';
import type { Instant, ZoneName } from '../time/zone';

/** One folder that is worked in: a workspace folder of the editor, or the repository of the command line. */
export interface WorkFolder {
  /** For people. */
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
  /** Of the machine: the clock of whom the team file gives no other. */
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
export interface OwnWork {
  /** When they committed, newest first. */
  readonly committed: readonly Instant[];
  /** Files that they committed to, the latest first, relative to the folder. */
  readonly files: readonly FilePath[];
}

/** A file that is not as it was at an instant. Paths are of the folder, hashes whole. */
export interface FileSince {
  /** Of one that is gone, where it was. */
  readonly path: FilePath;
  readonly isGone: boolean;
  /** HEAD. */
  readonly head: string;
  /** Where and how it was; null where it was not there. */
  readonly before: { readonly commit: string; readonly path: FilePath } | null;
  /** Those that changed it, the newest first; merges change nothing. */
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

/** What git knows of one folder, which can be a part of a repository. Each rejects where git could not answer. */
export interface FolderHistory {
  /** @param since begins what counts as lately */
  ownWork(who: Identity, since: Instant): Promise<OwnWork>;
  /**
   * How HEAD differs from what it was at an instant, in these files of the folder. What was changed and changed back
   * does not differ. Null where the history here does not go back so far, as in a shallow clone.
   * @param reader whose commits are marked as `own`; null for none
   * @param isWanted which files that are gone are told of, if none of `files` is what they were moved to
   */
  changedSince(
    files: readonly FilePath[],
    since: Instant,
    reader: Identity | null,
    isWanted: (path: FilePath) => boolean,
  ): Promise<readonly FileSince[] | null>;
  /** A file of the folder as a commit has it, by its whole hash; null where it has none, or no text. */
  committed(commit: string, path: FilePath): Promise<string | null>;
  /** Commit -> its first parent, null for a first commit; by whole hashes of commits that are here. */
  parentsOf(commits: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Local branches that others moved at the remote, or merged since an instant. Nothing is fetched. */
  branchesMovedByOthers(since: Instant): Promise<readonly BranchMove[]>;
}
