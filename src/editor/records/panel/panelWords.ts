import type { RecordCopy } from '../../../core/records/find/copies';
import type { DocRecord, RecordProblem } from '../../../core/records/record';

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
  readonly rootFolder: string;
  readonly truncated: string;
  readonly drawing: string;
  readonly open: string;
  readonly updated: string;
  readonly empty: string;
  readonly reading: string;
  readonly off: string;
  more(count: number): string;
  line(line: number): string;
  /** Another file of the same record. */
  copy(copy: RecordCopy): string;
  /** Which folder of the window. */
  inFolder(name: string): string;
  /** What was not read of a record, and what to do. */
  problem(problem: RecordProblem): string;
  gone(path: string): string;
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
