import type { RecordCopy } from '../../../core/records/find/copies';
import type { DocRecord, RecordKind, RecordProblem, RecordStatus } from '../../../core/records/record';
import type { FileGroupKey } from '../fileGroups';
import type { Reasoned, ReasonWords } from '../words/linkWords';
import type { ListedRecord } from './listModel';
import type { PanelTarget } from './panelTarget';

/** The reasons why there is no list. */
export type NoticeState =
  | 'noFolder'
  | 'off'
  | 'reading'
  | 'empty'
  | 'none'
  | 'readingFile'
  | 'stopped'
  | 'stoppedFile'
  | 'partial'
  | 'unsaved'
  | 'unlinked'
  /** As `unlinked`, for a document into which no reference can be inserted. */
  | 'unlinkable';

export interface NoticeWords {
  readonly text: string;
  /** The label of the one action that helps, and its target. */
  readonly action?: { readonly text: string; readonly target: PanelTarget };
}

/** Every word of the page in the person's language, so that the HTML can be made without VS Code. */
export interface PanelWords {
  /** The editor's language, for the attribute `lang`. */
  readonly language: string;
  readonly title: string;
  readonly back: string;
  readonly forward: string;
  readonly history: string;
  readonly chain: string;
  readonly partly: string;
  readonly pending: string;
  readonly supersededBy: string;
  readonly governs: string;
  readonly tags: string;
  readonly inTheCode: string;
  readonly inRecords: string;
  readonly notCited: string;
  readonly stillReading: string;
  /** For when a person stopped the reading. */
  readonly notAllRead: string;
  readonly rootFolder: string;
  readonly truncated: string;
  /** The label of the fold over the record's own lines about date, people and status. */
  readonly head: string;
  readonly drawing: string;
  readonly open: string;
  readonly openFile: string;
  readonly copyLink: string;
  readonly updated: string;
  /** The words of a page without content. */
  readonly notices: Readonly<Record<NoticeState, NoticeWords>>;
  /** The spoken form of `← balance.ts`. */
  toList(file: string): string;
  /** `In the code: 14 places in 6 files` */
  places(count: number, files: number): string;
  group(key: FileGroupKey): string;
  /** How the records of a folded group were found; empty where that needs no words. */
  groupHint(key: FileGroupKey, records: readonly ListedRecord[]): string;
  /** The reason why a record is in the list, with at most `most` lines. */
  reason(link: Reasoned, most: number): ReasonWords;
  /** Everything in a row, for screen readers. */
  spoken(record: DocRecord, reason: ReasonWords): string;
  markHint(status: RecordStatus, kind: RecordKind): string;
  /** A sentence of a record, cut to one short line. */
  cut(text: string): string;
  /** The remark for a file that was not read whole. */
  notWhole(name: string): string;
  more(count: number): string;
  /** The label of the link to the rest of a long group. */
  showMore(count: number): string;
  line(line: number): string;
  /** The words for another file of the same record. */
  copy(copy: RecordCopy): string;
  /** The words for the workspace folder. */
  inFolder(name: string): string;
  /** What was not read of a record, and what to do about it. */
  problem(problem: RecordProblem): string;
  gone(path: string): string;
  /** The progress: how many files were read. */
  readSoFar(done: number, total: number): string;
  remoteImage(host: string, alt: string): string;
  /** The status; empty where the kind of record has none. */
  status(record: DocRecord): string;
  date(record: DocRecord): string;
  people(record: DocRecord): string;
  /** `ADR-0012`, or the title. */
  shortName(record: DocRecord): string;
  /** `ADR-0012 Use PostgreSQL`. */
  name(record: DocRecord): string;
}
