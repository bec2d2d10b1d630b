import type { Surroundings } from './links/acrossFolders';
import type { Backlink, Link, Reference } from './links/link';
import type { FilePath } from './ports';
import type { RecordCopy } from './records/find/copies';
import type { DocRecord, ParsedRecord, RecordKind } from './records/record';

/** Something happened to a path: it was made or its content changed, or it (a file or a whole folder) is gone. */
export interface PathChange {
  readonly path: FilePath;
  readonly kind: 'changed' | 'deleted';
}

/**
 * Why what a file cites is not known, or not all of it (docs/adr/0014). `too-many`: only as many citations as one file
 * may have were read.
 */
export type FileProblem = 'too-large' | 'too-many' | 'unreadable';

/** How many of the files were looked at. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
}

/** What surfaces may ask of one workspace folder. They only read. */
export interface ProjectView {
  /** False until the records were read once; surfaces then show "reading" and not "nothing". */
  readonly loaded: boolean;
  /** Whether every file was read for references too; until then a record without citations may have some. */
  readonly complete: boolean;
  /**
   * Whether a limit kept files from being looked at (docs/security.md#r54); those that are opened are read all the
   * same.
   */
  readonly truncated: boolean;
  /** Grows with every change of what the methods below answer. */
  readonly version: number;
  /** Of the reading that goes on; null before the number of files is known, and where nothing is read. */
  readonly progress: ReadingProgress | null;
  /** What the first reading found so far; nothing once it has come to its end: `records` are all of them. */
  readonly coming: Iterable<ParsedRecord>;
  /** How far a reading came that a person stopped, `total` 0 where it was not known; null where all was read. */
  readonly stoppedAt: ReadingProgress | null;
  /** All records, sorted by path: the same list as long as all of them are the same. */
  records(): readonly DocRecord[];
  record(path: FilePath): DocRecord | undefined;
  /** The record that a file is, then those that it holds where it holds several, in order. */
  recordsIn(file: FilePath): readonly DocRecord[];
  /** Of a file that is not there yet, by its path alone; null where that makes it no record. */
  kindAt(path: FilePath): RecordKind | null;
  /** Copies and translations of a record, which are none of their own, sorted by path. */
  copiesOf(record: FilePath): readonly RecordCopy[];
  /**
   * References in a text that may not be saved yet, in order. `path` decides what is near; those into other folders of
   * the window have their records in `elsewhere`.
   */
  referencesIn(path: FilePath, text: string, window?: Surroundings): readonly Reference[];
  /** Whether what the file cites is known; until then no link is no answer. */
  isRead(file: FilePath): boolean;
  /** Why what the file cites is not known, or not all of it; null where it is, or the file has not been read yet. */
  problemOf(file: FilePath): FileProblem | null;
  /** Records tied to a file, strongest first, one link a record (its strongest reason). */
  linksFor(file: FilePath): readonly Link[];
  /** As `linksFor`, of a text that is stored nowhere yet, by the references in it alone. */
  linksOf(references: readonly Reference[]): readonly Link[];
  /**
   * Records that the file may be about, by its words: where at most one other is tied to it, and its words were read. Never
   * part of `linksFor`: they support no claim (docs/adr/0026).
   */
  maybeFor(file: FilePath): readonly Link[];
  /** Places that cite the record, by file and line; not those in the record itself. */
  backlinks(record: FilePath): readonly Backlink[];
  /** Every reference of every file, sorted by file and place (the command line's `refs`). */
  allReferences(): readonly { readonly file: FilePath; readonly reference: Reference }[];
}
