import { isLocalDate, type LocalDate, minutesOfDay, type Weekday, weekdays } from './localDate';
import { monthNames } from './writeClock';
import { type ZoneName, zoneRefusal } from './zone';
import { zoneAbbreviations } from './zoneAbbreviations';

/** A day as people write it. `dates` has two months and days where the order is not clear (`03/04`). */
export type DayWord =
  | { readonly kind: 'relative'; readonly days: number }
  | {
      readonly kind: 'weekday';
      readonly weekday: Weekday;
      readonly which: 'next' | 'this' | null;
      readonly short: boolean;
    }
  | { readonly kind: 'week'; readonly weeks: number; readonly end: boolean }
  | {
      readonly kind: 'dates';
      readonly dates: readonly MonthDay[];
      readonly year: number | null;
      readonly spare: boolean;
    };

export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** Minutes after midnight, or a day's end that is not said. */
export type TimeWord = number | 'end-of-day';

/** `clear` says which instant is meant, `own` is "my time", `theirs` is "your time"; else what an abbreviation may mean. */
export type ZoneWord = 'clear' | 'own' | 'theirs' | readonly ZoneName[];

export type TimePart =
  | { readonly is: 'day'; readonly word: DayWord }
  | { readonly is: 'time'; readonly word: TimeWord }
  | { readonly is: 'zone'; readonly word: ZoneWord };

const weekday = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(day)?';
const month = `(${monthNames.join('|')})(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|ober|ember)?\\.?`;
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,? ([12]\\d{3}))?';

type Reading = readonly [pattern: RegExp, read: (found: RegExpExecArray) => TimePart | null];

/** Tried in this order at one place; each is sticky and ends at a word's end. */
const readings: readonly Reading[] = [
  [
    /(EOD|EOB|COB|end of (?:the )?(?:business )?(?:day|business|play)|close of (?:business|play))\b/iy,
    () => ({ is: 'time', word: 'end-of-day' }),
  ],
  [/(\d{1,2})(?::([0-5]\d))? ?([ap])(?:m\b|\.m\.?)/iy, readTwelveHours],
  [/([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/y, ([, hours, minutes]) => clock(Number(hours) * 60 + Number(minutes))],
  [/24:00(?![\d:])/y, () => clock(minutesOfDay)],
  [/(?:noon|midday)\b/iy, () => clock(minutesOfDay / 2)],
  [/midnight\b/iy, () => clock(minutesOfDay)],
  [/(?:today|tonight)\b/iy, () => day({ kind: 'relative', days: 0 })],
  [/tomorrow\b/iy, () => day({ kind: 'relative', days: 1 })],
  [/(?:EOW|end of (?:the |this )?week)\b(?! \d)/iy, () => day({ kind: 'week', weeks: 0, end: true })],
  [/end of next week\b/iy, () => day({ kind: 'week', weeks: 1, end: true })],
  [/next week\b/iy, () => day({ kind: 'week', weeks: 1, end: false })],
  [new RegExp(`(?:(next|this|coming) )?${weekday}\\b`, 'iy'), readWeekday],
  [/(\d{4}-\d{2}-\d{2})(?:T(?=\d)|(?![\w-]))/y, ([, date = '']) => readIsoDate(date)],
  [new RegExp(`${ordinal} (?:of )?${month}\\b${year}`, 'iy'), ([, date, name, of]) => named(date, name, of)],
  [new RegExp(`${month} ${ordinal}\\b${year}`, 'iy'), ([, name, date, of]) => named(date, name, of)],
  [/(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/y, readNumericDate],
  [
    /(?:UTC|GMT)(?: ?[+-]\d{1,2}(?::?\d{2})?)?(?!\w)|(?:AoE|Z)\b|[+-]\d{2}:?\d{2}\b/y,
    () => ({ is: 'zone', word: 'clear' }),
  ],
  [/[A-Z][A-Za-z_]*(?:\/[A-Z][A-Za-z_-]*){1,2}/y, ([name]) => zone(zoneRefusal(name) === null ? 'clear' : undefined)],
  [/(?:my|our|local) time\b/iy, () => zone('own')],
  [/your time\b/iy, () => zone('theirs')],
  [
    /(Eastern|Central|Mountain|Pacific)(?:(?: Standard| Daylight)? Time)?\b/iy,
    ([, name = '']) => zone(zoneAbbreviations.get(`${name.charAt(0).toUpperCase()}T`)),
  ],
  [/[A-Z][a-z]+(?: [A-Z][a-z]+)? time\b/y, () => zone('clear')],
  [/[A-Z]{2,4}\b/y, ([name]) => zone(zoneAbbreviations.get(name))],
  [/[a-z]{3,4}\b/iy, ([name]) => zone(zoneAbbreviations.get(name.toUpperCase()))],
];

/** The part of a time that begins at the place, and where it ends. */
export function readTimePart(text: string, at: number): { readonly part: TimePart; readonly end: number } | null {
  for (const [pattern, read] of readings) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const part = found && read(found);
    if (part) return { part, end: pattern.lastIndex };
  }
  return null;
}

function day(word: DayWord): TimePart {
  return { is: 'day', word };
}

function clock(minute: number): TimePart {
  return { is: 'time', word: minute };
}

function zone(word: ZoneWord | undefined): TimePart | null {
  return word === undefined ? null : { is: 'zone', word };
}

function readTwelveHours([, hours, minutes = '0', half]: RegExpExecArray): TimePart | null {
  const hour = Number(hours);
  if (hour < 1 || hour > 12) return null;
  return clock(((hour % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minutes));
}

/** `by sat` and `by Sun` may be something else; what stands next to them decides. A short name has a capital. */
function readWeekday([found, which, name = '', rest]: RegExpExecArray): TimePart | null {
  const short = rest === undefined;
  const [first = ''] = name;
  if (short && first === first.toLowerCase()) return null;
  if (!short && /^(?:tue|thur?|sat|wed)$/i.test(name)) return null;
  const weekdayName = weekdays.find((each) => name.toLowerCase().startsWith(each));
  if (!weekdayName || found === '') return null;
  const order = which === undefined ? null : which.toLowerCase() === 'next' ? 'next' : 'this';
  return day({ kind: 'weekday', weekday: weekdayName, which: order, short });
}

function readIsoDate(date: LocalDate): TimePart | null {
  if (!isLocalDate(date)) return null;
  const dates = [{ month: Number(date.slice(5, 7)), day: Number(date.slice(8)) }];
  return day({ kind: 'dates', dates, year: Number(date.slice(0, 4)), spare: false });
}

function named(date = '', name = '', of?: string): TimePart | null {
  const at = monthNames.findIndex((each) => each.toLowerCase() === name.toLowerCase());
  return dates([{ month: at + 1, day: Number(date) }], of, false);
}

function readNumericDate([written, first, second, of]: RegExpExecArray): TimePart | null {
  const [a, b] = [Number(first), Number(second)];
  const both = [
    { month: b, day: a },
    { month: a, day: b },
  ];
  // `3/4` is as often a fraction.
  return dates(a === b ? both.slice(1) : both, of?.length === 2 ? `20${of}` : of, /^\d\/\d$/.test(written));
}

function dates(found: readonly MonthDay[], of: string | undefined, spare: boolean): TimePart | null {
  const possible = found.filter(({ month: m, day: d }) => m >= 1 && m <= 12 && d >= 1 && d <= 31);
  return possible.length === 0 ? null : day({ kind: 'dates', dates: possible, year: of ? Number(of) : null, spare });
}
