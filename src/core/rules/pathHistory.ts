import type { FilePath } from '../ports';
import type { LocalDate } from '../time/localDate';

/** A commit as people are shown it. */
export interface NotedCommit {
  /** Abbreviated, for people. */
  readonly hash: string;
  readonly date: LocalDate;
}

/** What became of a path that is no longer there. */
export type Departure = {
  readonly commit: NotedCommit;
  /** Whether the path was left after the record was last changed, so that the record was right when it was written. */
  readonly isLater: boolean;
} & (
  | {
      readonly kind: 'removed';
      /** Its last path, where it was moved before it was removed: the commit then does not touch the path asked for. */
      readonly as?: FilePath;
    }
  | { readonly kind: 'moved'; readonly to: FilePath }
);

/** How much a file has changed. */
export interface Change {
  readonly commits: readonly NotedCommit[];
  /** Lines added and removed, in relation to the lines that the file has now. */
  readonly share: number;
}

/** What git knows of the paths that records name. */
export interface PathHistory {
  /** Null where the path never existed, or where it is not known when the record was last changed. */
  departure(record: FilePath, path: FilePath): Departure | null;
  /** What changed since the record was last changed; null where that is little, or was not asked for. */
  change(record: FilePath, path: FilePath): Change | null;
}
