import { plainText } from '../records/read/plainText';
import { type DeadlineContext, findDeadlines } from './deadlines';
import { isLocalDate, minutesOfDay } from './localDate';
import { proseLines } from './prose';
import { monthNames } from './writeClock';
import { type Instant, instantAt, parseInstant, wallClockAt, zoneRefusal } from './zone';

/** A deadline that a text names, whether its words are clear or not. */
export interface WrittenDeadline {
  readonly instant: Instant;
  /** False where `instant` is only the likeliest reading. */
  readonly certain: boolean;
  /** The line that it stands in, without markup. */
  readonly text: string;
}

const maxDeadlines = 50;
/** What is told as a deadline; "until" is as often an hour of work. */
const cue = /\b(?:by|before|due|deadline|no later than|not later than|expires?|freeze)\b/i;
const nearCue = 40;
/** `2026-11-27 17:00 UTC`, `2026-11-27T17:00Z`, `Fri 27 Nov 17:00 Europe/London`, with the year or without. */
const clear = new RegExp(
  `(?:(?<iso>\\d{4}-\\d{2}-\\d{2})[ T]|(?<day>\\d{1,2}) (?<month>${monthNames.join('|')})[a-z]{0,6}\\.?,?(?: (?<year>\\d{4}))?,? )` +
    '(?<hours>\\d{1,2}):(?<minutes>\\d{2})(?::\\d{2})? ?' +
    '(?<zone>Z|UTC|[+-]\\d{2}:\\d{2}|[A-Z][A-Za-z_]{1,30}(?:/[A-Za-z_-]{1,30}){1,2})',
  'g',
);
/** Half a year back: an older day without a year is the next year's. */
const halfYearMs = 183 * minutesOfDay * 60_000;

/**
 * The deadlines of a Markdown text from now until an instant, the nearest first. What was ticked off is none, nor is
 * what a draft's prompt shows as an example.
 */
export function deadlinesAhead(text: string, context: DeadlineContext, until: Instant): WrittenDeadline[] {
  const open = text.replace(/\u2039[^\u2039\u203a\n]{1,200}\u203a/g, (prompt) => ' '.repeat(prompt.length));
  const unclear = findDeadlines(open, context).flatMap(({ offset, fixes: [fix] }) => {
    return fix ? [{ instant: fix.instant, certain: false, offset }] : [];
  });
  const certain = proseLines(open).flatMap(({ offset, text: line }) => {
    return clearIn(line, context).map((found) => ({ ...found, certain: true, offset: offset + found.offset }));
  });
  return [...certain, ...unclear]
    .filter(({ instant }) => instant > context.now && instant <= until)
    .map(({ instant, certain: isCertain, offset }) => ({ instant, certain: isCertain, line: lineAt(open, offset) }))
    .filter(({ line }) => !/^\s*[-*+] \[[xX]\]/.test(line))
    .sort((a, b) => a.instant - b.instant)
    .slice(0, maxDeadlines)
    .map(({ line, ...deadline }) => ({ ...deadline, text: wordsOf(line) }));
}

function clearIn(line: string, { now }: DeadlineContext): { instant: Instant; offset: number }[] {
  return [...line.matchAll(clear)].flatMap((found) => {
    const instant = cue.test(line.slice(Math.max(0, found.index - nearCue), found.index))
      ? instantOf(found, now)
      : null;
    return instant === null ? [] : [{ instant, offset: found.index }];
  });
}

function instantOf({ groups = {} }: RegExpExecArray, now: Instant): Instant | null {
  const { iso, year, hours = '', minutes = '', zone = '' } = groups;
  const thisYear = wallClockAt('UTC', now).date.slice(0, 4);
  const on = (date: string) => instantOn(date, hours.padStart(2, '0'), minutes, zone);
  if (iso !== undefined) return on(iso);
  const instant = on(dateIn(year ?? thisYear, groups));
  const isNextYear = year === undefined && instant !== null && now - instant > halfYearMs;
  return isNextYear ? on(dateIn(String(Number(thisYear) + 1), groups)) : instant;
}

function dateIn(year: string, { day = '', month = '' }: Readonly<Record<string, string | undefined>>): string {
  const number = monthNames.findIndex((name) => month.startsWith(name)) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function instantOn(date: string, hours: string, minutes: string, zone: string): Instant | null {
  const minute = Number(hours) * 60 + Number(minutes);
  if (!isLocalDate(date) || minute > minutesOfDay) return null;
  if (/^[+-]/.test(zone)) return parseInstant(`${date}T${hours}:${minutes}${zone}`);
  const name = zone === 'Z' ? 'UTC' : zone;
  return zoneRefusal(name) === null ? instantAt(name, date, minute) : null;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}

function wordsOf(line: string): string {
  const row = line.trim().replace(/^\|\s*|\s*\|$/g, '');
  const words = row.slice(0, 1_000).replace(/^(?:#{1,6} |>\s?|[-*+] |\d{1,9}[.)] ){1,3}(?:\[ \] )?/, '');
  return plainText(words).replaceAll('\u200b', '');
}
