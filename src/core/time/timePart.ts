import { minutesOfDay, type Weekday, weekdays } from './localDate';
import type { ZoneName } from './zone';

/**
 * Which day of that name: this or the coming week's, the next week's, a week after the coming one; `after-next` may be
 * either.
 */
export type WhichWeekday = 'this' | 'next' | 'of-next-week' | 'week-later' | 'after-next' | null;

/**
 * A day as written. `after` counts from now. `dates` has two months and days where the order is not clear (`03/04`), a
 * null month where only the day is written (`the 25th`), and the weekday that is written beside the date.
 */
export type DayWord =
  | { readonly kind: 'relative'; readonly days: number }
  | { readonly kind: 'after'; readonly minutes: number }
  | {
      readonly kind: 'weekday';
      readonly weekday: Weekday;
      readonly which: WhichWeekday;
      readonly short: boolean;
    }
  | { readonly kind: 'week'; readonly weeks: number; readonly end: boolean }
  | { readonly kind: 'month-end'; readonly months: number }
  /** A day that people count in different ways: a weekend, working days with their holidays, weeks by number. */
  | { readonly kind: 'loose' }
  | {
      readonly kind: 'dates';
      readonly dates: readonly MonthDay[];
      readonly year: number | null;
      /** Whether it may be no date: `3/4` is as often a fraction, `the 5th` as often counts something else. */
      readonly spare: boolean;
      readonly weekday: Weekday | null;
    };

export interface MonthDay {
  readonly month: number | null;
  readonly day: number;
}

export type DayPart = 'start' | 'morning' | 'midday' | 'afternoon' | 'evening' | 'night';

/**
 * `clock`: minutes after midnight, several where morning or afternoon is not written; `until` ends a range. A `weak`
 * time (`at 9`, `lunch`, `14.30`) is a time only beside a day.
 */
export type TimeWord =
  | {
      readonly kind: 'clock';
      readonly minutes: readonly number[];
      readonly until: number | null;
      readonly weak: boolean;
    }
  | { readonly kind: 'part'; readonly part: DayPart; readonly weak: boolean }
  | { readonly kind: 'end-of-day' };

/**
 * `clear` gives one instant, `own` is "my time", `theirs` is "your time", and `others` is "their time", of people who
 * are not addressed. An array has the zones that an abbreviation may mean. `place` has the zones of a town's name:
 * clear beside an hour, but not beside "end of day".
 */
export type ZoneWord =
  | 'clear'
  | 'own'
  | 'theirs'
  | 'others'
  | readonly ZoneName[]
  | { readonly place: readonly ZoneName[] };

export type TimePart =
  | { readonly is: 'day'; readonly word: DayWord }
  | { readonly is: 'time'; readonly word: TimeWord }
  | { readonly is: 'zone'; readonly word: ZoneWord };

/** A way to write a part: a sticky pattern, and its value; null where the words turn out to mean something else. */
export type Reading = readonly [
  pattern: RegExp,
  read: (found: RegExpExecArray) => TimePart | readonly TimePart[] | null,
];

/** A sticky, case-insensitive pattern that ends at a word boundary, in any script. */
export function words(source: string): RegExp {
  return new RegExp(`(?:${source})(?![\\p{L}\\p{N}_])`, 'iyu');
}

export function day(word: DayWord): TimePart {
  return { is: 'day', word };
}

export function relativeDay(days: number): TimePart {
  return day({ kind: 'relative', days });
}

export function clock(minutes: number | readonly number[], weak = false, until: number | null = null): TimePart {
  return {
    is: 'time',
    word: { kind: 'clock', minutes: typeof minutes === 'number' ? [minutes] : minutes, until, weak },
  };
}

export function part(of: DayPart, weak = true): TimePart {
  return { is: 'time', word: { kind: 'part', part: of, weak } };
}

export const endOfDay: TimePart = { is: 'time', word: { kind: 'end-of-day' } };

/** `Friday 27th`, `the 25th`; null where there is no such day. */
export function monthDay(date: string | undefined): TimePart | null {
  const number = Number(date);
  const isDay = number >= 1 && number <= 31;
  return isDay
    ? day({ kind: 'dates', dates: [{ month: null, day: number }], year: null, spare: true, weekday: null })
    : null;
}

/** The readings of a date that are valid; null where none is. */
export function dates(found: readonly MonthDay[], year: number | null, spare = false): TimePart | null {
  const possible = found.filter(
    ({ month, day: of }) => month !== null && month >= 1 && month <= 12 && of >= 1 && of <= 31,
  );
  return possible.length === 0 ? null : day({ kind: 'dates', dates: possible, year, spare, weekday: null });
}

/** An hour without morning or afternoon: both halves of the day, or one where the hour is above 12. */
export function eitherHalf(hour: number, minute = 0): readonly number[] {
  // Half an hour before one is half past twelve.
  if (hour === 12 || (hour === 0 && minute > 0)) return [minutesOfDay / 2 + minute];
  const early = hour * 60 + minute;
  return hour === 0 || hour > 12 ? [early] : [early, early + minutesOfDay / 2];
}

const hourMinutes = 60;

/**
 * Half past an hour, or a quarter past or to it (`minutes` below zero), on a clock of twelve hours where that is
 * possible.
 */
export function hourAndQuarter(hour: number, minutes: number): TimePart | null {
  if (hour > 24 || (hour === 0 && minutes < 0)) return null;
  if (hour === 0 || hour > 12) return clock(hour * hourMinutes + minutes);
  return clock(minutes < 0 ? eitherHalf(hour - 1, hourMinutes + minutes) : eitherHalf(hour, minutes));
}

/** `in 3 hours` counts from now, `in two days` names a day. */
export function span(amount: number, unit: 'minute' | 'hour' | 'day' | 'week'): TimePart {
  if (unit === 'minute') return day({ kind: 'after', minutes: amount });
  if (unit === 'hour') return day({ kind: 'after', minutes: amount * hourMinutes });
  return relativeDay(unit === 'day' ? amount : amount * 7);
}

/** A day that cannot be resolved to a date. */
export const looseDay: TimePart = { is: 'day', word: { kind: 'loose' } };

/** A number in digits or in the words of a language, where `one` is 1. At most three digits. */
export function numberWord(text: string, inWords: readonly string[]): number {
  const at = inWords.findIndex((each) => each.split('|').includes(text.toLowerCase()));
  return at >= 0 ? at + 1 : Number(text);
}

/** @param names those of the days in a language, Monday first */
export function weekdayNamed(name: string, names: readonly string[], which: WhichWeekday): TimePart | null {
  const weekday = weekdays[names.indexOf(name.toLowerCase())];
  return weekday === undefined ? null : day({ kind: 'weekday', weekday, which, short: false });
}

/** @param names those of the months in a language, January first */
export function dateNamed(date: string, name: string, names: readonly string[], year?: string): TimePart | null {
  const month = names.findIndex((each) => each.split('|').includes(name.toLowerCase())) + 1;
  return dates([{ month, day: Number(date) }], year === undefined ? null : Number(year));
}
