import type { RecordCopy } from '../../../core/records/find/copies';
import type { DocRecord, RecordKind, RecordProblem, RecordStatus } from '../../../core/records/record';
import type { FileGroupKey } from '../fileGroups';
import type { Reasoned, ReasonWords } from '../words/linkWords';
import type { ListedRecord } from './listModel';
import type { PanelTarget } from './panelTarget';

/** What there is no list for. */
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
  /** As `unlinked`, of a document that no reference can be written into. */
  | 'unlinkable';

export interface NoticeWords {
  readonly text: string;
  /** The words of the one action that helps, and what it runs. */
  readonly action?: { readonly text: string; readonly target: PanelTarget };
}

/** Every word that the page says, in the person's language, so that the HTML is made without VS Code. */
export interface PanelWords {
  /** The editor's language, for `lang`. */
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
  /** Where a person stopped the reading. */
  readonly notAllRead: string;
  readonly rootFolder: string;
  readonly truncated: string;
  /** Of the fold over what the record's text says of its date, people and status once more. */
  readonly head: string;
  readonly drawing: string;
  readonly open: string;
  readonly openFile: string;
  readonly copyLink: string;
  readonly updated: string;
  /** What a page without content says. */
  readonly notices: Readonly<Record<NoticeState, NoticeWords>>;
  /** `← balance.ts` at length. */
  toList(file: string): string;
  /** `In the code: 14 places in 6 files` */
  places(count: number, files: number): string;
  group(key: FileGroupKey): string;
  /** How the records of a folded group were found; empty where that goes without saying. */
  groupHint(key: FileGroupKey, records: readonly ListedRecord[]): string;
  /** Why a record is in the list; `most` lines are named. */
  reason(link: Reasoned, most: number): ReasonWords;
  /** Everything that a row says, for screen readers. */
  spoken(record: DocRecord, reason: ReasonWords): string;
  markHint(status: RecordStatus, kind: RecordKind): string;
  /** A sentence of a record, on one line and not too long. */
  cut(text: string): string;
  /** The name of a file that was not read whole. */
  notWhole(name: string): string;
  more(count: number): string;
  /** A link to the rest of a long group. */
  showMore(count: number): string;
  line(line: number): string;
  /** Another file of the same record. */
  copy(copy: RecordCopy): string;
  /** Which folder of the window. */
  inFolder(name: string): string;
  /** What was not read of a record, and what to do. */
  problem(problem: RecordProblem): string;
  gone(path: string): string;
  /** How many files were looked at. */
  readSoFar(done: number, total: number): string;
  remoteImage(host: string, alt: string): string;
  /** Status, empty where the kind has none. */
  status(record: DocRecord): string;
  date(record: DocRecord): string;
  people(record: DocRecord): string;
  /** `ADR-0012`, or the title. */
  shortName(record: DocRecord): string;
  /** `ADR-0012 Use PostgreSQL`. */
  name(record: DocRecord): string;
}
