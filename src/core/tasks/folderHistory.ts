import type { Identity } from '../activity/activity';
import type { BranchMove } from '../handoffs/branchMove';
import type { FileChange } from '../handoffs/recordsNow';
import type { FilePath } from '../ports';
import type { Instant } from '../time/zone';

/** What a person did in a repository lately. */
export interface OwnWork {
  /** When they committed, newest first. */
  readonly committed: readonly Instant[];
  /** Files that they committed to, the latest first, relative to the folder. */
  readonly files: readonly FilePath[];
}

/** What git knows of one folder, which can be a part of a repository. Each rejects where git could not answer. */
export interface FolderHistory {
  /** @param since begins what counts as lately */
  ownWork(who: Identity, since: Instant): Promise<OwnWork>;
  /** Commits that HEAD has since an instant, that one not included, to these files of the folder. */
  changesTo(files: readonly FilePath[], since: Instant): Promise<readonly FileChange[]>;
  /** Local branches that others moved at the remote. Nothing is fetched. */
  branchesMovedByOthers(): Promise<readonly BranchMove[]>;
}
