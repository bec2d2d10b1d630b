import { tzOffset } from '@date-fns/tz/tzOffset';
import { dayMs, minuteMs } from './durations';
import { addDays, dateNumber, dateOfNumber, type LocalDate, minutesOfDay } from './localDate';

/** Milliseconds since 1970 in UTC. */
export type Instant = number;

/**
 * An IANA name as a person wrote it: `Europe/London`, `UTC`. Engines rename zones (`Asia/Calcutta`); this module does
 * not.
 */
export type ZoneName = string;

/** Half open: `end` is the first instant that is no longer part of it. */
export interface Period {
  readonly start: Instant;
  readonly end: Instant;
}

/** What a clock on the wall shows. */
export interface WallClock {
  readonly date: LocalDate;
  /** Minutes since the clock showed 00:00, whatever the clocks did that night. */
  readonly minute: number;
}

/** `abbreviation` is `EST` or `CET`, `offset` is `+02:00`, `GMT+2` or `Etc/GMT-2`, `unknown` is a name that no zone has. */
export type ZoneRefusal = 'abbreviation' | 'offset' | 'unknown';

/**
 * Why a name is not accepted, or null where it is. Only names with a `/` and `UTC` are: engines read `BST` as
 * Bangladesh and `EST` as Panama, and an offset is right for half a year only (docs/adr/0008).
 */
export function zoneRefusal(name: string): ZoneRefusal | null {
  if (name === 'UTC') return null;
  if (/[+-]\d/.test(name) || /^etc\/gmt\d/i.test(name)) return 'offset';
  if (!name.includes('/')) return /^(?:[A-Z]{1,5}\d?[A-Z]{0,4}|[a-z]{2,5})$/.test(name) ? 'abbreviation' : 'unknown';
  return /^[A-Za-z_/-]{3,60}$/.test(name) && !Number.isNaN(tzOffset(name, new Date(0))) ? null : 'unknown';
}

/** The zone's offset from UTC at the instant, in minutes, positive to the east; NaN where the zone is not known. */
export function offsetAt(zone: ZoneName, instant: Instant): number {
  return tzOffset(zone, new Date(instant));
}

/** The local time of the zone at the instant; seconds are left out. */
export function wallClockAt(zone: ZoneName, instant: Instant): WallClock {
  const shown = instant + offsetAt(zone, instant) * minuteMs;
  const date = dateOfNumber(shown);
  return { date, minute: Math.floor((shown - dateNumber(date)) / minuteMs) };
}

/**
 * The first instant at which the zone's clocks show that time or a later one. For a time that is shown twice this is
 * the earlier instant, and for a time that is skipped the moment of the change, even where the change skips midnight.
 * @param minute minutes after 00:00; 24:00 and more is the next day
 */
export function instantAt(zone: ZoneName, date: LocalDate, minute: number): Instant {
  const { shown, first, second } = aroundClock(zone, date, minute);
  if (isShownAt(zone, first, shown)) return first;
  if (isShownAt(zone, second, shown)) return second;
  return changeBetween(zone, first, second);
}

/**
 * Every instant at which the zone's clocks show that time, in order: two where a change to winter repeats the hour, none
 * where a change to summer skips it.
 * @param minute as for `instantAt`
 */
export function everyInstantAt(zone: ZoneName, date: LocalDate, minute: number): readonly Instant[] {
  const { shown, first, second } = aroundClock(zone, date, minute);
  return [...new Set([first, second])].filter((instant) => isShownAt(zone, instant, shown));
}

/** The local time as if it were UTC, and the instants by the offsets of the day before and after, in order. */
function aroundClock(zone: ZoneName, date: LocalDate, minute: number) {
  const shown = dateNumber(addDays(date, Math.floor(minute / minutesOfDay))) + (minute % minutesOfDay) * minuteMs;
  const before = shown - offsetAt(zone, shown - dayMs) * minuteMs;
  const after = shown - offsetAt(zone, shown + dayMs) * minuteMs;
  return before < after ? { shown, first: before, second: after } : { shown, first: after, second: before };
}

function isShownAt(zone: ZoneName, instant: Instant, shown: number): boolean {
  return instant + offsetAt(zone, instant) * minuteMs === shown;
}

/** Whether the zone's clocks show this time once more, before or after: in the hour that a change to winter repeats. */
export function isShownTwice(zone: ZoneName, instant: Instant): boolean {
  const offset = offsetAt(zone, instant);
  return [instant - dayMs, instant + dayMs].some((near) => {
    const other = offsetAt(zone, near);
    return other !== offset && offsetAt(zone, instant + (offset - other) * minuteMs) === other;
  });
}

/** The first instant in `(from, to]` with another offset than that of `from`, to the minute. There must be one. */
function changeBetween(zone: ZoneName, from: Instant, to: Instant): Instant {
  const offset = offsetAt(zone, from);
  let [same, changed] = [from, to];
  while (changed - same > minuteMs) {
    const middle = same + Math.floor((changed - same) / 2 / minuteMs) * minuteMs;
    if (offsetAt(zone, middle) === offset) same = middle;
    else changed = middle;
  }
  return changed;
}

/** The period of a day, 23 to 25 hours long; empty where the zone skipped the whole day. */
export function dayBounds(zone: ZoneName, date: LocalDate): Period {
  return { start: instantAt(zone, date, 0), end: instantAt(zone, date, minutesOfDay) };
}

/** Parses an ISO instant with `Z` or an offset. Null for anything else: without an offset it is no instant. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
