import type { FilePath } from '../ports';
import type { DocRecord } from '../records/record';
import { compareText } from '../text/compareText';
import type { Instant } from '../time/zone';

/** An answer that a reader appended to a handoff: the read-back, and what they ask back. */
export interface Reply {
  readonly by: string;
  readonly at: Instant | null;
  readonly text: string;
}

export interface NextItem {
  readonly text: string;
  readonly done: boolean;
  readonly line: number;
  /** Set where the item is as a draft proposed it, without a word of the writer's. */
  readonly proposed?: true;
}

/** A written handoff, as its receiver needs it. Any Markdown in a folder of handoffs gives one. */
export interface HandoffNote {
  readonly path: FilePath;
  readonly title: string;
  /** When it was written; for a note of another tool the start, in UTC, of the record's date. */
  readonly written: Instant | null;
  /** As written in the front matter; null where it does not say. */
  readonly from: string | null;
  /** Names of people and teams; empty means for anybody. */
  readonly to: readonly string[];
  readonly covers: { readonly start: Instant; readonly end: Instant } | null;
  /**
   * Full hashes by repository name, then branch name. From the closing comment; older notes have them in the front
   * matter.
   */
  readonly tips: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * The items under "Next": text without the box, without unfilled prompts and without the facts that a draft
   * puts behind it, and whether it is ticked. `line` counts from 1.
   */
  readonly next: readonly NextItem[];
  /** What the note says is blocked or waited for. */
  readonly waiting: readonly string[];
  /** What the writer asks the reader. */
  readonly questions: readonly string[];
  /** Branches of the work items, most important first: what "Start on this" can check out. */
  readonly branches: readonly string[];
  /** Records that the note links to, as paths relative to the workspace folder. */
  readonly records: readonly FilePath[];
  readonly replies: readonly Reply[];
}

/** Handoffs beyond that number do not say where a draft begins, and are not picked up. */
const most = 200;

/** The handoffs among records, the newest first by their dates, at most 200. */
export function newestHandoffs(records: readonly DocRecord[]): readonly DocRecord[] {
  const handoffs = records.filter(({ kind }) => kind === 'handoff');
  return handoffs.sort((a, b) => compareText(b.date ?? '', a.date ?? '')).slice(0, most);
}
