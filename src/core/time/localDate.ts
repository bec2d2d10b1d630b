import { dayMs } from './durations';

/** A calendar day, `YYYY-MM-DD`. It is no instant until a zone is known. */
export type LocalDate = string;

/** In the order of the ISO week. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export const minutesOfDay = 24 * 60;

/** The date as if it were midnight in UTC: a number to count days with, never an instant. */
export function dateNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The inverse of `dateNumber`: the date of milliseconds since 1970, without the time of day. */
export function dateOfNumber(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** False for `2026-02-30`, and for a year that ISO writes with a sign. */
export function isLocalDate(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = dateNumber(text);
  return !Number.isNaN(ms) && dateOfNumber(ms) === text;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfNumber(dateNumber(date) + days * dayMs);
}

export function weekdayOf(date: LocalDate): Weekday {
  // 1 January 1970 was a Thursday.
  const days = dateNumber(date) / dayMs + 3;
  return weekdays[((days % 7) + 7) % 7] ?? 'mon';
}

/** The Monday of the date's week. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -weekdays.indexOf(weekdayOf(date)));
}
