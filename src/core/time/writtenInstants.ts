import { isLocalDate, type LocalDate, minutesOfDay } from './localDate';
import { monthNames } from './writeClock';
import { type Instant, instantAt, parseInstant, wallClockAt, zoneRefusal } from './zone';

/** A time in a text that is one instant for every reader. */
export interface WrittenInstant {
  /** Offset of its first character, in UTF-16 units. */
  readonly offset: number;
  readonly instant: Instant;
}

const zone = '(?:UTC|[A-Z][A-Za-z_]{1,30}(?:\\/[A-Za-z_-]{1,30}){1,2})';
const time = '\\d{1,2}:\\d{2}(?: [+-]\\d{2}:\\d{2})?';
const until = ` to ${time}(?: [A-Z][a-z]{2})?`;
/**
 * `27 Nov 17:00 Europe/London`, with a year or without, with an offset or without, of a period its beginning: what
 * `writeInBothClocks` and `writePeriodInBothClocks` write.
 */
const clock = new RegExp(
  `\\b(\\d{1,2}) (${monthNames.join('|')})(?: (\\d{4}))? (\\d{1,2}):(\\d{2})(?: ([+-]\\d{2}:\\d{2}))?(?:${until})? (${zone})`,
  'g',
);
/** A period in both clocks, from its hour on: `22:00 to 02:00 Sun Europe/London (07:00 Sun to 11:00 Asia/Tokyo)`. */
export const writtenPeriod = new RegExp(
  `${time}${until} ${zone}(?: \\(${time}(?: [A-Z][a-z]{2})?${until} ${zone}\\))?`,
  'g',
);
const iso = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})/g;

/**
 * The times of a line that give an instant by themselves, in order of place.
 * @param written when the line was written: a date without a year is in that year, or in the next one
 */
export function writtenInstants(line: string, written: Instant): readonly WrittenInstant[] {
  const clocks = [...line.matchAll(clock)].map((found) => ({
    offset: found.index,
    instant: instantOf(found, written),
  }));
  const isos = [...line.matchAll(iso)].map(({ 0: text, index }) => ({ offset: index, instant: parseInstant(text) }));
  return [...clocks, ...isos]
    .flatMap(({ offset, instant }) => (instant === null ? [] : [{ offset, instant }]))
    .sort((a, b) => a.offset - b.offset);
}

function instantOf(
  [, day, month, year, hour, minute, offset, zone = '']: RegExpExecArray,
  written: Instant,
): Instant | null {
  const at = Number(hour) * 60 + Number(minute);
  if (zoneRefusal(zone) !== null || at > minutesOfDay || Number(minute) > 59) return null;
  const number = (monthNames as readonly string[]).indexOf(month ?? '') + 1;
  const dateIn = (of: number): LocalDate => `${of}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const today = wallClockAt(zone, written).date;
  const thisYear = Number(today.slice(0, 4));
  const date = dateIn(year === undefined ? (dateIn(thisYear) < today ? thisYear + 1 : thisYear) : Number(year));
  if (!isLocalDate(date)) return null;
  const stated = offset === undefined ? null : parseInstant(`${date}T${hour?.padStart(2, '0')}:${minute}${offset}`);
  return stated ?? instantAt(zone, date, at);
}
