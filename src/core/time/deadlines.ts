import { pipeCells } from '../text/tableCells';
import { isAt } from './besideTime';
import { type Candidate, candidatesIn } from './deadlineCues';
import { isAnnounced, isAskedFor, isPastOrHabit } from './pastOrHabit';
import { type ProseLine, proseLines } from './prose';
import { type DeadlineContext, type Meaning, meaningsOf } from './timeMeanings';
import { readTimePhrase, type TimePhrase } from './timePhrase';
import { beginsWithHour, isLogged, isSender } from './transcript';
import { writeInBothClocks, writePeriodInBothClocks } from './writeClock';
import { writtenPeriod } from './writtenInstants';
import type { Instant } from './zone';
import { saysZoneOfAll, zonedColumns } from './zoneSaid';

/**
 * `no-zone`: a time of day without a zone, or in "my time". `abbreviation`: `17:00 EST`, which several zones use.
 * `end-of-day`: EOD or COB, whose hour is not said. `no-time`: a day without a time, or "tomorrow", which begins at
 * another instant elsewhere. `vague`: "next week". `date-order`: `03/04` is in March or April. `from-now`: "in 3
 * hours", counted from when it was written.
 */
export type DeadlineCode = 'no-zone' | 'abbreviation' | 'end-of-day' | 'no-time' | 'vague' | 'date-order' | 'from-now';

/** One reading of a deadline; the first is the most likely. */
export interface DeadlineFix {
  readonly instant: Instant;
  /** Of a range of hours; null where there is one hour. */
  readonly end: Instant | null;
  /** What to write in its place, in both clocks: `Fri 27 Nov 17:00 Europe/London (02:00 Sat Asia/Tokyo)`. */
  readonly text: string;
}

export interface Deadline {
  readonly code: DeadlineCode;
  /** The place of the unclear words, in UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly length: number;
  /** Empty where the instant is not known, or where words that belong to the time were not understood. */
  readonly fixes: readonly DeadlineFix[];
  /**
   * The most likely instant by the words that were understood, also where there is no fix; null where they name none.
   */
  readonly likely: Instant | null;
}

/** Columns of a table, from 0. */
interface Columns {
  readonly due: readonly number[];
  /** Columns whose hours have a zone by the table's head. */
  readonly zoned: readonly number[];
}

const noColumns: Columns = { due: [], zoned: [] };
const ticked = /^\s*(?:[-*+]|\d{1,4}[.)])\s+\[[xX]\]\s/;
const maxFixes = 4;
/** A reader does not go through more in one text, and each costs several zone conversions. */
const maxDeadlines = 200;
/** A column whose days are deadlines. */
const dueColumn =
  /^(?:due|due date|deadline|when|by|until|ETA|needed by|target(?: date)?|fällig|bis|frist|termin|échéance|pour le|avant|fecha|fecha límite|vence|plazo)$/i;

/** The deadlines of a Markdown text whose instant is not clear to people elsewhere, in order of place. */
export function findDeadlines(text: string, context: DeadlineContext): Deadline[] {
  const found: Deadline[] = [];
  let columns = noColumns;
  const lines = proseLines(text);
  const isZoned = lines.some((line) => saysZoneOfAll(line.text));
  let [end, isMessage] = [0, false];
  for (const line of lines) {
    if (found.length >= maxDeadlines) break;
    const namesSender = isSender(line.text);
    isMessage = (isMessage && line.offset === end) || namesSender;
    end = line.offset + line.text.length + 1;
    if (line.isTableHead) columns = { due: dueCellsOf(line.text), zoned: zonedColumns(line.text) };
    else if (!line.text.includes('|')) columns = noColumns;
    if (ticked.test(line.text) || isLogged(line.text) || namesSender) continue;
    const inIt = inLine(line, line.isTableHead ? noColumns : columns, isZoned, context);
    // "Tomorrow" in a message is counted from when it was sent.
    found.push(...(isMessage ? inIt.map((each) => ({ ...each, fixes: [], likely: null })) : inIt));
  }
  return found.slice(0, maxDeadlines);
}

function dueCellsOf(head: string): readonly number[] {
  return pipeCells(head).flatMap((cell, at) => (dueColumn.test(cell.replace(/[*_`]/g, '').trim()) ? [at] : []));
}

function inLine({ offset, text }: ProseLine, columns: Columns, isZoned: boolean, context: DeadlineContext): Deadline[] {
  const cells = columns.due.length === 0 ? [] : daysInCells(text, columns.due);
  const candidates = [...cells, ...candidatesIn(text)];
  // Most lines have none, and the rest need not be read for them.
  if (candidates.length === 0) return [];
  const found: Deadline[] = [];
  let end = 0;
  const hasOwnHour = beginsWithHour(text);
  const periods = [...text.matchAll(writtenPeriod)].map(
    ({ 0: words, index }) => [index, index + words.length] as const,
  );
  for (const candidate of candidates) {
    const { phrase } = candidate;
    if (phrase.start < end || periods.some(([from, to]) => from < phrase.end && phrase.start < to)) continue;
    if (found.length >= maxDeadlines) break;
    const code = codeOf(candidate, text);
    // Within a phrase with a clear zone, a second clock time for the same instant is as clear as the first.
    if (phrase.zone === 'clear') end = phrase.end;
    if (code === null || isPastOrHabit(candidate, text) || (hasOwnHour && phrase.day === null)) continue;
    if (phrase.zone === null && (isZoned || columns.zoned.includes(columnAt(text, phrase.start)))) continue;
    const meanings = meaningsOf(phrase, candidate.edge, context);
    const coming = meanings.filter(({ instant }) => instant > context.now);
    // A deadline that has passed is none, and no part of it is one: `Monday 24 November` of last year.
    if (meanings.length > 0 && coming.length === 0) {
      end = phrase.end;
      continue;
    }
    const fixes =
      phrase.whole && !hasOwnHour ? coming.slice(0, maxFixes).map((meaning) => fixOf(meaning, context)) : [];
    const likely = coming[0]?.instant ?? null;
    found.push({ code, offset: offset + phrase.start, length: phrase.end - phrase.start, fixes, likely });
    end = phrase.end;
  }
  return found.sort((a, b) => a.offset - b.offset);
}

function fixOf({ instant, end }: Meaning, { author, reader, now }: DeadlineContext): DeadlineFix {
  const text =
    end === null
      ? writeInBothClocks(instant, author.zone, reader, now)
      : writePeriodInBothClocks({ start: instant, end }, author.zone, reader, now);
  return { instant, end, text };
}

function columnAt(row: string, at: number): number {
  const before = row.slice(0, at).split('|').length - 1;
  return row.trimStart().startsWith('|') ? before - 1 : before;
}

/** Cells of a due column that are nothing but a time: `| Update docs | Friday |` below a head of `Due`. */
function daysInCells(row: string, columns: readonly number[]): Candidate[] {
  const bars = [...row.matchAll(/\|/g)].map(({ index }) => index);
  const starts = row.trimStart().startsWith('|') ? bars.map((at) => at + 1) : [0, ...bars.map((at) => at + 1)];
  return columns.flatMap((column) => {
    const start = starts[column];
    const cell = start === undefined ? '' : (/^[^|]*/.exec(row.slice(start))?.[0] ?? '');
    const lead = /^[\s*_]*/.exec(cell)?.[0].length ?? 0;
    const phrase = start === undefined ? null : readTimePhrase(row, start + lead);
    const isAll = phrase && start !== undefined && /^[\s*_.]*$/.test(cell.slice(phrase.end - start));
    return isAll ? [{ phrase, edge: 'end', cued: true }] : [];
  });
}

/** What is not clear about a deadline, or null where it is clear or is none. */
function codeOf({ phrase, cued }: Candidate, line: string): DeadlineCode | null {
  const { day, time, zone } = phrase;
  if (zone === 'clear') return null;
  if (zone !== null && typeof zone === 'object' && 'place' in zone && time?.kind === 'clock') return null;
  if (!cued && !isAppointment(phrase, line)) return null;
  if (day?.kind === 'after') return 'from-now';
  if (zone !== null && typeof zone !== 'string' && !('place' in zone)) return 'abbreviation';
  if (day?.kind === 'dates' && day.dates.length > 1 && !day.spare) return 'date-order';
  if (time?.kind === 'end-of-day') return 'end-of-day';
  if (time !== null) return 'no-zone';
  return day === null ? null : unclearDay(day);
}

/** "Until today" is about the past, `Sat` alone is as often a name, and a full date is clear enough. */
function unclearDay(day: NonNullable<TimePhrase['day']>): DeadlineCode | null {
  if (day.kind === 'week' || day.kind === 'loose') return 'vague';
  if (day.kind === 'month-end') return 'no-time';
  if (day.kind === 'dates') return day.dates.every(({ month }) => month === null) ? 'no-time' : null;
  if (day.kind === 'weekday') return day.short && /^s/.test(day.weekday) ? null : 'no-time';
  return day.kind === 'relative' && day.days > 0 ? 'no-time' : null;
}

/** A cell that is nothing but a time: a timeline of what happened looks like a plan. */
function isCell(line: string, start: number, end: number): boolean {
  return (
    /\|[\s*_]{0,9}$/.test(line.slice(Math.max(0, start - 10), start)) &&
    /^[\s*_]{0,9}\|/.test(line.slice(end, end + 10))
  );
}

/** "In three days". */
const fromNow = /(?:in|dans|en|dentro)\b/iy;
const withinTime = /(?:within|binnen|innerhalb|sous)\b/iy;

/** An hour of a certain day, or a time from now that is announced. */
function isAppointment({ day, time, start, end }: TimePhrase, line: string): boolean {
  // "Within two hours" is as often the length of work as its deadline.
  if (isAt(withinTime, line, start)) return isAskedFor(line, start);
  if (day?.kind === 'after') return isAnnounced(line, start);
  const isFromNow = time === null && isAt(fromNow, line, start);
  if (day?.kind === 'loose' && isFromNow) return isAnnounced(line, start) || isAskedFor(line, start);
  if (day?.kind === 'weekday' && isCell(line, start, end)) return false;
  if (day?.kind === 'relative' && time === null) return day.days > 1 && isFromNow && isAnnounced(line, start);
  return day !== null && time !== null;
}
