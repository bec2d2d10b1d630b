import { isAt, saysZoneFartherOn, standsAlone } from './besideTime';
import type { DayPart, DayWord, TimePart, TimeWord, ZoneWord } from './timePart';
import { readTimePart } from './timeWords';

/** A time as written, with its parts in any order: `EOD Friday`, `Fri 27 Nov 17:00 Europe/London`. */
export interface TimePhrase {
  readonly start: number;
  readonly end: number;
  readonly day: DayWord | null;
  readonly time: TimeWord | null;
  readonly zone: ZoneWord | null;
  /** The same instant on other clocks: `5pm PST/8pm EST`. */
  readonly others: readonly Pick<TimePhrase, 'time' | 'zone'>[];
  /**
   * False where words beside it that were not understood may belong to the time, or markup begins or ends within it.
   */
  readonly whole: boolean;
}

/** Text that may stand between the parts. */
const between =
  /[\s,()*_]{0,4}(?:(?:sharp|on the dot|pile|en punto),? )?(?:(?:on|at|@|of|around|about|by|before|until|till|from|bis|vor|ab|um|am|gegen|avant|à|vers|al?|de|del|den|der|des|el|le) )?(?:the |las? |el |le )?/iy;
const gap = /[\s,()*_]{0,4}/y;
/** Where a word continues, as in a name or a possessive: `Monday.com`, `today's`, `Friday-only`. */
const goesOn = /['’]\w|[./@]\w|-(?!ish\b)\w|\w/y;
/** A surname or the like, so that a short weekday before it is a first name: `reviewed by Wed Adams`. */
const nameAfter = / \p{Lu}\p{Ll}/uy;
const marks = /\*\*|__|\*|_/g;

const nothing = { day: null, time: null, zone: null, others: [] };

/** The phrase that begins at an offset of a line, or null. */
export function readTimePhrase(line: string, start: number): TimePhrase | null {
  let phrase: TimePhrase = { start, end: start, ...nothing, whole: true };
  for (let at: number | null = start; at !== null; ) {
    const longer = withNext(phrase, line, at);
    if (!longer) break;
    phrase = withOtherClock(longer, line);
    at = nextPlace(phrase, line);
  }
  if (phrase.end === start || isAt(goesOn, line, phrase.end) || isNothing(phrase, line)) return null;
  return closed(phrase, line);
}

/**
 * The offset of the next part, or null: a filler may be a word of that part (`de la tarde`), or come before it
 * (`at 9`).
 */
function nextPlace(phrase: TimePhrase, line: string): number | null {
  gap.lastIndex = phrase.end;
  gap.test(line);
  const near = gap.lastIndex;
  if (near > phrase.end && withNext(phrase, line, near)) return near;
  between.lastIndex = phrase.end;
  return between.test(line) ? between.lastIndex : null;
}

function withNext(phrase: TimePhrase, line: string, at: number): TimePhrase | null {
  const found = readTimePart(line, at);
  if (!found) return null;
  let longer: TimePhrase | null = { ...phrase, end: found.end };
  for (const part of found.parts) longer = longer && extended(longer, part);
  return longer;
}

/**
 * The phrase with one more part; null where it has that part already. A date may join its weekday, and a part of the
 * day its hour.
 */
function extended(phrase: TimePhrase, part: TimePart): TimePhrase | null {
  if (part.is === 'zone') {
    // A name after a day alone may be a person's; `Friday AoE` is a zone.
    const isMeant = phrase.time !== null || (phrase.day !== null && part.word === 'clear');
    // `CET (UTC+1)`: an offset says which of the zones is meant.
    const isFirst = phrase.zone === null || (part.word === 'clear' && Array.isArray(phrase.zone));
    return isMeant && isFirst ? { ...phrase, zone: part.word } : null;
  }
  if (part.is === 'time') {
    const time = phrase.time === null ? part.word : together(phrase.time, part.word);
    return time && { ...phrase, time };
  }
  const day = phrase.day === null ? part.word : sameDay(phrase.day, part.word);
  return day && { ...phrase, day };
}

/** `Friday 27 November`, `27 November (Friday)`. */
function sameDay(one: DayWord, other: DayWord): DayWord | null {
  if (one.kind === 'weekday' && other.kind === 'dates') return { ...other, weekday: one.weekday };
  if (one.kind === 'dates' && other.kind === 'weekday' && one.weekday === null)
    return { ...one, weekday: other.weekday };
  return null;
}

/** `9 in the morning`, `tonight at 8`: the hours of the clock that are in that part of the day. */
function together(one: TimeWord, other: TimeWord): TimeWord | null {
  const [clock, part] = one.kind === 'clock' ? [one, other] : [other, one];
  if (clock.kind !== 'clock' || part.kind !== 'part') return null;
  const minutes = clock.minutes.filter((minute) => isIn(part.part, minute));
  return minutes.length === 0 ? null : { ...clock, minutes, weak: clock.weak && part.weak };
}

const hour = 60;
const spans: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  start: [5 * hour, 12 * hour],
  morning: [0, 12 * hour],
  midday: [11 * hour, 15 * hour],
  afternoon: [12 * hour, 18 * hour],
  evening: [17 * hour, 24 * hour],
  night: [17 * hour, 30 * hour],
};

function isIn(part: DayPart, minute: number): boolean {
  const [from, to] = spans[part];
  return minute >= from && minute <= to;
}

/** `5pm PST/8pm EST`. */
function withOtherClock(phrase: TimePhrase, line: string): TimePhrase {
  const bar = /^\s?[/|]\s?/.exec(line.slice(phrase.end, phrase.end + 3))?.[0];
  if (bar === undefined || phrase.zone === null) return phrase;
  const start = phrase.end + bar.length;
  const time = withNext({ start, end: start, ...nothing, whole: true }, line, start);
  const space = time && /^\s?/.exec(line.slice(time.end, time.end + 1))?.[0].length;
  const other = time && withNext(time, line, time.end + (space ?? 0));
  if (!other || other.zone === null || other.day !== null) return phrase;
  if (phrase.zone === 'clear') return { ...phrase, end: other.end };
  return { ...phrase, end: other.end, others: [...phrase.others, { time: other.time, zone: other.zone }] };
}

/** A weak time without a day is a number or a meal, and a short weekday before a name is one. */
function isNothing({ day, time, end }: TimePhrase, line: string): boolean {
  if (time !== null && time.kind !== 'end-of-day' && time.weak && day === null) return true;
  return day?.kind === 'weekday' && day.short && time === null && isAt(nameAfter, line, end);
}

/** The phrase with the marks and brackets that begin or end within it. */
function closed(phrase: TimePhrase, line: string): TimePhrase {
  let { start, end } = phrase;
  const inside = line.slice(start, end);
  const opened = inside.split('(').length - inside.split(')').length;
  if (opened === 1 && line.charAt(end) === ')') end += 1;
  const [mark, ...rest] = inside.match(marks) ?? [];
  const isOdd = mark !== undefined && rest.length % 2 === 0;
  if (isOdd && line.startsWith(mark, start - mark.length)) start -= mark.length;
  else if (isOdd && line.startsWith(mark, end)) end += mark.length;
  const text = line.slice(start, end);
  const isPaired = text.split('(').length === text.split(')').length && (text.match(marks)?.length ?? 0) % 2 === 0;
  // `3pm IST (India)`: the bracket says which of several zones is meant.
  const isSaid = Array.isArray(phrase.zone) && /^\s?\(\p{Lu}/u.test(line.slice(end, end + 3));
  const isElsewhere = isSaid || (phrase.zone === null && saysZoneFartherOn(line, end));
  return { ...phrase, start, end, whole: isPaired && !isElsewhere && standsAlone(line, start, end) };
}
