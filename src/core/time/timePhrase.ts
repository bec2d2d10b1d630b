import { type DayWord, readTimePart, type TimeWord, type ZoneWord } from './timeWords';

/** A time as written, its parts in any order: `EOD Friday`, `Fri 27 Nov 17:00 Europe/London`. */
export interface TimePhrase {
  readonly start: number;
  readonly end: number;
  readonly day: DayWord | null;
  readonly time: TimeWord | null;
  readonly zone: ZoneWord | null;
}

/** What may stand between the parts. */
const between = /[\s,(*_]{0,3}(?:(?:on|at|of|around|about) )?(?:the )?/iy;
/** A name or a possessive goes on here: `Monday.com`, `today's`, `Friday-only`. */
const goesOn = /['’]\w|[.\-/@]\w|\w/y;

/** The phrase that begins at the place in a line, or null. */
export function readTimePhrase(line: string, start: number): TimePhrase | null {
  let phrase: TimePhrase = { start, end: start, day: null, time: null, zone: null };
  for (let at: number | null = start; at !== null; ) {
    const found = readTimePart(line, at);
    const longer = found && !(found.part.is === 'zone' && phrase.time === null) ? extend(phrase, found) : null;
    if (!longer) break;
    phrase = longer;
    between.lastIndex = phrase.end;
    at = between.test(line) ? between.lastIndex : null;
  }
  goesOn.lastIndex = phrase.end;
  return phrase.end === start || goesOn.test(line) ? null : phrase;
}

/** Each part is said once, but that a date may follow its weekday. */
function extend(phrase: TimePhrase, { part, end }: NonNullable<ReturnType<typeof readTimePart>>): TimePhrase | null {
  if (part.is === 'time') return phrase.time === null ? { ...phrase, end, time: part.word } : null;
  if (part.is === 'zone') return phrase.zone === null ? { ...phrase, end, zone: part.word } : null;
  if (phrase.day === null) return { ...phrase, end, day: part.word };
  const isDateOfWeekday = phrase.day.kind === 'weekday' && part.word.kind === 'dates';
  return isDateOfWeekday ? { ...phrase, end, day: part.word } : null;
}
