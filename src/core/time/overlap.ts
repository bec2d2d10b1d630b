import type { Schedule } from '../team/team';
import { dayMs, minuteMs } from './durations';
import { addDays, type LocalDate, mondayOf } from './localDate';
import { workingPeriods } from './workingHours';
import { dayBounds, type Instant, offsetAt, type Period, wallClockAt } from './zone';

/** In weeks: a difference between clocks that lasts longer is not temporary but that of half the year. */
const weeksApart = 8;

/** The clocks of the members differ by another amount than in the weeks around, so the overlap is at another time. */
export interface ClockShift {
  /**
   * Minutes of overlap in the last week before the shift, in this week and in the first one after it, as if nobody were
   * away.
   */
  readonly before: number;
  readonly now: number;
  readonly after: number;
}

export interface WeekOverlap {
  /** The week's Monday in the first member's calendar. */
  readonly monday: LocalDate;
  readonly periods: readonly Period[];
  readonly minutes: number;
  readonly shift: ClockShift | null;
}

/** The periods in which all of them work at once, within `[from, to)`, in order. Empty for an empty list. */
export function overlapIn(schedules: readonly Schedule[], from: Instant, to: Instant): Period[] {
  const [first, ...others] = schedules;
  if (!first) return [];
  const own = workingPeriods(first, from, to).map((period) => clip(period, { start: from, end: to }));
  return joined(others.reduce((common, schedule) => intersect(common, workingPeriods(schedule, from, to)), own));
}

/** Shifts that follow each other are one period. */
function joined(periods: readonly Period[]): Period[] {
  const starts = periods.filter(({ start }, at) => at === 0 || periods[at - 1]?.end !== start);
  const ends = periods.filter(({ end }, at) => periods[at + 1]?.start !== end);
  return starts.map(({ start }, at) => ({ start, end: ends[at]?.end ?? start }));
}

/**
 * The rest of the current or next period in which all of them work at once; null where there is none within four weeks.
 */
export function nextOverlap(schedules: readonly Schedule[], instant: Instant): Period | null {
  return overlapIn(schedules, instant, instant + 28 * dayMs)[0] ?? null;
}

/** The overlap in the week of the instant, in the first member's calendar; null for an empty list. */
export function weekOverlap(schedules: readonly Schedule[], instant: Instant): WeekOverlap | null {
  const [first] = schedules;
  if (!first) return null;
  const monday = mondayOf(wallClockAt(first.zone, instant).date);
  const week = weekOf(first, monday);
  const periods = overlapIn(schedules, week.start, week.end);
  return { monday, periods, minutes: minutesOf(periods), shift: clockShift(schedules, first, monday) };
}

/** A shift of this week, or one that begins next week, which people want to know beforehand. */
export interface ClockWarning extends ClockShift {
  readonly when: 'this-week' | 'next-week';
}

/** The shift to warn of in the week of the instant; null where the clocks stay as they are. */
export function clockWarning(schedules: readonly Schedule[], instant: Instant): ClockWarning | null {
  const shift = weekOverlap(schedules, instant)?.shift;
  if (shift) return { ...shift, when: 'this-week' };
  const [first] = schedules;
  if (!first) return null;
  const monday = addDays(mondayOf(wallClockAt(first.zone, instant).date), 7);
  const next = weekOverlap(schedules, dayBounds(first.zone, monday).start)?.shift;
  return next ? { ...next, when: 'next-week' } : null;
}

function weekOf(schedule: Schedule, monday: LocalDate): Period {
  return { start: dayBounds(schedule.zone, monday).start, end: dayBounds(schedule.zone, addDays(monday, 7)).start };
}

function clockShift(schedules: readonly Schedule[], first: Schedule, monday: LocalDate): ClockShift | null {
  const present = schedules.map((schedule) => ({ ...schedule, away: [] }));
  const weekAt = (weeks: number) => weekOf(first, addDays(monday, weeks * 7));
  // Clocks change at weekends, so the middle of the week is typical of it.
  const apartIn = (weeks: number) => distances(present, weekAt(weeks).start + 2.5 * dayMs);
  const now = apartIn(0);
  const sameFor = (step: number) => {
    let weeks = 0;
    while (weeks < weeksApart && apartIn((weeks + 1) * step) === now) weeks++;
    return weeks;
  };
  const [past, coming] = [sameFor(-1), sameFor(1)];
  const isShort = past + coming + 1 < weeksApart;
  const together = (weeks: number) => overlapIn(present, weekAt(weeks).start, weekAt(weeks).end);
  const periods = together(0);
  const changesWithin = new Set(periods.map((period) => distances(present, period.start))).size > 1;
  if (!isShort && past > 0 && !changesWithin) return null;
  const shift = {
    before: minutesOf(together(-past - 1)),
    now: minutesOf(periods),
    after: minutesOf(together(coming + 1)),
  };
  return shift.before + shift.now + shift.after > 0 ? shift : null;
}

/** The differences between the members' clocks and the first one's, in minutes. */
function distances(schedules: readonly Schedule[], instant: Instant): string {
  const offsets = schedules.map(({ zone }) => offsetAt(zone, instant));
  return offsets.map((offset) => offset - (offsets[0] ?? 0)).join();
}

function intersect(some: readonly Period[], others: readonly Period[]): Period[] {
  return some.flatMap((period) => others.map((other) => clip(period, other)).filter(({ start, end }) => start < end));
}

function clip(period: Period, bounds: Period): Period {
  return { start: Math.max(period.start, bounds.start), end: Math.min(period.end, bounds.end) };
}

function minutesOf(periods: readonly Period[]): number {
  return periods.reduce((sum, { start, end }) => sum + (end - start) / minuteMs, 0);
}
