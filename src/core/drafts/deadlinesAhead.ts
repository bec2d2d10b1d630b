import { dateIn } from '../text/dates';
import { plainText } from '../text/plainText';
import { findDeadlines } from '../time/deadlines';
import type { DeadlineContext } from '../time/timeMeanings';
import { writtenInstants } from '../time/writtenInstants';
import type { Instant } from '../time/zone';

export interface FoundDeadline {
  readonly instant: Instant;
  /** The line that it stands in, without markup. */
  readonly text: string;
  /** False where `instant` is the likeliest reading of unclear words. */
  readonly certain: boolean;
}

export interface DeadlineSearch extends DeadlineContext {
  /** When the text was written; null where that is not known: then "by Friday" is the Friday of no certain week. */
  readonly written: Instant | null;
  /** The last instant that is near enough. */
  readonly until: Instant;
}

const maxLine = 2_000;
/** A record says in its head when it is due. */
const headLines = 80;
/**
 * What is no deadline: when it was written, what it covers, working hours, what was drafted, what is done.
 */
const notDue =
  /^\s*[-*+] \[[xX]\]|^(?:handoff|covers|date|created|updated|last[- ]modified)\s*:|^#|^<!--|^Covers |^.{1,200}? is (?:back|at work until|next at work) /i;

/** The deadlines of a note or a decision that are still ahead: of each line the earliest, in the order of the lines. */
export function deadlinesAhead(text: string, search: DeadlineSearch): readonly FoundDeadline[] {
  const written = search.written ?? search.now;
  // "By Friday" was said on the day of the note.
  const unclear = search.written === null ? [] : findDeadlines(text, { ...search, now: written });
  const found: FoundDeadline[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const [start, end] = [offset, offset + line.length];
    offset = end + 1;
    if (line.length > maxLine || notDue.test(line)) continue;
    const clear = writtenInstants(line, written).map(({ instant }) => instant);
    const likely = unclear
      .filter((deadline) => deadline.offset >= start && deadline.offset < end)
      .flatMap(({ likely: instant }) => instant ?? []);
    const isAhead = (instant: Instant) => instant > search.now && instant <= search.until;
    const first = Math.min(...[...clear, ...likely].filter(isAhead));
    if (Number.isFinite(first)) found.push({ instant: first, text: wordsOf(line), certain: clear.includes(first) });
  }
  return found;
}

/** The words of the first line that has this date and is about a deadline; null where none is found. */
export function lineDueOn(text: string, date: string): string | null {
  const lines = text.split('\n', headLines).filter((line) => line.length <= maxLine && !notDue.test(line));
  const found = lines.find((line) => dateIn(line) === date);
  return found === undefined ? null : wordsOf(found);
}

/** The words of a line, without list mark, box and table bars; for a line of the front matter its key. */
function wordsOf(line: string): string {
  const [, key] = /^([a-z][a-z-]{1,30}):\s*\S{1,40}$/.exec(line.trimEnd()) ?? [];
  if (key !== undefined) return key.replaceAll('-', ' ');
  const words = line.replace(/^[\s>|]*(?:[-*+]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]\]\s+)?/, '');
  return plainText(words.replaceAll('|', ' ').replace(/\s+/g, ' ').trim());
}
