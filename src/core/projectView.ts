import type { Surroundings } from './links/acrossFolders';
import type { Backlink, Link, Reference } from './links/link';
import type { FilePath } from './ports';
import type { RecordCopy } from './records/find/copies';
import type { DocRecord, ParsedRecord, RecordKind } from './records/record';

/** A change of a path: it was made or its content changed, or it (a file or a whole folder) was deleted. */
export interface PathChange {
  readonly path: FilePath;
  readonly kind: 'changed' | 'deleted';
}

/**
 * Why the references of a file are not known, or not all of them (docs/adr/0014). `too-many`: there are more than the
 * limit for one file, and only those up to the limit were read.
 */
export type FileProblem = 'too-large' | 'too-many' | 'unreadable';

/** How many of the files have been read. */
export interface ReadingProgress {
  readonly done: number;
  readonly total: number;
}

/** What surfaces may ask of one workspace folder. They only read. */
export interface ProjectView {
  /** False until the records were read once; surfaces then show "reading" and not "nothing". */
  readonly loaded: boolean;
  /** Whether every file was scanned for references; until then a record without citations may still have some. */
  readonly complete: boolean;
  /** Whether a limit left files out (docs/security.md#r54); those that are opened are read nevertheless. */
  readonly truncated: boolean;
  /** Grows with every change of the answers below. */
  readonly version: number;
  /** The progress of the current reading; null before the number of files is known, and where nothing is being read. */
  readonly progress: ReadingProgress | null;
  /** Records that the first reading has found so far; empty once it has finished, as `records` has all of them. */
  readonly coming: Iterable<ParsedRecord>;
  /** The progress at which a person stopped a reading, `total` 0 where it was not known; null where all was read. */
  readonly stoppedAt: ReadingProgress | null;
  /** All records, sorted by path: the same array as long as no record changed. */
  records(): readonly DocRecord[];
  record(path: FilePath): DocRecord | undefined;
  /** The record of a file; for a collection also its parts, in order. */
  recordsIn(file: FilePath): readonly DocRecord[];
  /** The kind of a file that does not exist yet, by its path alone; null where it would be no record. */
  kindAt(path: FilePath): RecordKind | null;
  /** Copies and translations of a record, which do not count as records, sorted by path. */
  copiesOf(record: FilePath): readonly RecordCopy[];
  /**
   * References in a text that may not be saved yet, in order. Names are resolved from `path`, the nearest first;
   * references into other folders of the window have their records in `elsewhere`.
   */
  referencesIn(path: FilePath, text: string, window?: Surroundings): readonly Reference[];
  /** Whether the file's references are known; until then an empty list of links is no answer. */
  isRead(file: FilePath): boolean;
  /** Why not all of the file's references are known; null where they are, or where the file has not been read yet. */
  problemOf(file: FilePath): FileProblem | null;
  /** Records tied to a file, strongest first, one link for each record (with its strongest reason). */
  linksFor(file: FilePath): readonly Link[];
  /** As `linksFor`, for a text that is stored nowhere yet, by its references alone. */
  linksOf(references: readonly Reference[]): readonly Link[];
  /**
   * Records that the file may be about, by its words, where at most one other record is tied to it and its words have
   * been read. Never part of `linksFor`: they support no claim (docs/adr/0026).
   */
  maybeFor(file: FilePath): readonly Link[];
  /** Places that cite the record, sorted by file and line, without those in the record itself. */
  backlinks(record: FilePath): readonly Backlink[];
  /** Every reference of every file, sorted by file and place (the command line's `refs`). */
  allReferences(): readonly { readonly file: FilePath; readonly reference: Reference }[];
}
