import { type ProseLine, proseLines } from './prose';
import { type DayEdge, type DeadlineContext, meaningsOf } from './timeMeanings';
import { readTimePhrase, type TimePhrase } from './timePhrase';
import { writeInBothClocks } from './writeClock';
import type { Instant } from './zone';

/**
 * `no-zone`: a time of day without a zone, or in "my time". `abbreviation`: `17:00 EST`, which several zones use. `end-of-day`: EOD,
 * COB, whose end is not said. `no-time`: a day without a time, or "tomorrow", that begins elsewhere at another hour.
 * `vague`: "next week". `date-order`: `03/04` is March or April.
 */
export type DeadlineCode = 'no-zone' | 'abbreviation' | 'end-of-day' | 'no-time' | 'vague' | 'date-order';

/** One way to read it; the first is the most likely. */
export interface DeadlineFix {
  readonly instant: Instant;
  /** What to write in its place, in both clocks: `Fri 27 Nov 17:00 Europe/London (02:00 Sat Asia/Tokyo)`. */
  readonly text: string;
}

export interface Deadline {
  readonly code: DeadlineCode;
  /** Of the words that are not clear, in UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly length: number;
  /** At least one. */
  readonly fixes: readonly DeadlineFix[];
}

/** A phrase that is meant as a deadline. */
interface Candidate {
  readonly phrase: TimePhrase;
  readonly edge: DayEdge;
  /** Whether a word before it says so; without one, only an hour of a certain day counts. */
  readonly cued: boolean;
}

const maxFixes = 4;
/** More in one text are not read by anybody, and each costs a look at the clocks. */
const maxDeadlines = 200;
const cue = /\b(by|before|until|till|due|deadline|no later than|not later than)\b/gi;
/** Between a cue and its time: `due date: on the`, `**Needed by:**`, a table's bar. */
const afterCue = /[\s:*_|(]{1,6}(?:(?:on|at|the|date|is|latest|around|about|by|this)(?=[\s:*_|]))?/iy;
/** A day or a time that may be a deadline without a cue: `EOD Friday`, `tomorrow 5pm`. */
const uncued =
  /\b(?:EOD|EOB|COB|(?:end|close) of (?:the )?(?:day|business|play)|today|tonight|tomorrow|(?:next |this |coming )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|\d{1,2}(?::\d{2})? ?[ap]\.?m|\d{1,2}:\d{2})\b/gi;
const recurring = /\b(?:every|each|daily|weekly|monthly|usually|always|typically)\b/i;

/** The deadlines of a Markdown text that people elsewhere cannot tell the instant of, in order of place. */
export function findDeadlines(text: string, context: DeadlineContext): Deadline[] {
  const found: Deadline[] = [];
  for (const line of proseLines(text)) {
    if (found.length >= maxDeadlines) break;
    found.push(...inLine(line, context));
  }
  return found.slice(0, maxDeadlines);
}

function inLine({ offset, text }: ProseLine, context: DeadlineContext): Deadline[] {
  const found: Deadline[] = [];
  let end = 0;
  const candidates = [...cuedIn(text), ...uncuedIn(text)].sort((a, b) => a.phrase.start - b.phrase.start);
  for (const { phrase, edge, cued } of candidates) {
    if (phrase.start < end) continue;
    if (found.length >= maxDeadlines) break;
    const code = codeOf(phrase, cued);
    if (code === null || recurring.test(text.slice(Math.max(0, phrase.start - 60), phrase.end + 30))) continue;
    const instants = meaningsOf(phrase, edge, context).slice(0, maxFixes);
    const { author, reader, now } = context;
    const fixes = instants.map((instant) => ({ instant, text: writeInBothClocks(instant, author.zone, reader, now) }));
    // What is over is no deadline any more.
    if (fixes.length === 0) continue;
    found.push({ code, offset: offset + phrase.start, length: phrase.end - phrase.start, fixes });
    end = phrase.end;
  }
  return found;
}

function cuedIn(line: string): Candidate[] {
  return [...line.matchAll(cue)].flatMap((found) => {
    const word = found[0].toLowerCase();
    const start = found.index + found[0].length;
    const isRange =
      /^(?:until|till)$/.test(word) &&
      /\b(?:from|between)\b/i.test(line.slice(Math.max(0, found.index - 40), found.index));
    const phrase = isRange ? null : word === 'deadline' ? phraseWithin(line, start) : phraseAfter(line, start);
    return phrase ? [{ phrase, edge: /^(?:before|until|till)$/.test(word) ? 'start' : 'end', cued: true }] : [];
  });
}

function phraseAfter(line: string, start: number): TimePhrase | null {
  let at = start;
  for (let fillers = 0; fillers < 4; fillers++) {
    afterCue.lastIndex = at;
    if (!afterCue.test(line)) return null;
    at = afterCue.lastIndex;
    const phrase = readTimePhrase(line, at);
    if (phrase) return phrase;
  }
  return null;
}

/** "The deadline for comments is Friday": within 40 characters of the same sentence. */
function phraseWithin(line: string, start: number): TimePhrase | null {
  const [gap = ''] = /^[^.!?;\0]{0,40}/.exec(line.slice(start, start + 40)) ?? [];
  if (/\b(?:was|were|missed|exceeded|passed)\b/i.test(gap)) return null;
  for (const { index } of gap.matchAll(/\b\w/g)) {
    const phrase = readTimePhrase(line, start + index);
    if (phrase) return phrase;
  }
  return null;
}

function uncuedIn(line: string): Candidate[] {
  return [...line.matchAll(uncued)].flatMap(({ index }) => {
    const phrase = readTimePhrase(line, index);
    return phrase ? [{ phrase, edge: 'end', cued: false }] : [];
  });
}

/** What is not clear about a deadline, or null where it is clear or is none. */
function codeOf({ day, time, zone }: TimePhrase, cued: boolean): DeadlineCode | null {
  if (zone === 'clear') return null;
  if (!cued && !isAppointment(day, time)) return null;
  if (zone !== null && typeof zone !== 'string') return 'abbreviation';
  if (day?.kind === 'dates' && day.dates.length > 1 && !day.spare) return 'date-order';
  if (time === 'end-of-day') return 'end-of-day';
  if (time !== null) return 'no-zone';
  if (day?.kind === 'week') return 'vague';
  // "Until today" tells the past, `Sat` alone is as often a name, and a date in full is clear enough.
  const isNamed = day?.kind === 'weekday' && !(day.short && /^s/.test(day.weekday));
  return isNamed || (day?.kind === 'relative' && day.days > 0) ? 'no-time' : null;
}

/** An hour of a day that is near: a weekday alone is as often a regular meeting. */
function isAppointment(day: TimePhrase['day'], time: TimePhrase['time']): boolean {
  if (day === null || time === null) return false;
  return day.kind === 'relative' || (day.kind === 'weekday' && (day.which !== null || time === 'end-of-day'));
}
