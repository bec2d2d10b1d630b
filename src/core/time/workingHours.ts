import { type Schedule, zoneOn } from '../team/team';
import { dayMs } from './durations';
import { addDays, type LocalDate, weekdayOf } from './localDate';
import { dayBounds, type Instant, instantAt, type Period, wallClockAt } from './zone';

/** How many days are searched for the next working day; after a longer absence it is not worth showing. */
const horizonDays = 400;

/** Whether the date is one of their days and they are not away. */
function isWorkingDay(schedule: Schedule, date: LocalDate): boolean {
  return schedule.days.includes(weekdayOf(date)) && !schedule.away.some(({ from, to }) => from <= date && date <= to);
}

/** Their working periods on the date, in order; none where they do not work or the clocks skip all of it. */
function periodsOn(schedule: Schedule, date: LocalDate): Period[] {
  if (!isWorkingDay(schedule, date)) return [];
  const zone = zoneOn(schedule, date);
  const hours = schedule.shifts?.[weekdayOf(date)] ?? [schedule.hours];
  return hours
    .map((each) => ({ start: instantAt(zone, date, each.start), end: instantAt(zone, date, each.end) }))
    .filter(({ start, end }) => start < end);
}

/** Their working periods that overlap `[from, to)`, whole and in order. */
export function workingPeriods(schedule: Schedule, from: Instant, to: Instant): Period[] {
  const periods: Period[] = [];
  // A period of the evening before may still last, and during a travel the date may be another one.
  const reach = schedule.travel ? 2 : 1;
  let date = addDays(wallClockAt(schedule.zone, from).date, -reach);
  const last = addDays(wallClockAt(schedule.zone, to).date, reach - 1);
  for (; date <= last; date = addDays(date, 1)) {
    periods.push(...periodsOn(schedule, date).filter(({ start, end }) => end > from && start < to));
  }
  return periods.sort((a, b) => a.start - b.start);
}

/** The working period that the instant is in, or null. */
export function periodAt(schedule: Schedule, instant: Instant): Period | null {
  return workingPeriods(schedule, instant, instant + 1)[0] ?? null;
}

/** Whether the instant is within the hours of a working day on which they are not away. */
export function isWorking(schedule: Schedule, instant: Instant): boolean {
  return periodAt(schedule, instant) !== null;
}

/** After as long without a break it is not worth showing when one comes: a rota round the clock has none. */
const longestMs = 8 * dayMs;

/**
 * Their present or next time at work up to the first break, over shifts that follow each other; null where there is
 * none, or no break within eight days.
 */
export function workFrom(schedule: Schedule, instant: Instant): Period | null {
  const next = nextWorkingStart(schedule, instant);
  const first = periodAt(schedule, instant) ?? (next === null ? null : periodAt(schedule, next));
  if (first === null) return null;
  const { start } = first;
  let { end } = first;
  for (let shift: Period | null = first; shift !== null; shift = periodAt(schedule, end)) {
    end = shift.end;
    if (end - start > longestMs) return null;
  }
  return { start, end };
}

/** When they next begin to work, at the instant or later; null where that is not within 400 days. */
export function nextWorkingStart(schedule: Schedule, instant: Instant): Instant | null {
  const today = wallClockAt(schedule.zone, instant).date;
  for (let day = schedule.travel ? -1 : 0; day <= horizonDays; day++) {
    const next = periodsOn(schedule, addDays(today, day)).find(({ start }) => start >= instant);
    if (next) return next.start;
  }
  return null;
}

/**
 * Where a handoff begins that continues no other: the start of the last day on which they had begun to work by the
 * instant, in their own zone and week (never "24 hours ago"). The day counts from midnight, for those who start early.
 * Null where there is none within 400 days.
 */
export function lastWorkingDayStart(schedule: Schedule, instant: Instant): Instant | null {
  const today = wallClockAt(schedule.zone, instant).date;
  for (let day = 0; day <= horizonDays; day++) {
    const date = addDays(today, -day);
    const hasBegun = periodsOn(schedule, date).some(({ start }) => start <= instant);
    if (hasBegun) return dayBounds(zoneOn(schedule, date), date).start;
  }
  return null;
}

/** More consecutive days off are a leave; work done in it belongs to a draft of its own. */
const mostDaysOff = 4;

/**
 * The start of a working day, or of the days off right before it: no earlier draft covers work that was done on those.
 */
export function startWithDaysOff(schedule: Schedule, dayStart: Instant): Instant {
  const date = wallClockAt(schedule.zone, dayStart).date;
  let first = date;
  for (let day = 1; !isWorkingDay(schedule, addDays(date, -day)); day++) {
    if (day > mostDaysOff) return dayStart;
    first = addDays(date, -day);
  }
  return first === date ? dayStart : dayBounds(zoneOn(schedule, first), first).start;
}
