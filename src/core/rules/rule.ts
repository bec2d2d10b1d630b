import type { MentionedFiles } from '../links/mentionIndex';
import type { World } from '../names/nameLookup';
import type { FilePath } from '../ports';
import type { RecordCopy } from '../records/find/copies';
import type { DocRecord } from '../records/record';
import type { LocalDate } from '../time/localDate';
import type { Anchors } from './anchors';
import type { CheckedFile } from './checkedFile';
import type { Found, Severity } from './finding';
import type { PathHistory } from './pathHistory';
import type { Practice } from './practice';
import type { RuleCode } from './sentences';
import type { SeriesKept } from './seriesKept';

/** The files of the folder; `FileTree` is one. */
export interface CheckedFiles extends MentionedFiles {
  /** Whether a path is left out of all lists, so that nothing is known of it. */
  isIgnored(path: FilePath): boolean;
  /** The path with symbolic links resolved. */
  real(path: FilePath): FilePath;
  /** Whether files may be missing from the lists. */
  readonly truncated: boolean;
  /** Grows with every file that comes or goes. */
  readonly version: number;
}

/** What rules may ask of the folder. */
export interface Known {
  record(path: FilePath): DocRecord | undefined;
  readonly records: readonly DocRecord[];
  copiesOf(record: FilePath): readonly RecordCopy[];
  /** Null where the document was not read. */
  anchorsOf(document: FilePath): Anchors | null;
  readonly world: World;
  readonly files: CheckedFiles;
  readonly series: SeriesKept;
  /** Counts once for all files. @param count also the key */
  practice(count: (known: Known) => Practice): Practice;
  readonly today: LocalDate;
  /** What git knows of paths that records name; null where git was not asked. */
  readonly history: PathHistory | null;
}

/** One rule: what it looks for in a file, and the severity of that by default. */
export interface Rule {
  readonly code: RuleCode;
  readonly severity: Severity | 'off';
  find(file: CheckedFile, known: Known): Iterable<Found>;
}
