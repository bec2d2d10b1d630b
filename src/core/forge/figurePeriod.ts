import { addDays } from '../time/localDate';
import { dayBounds, type Instant, type Period, wallClockAt, type ZoneName } from '../time/zone';

export interface FigurePeriod {
  readonly period: Period;
  /** The parts of it for a plot, the earliest first. They meet, and none is cut through a day. */
  readonly weeks: readonly Period[];
}

/** Days of a figure, today among them: as many as DORA's reports and GitHub's own insights look back. */
export const figureDays = 30;
/** How many days back each part begins. The last three are weeks, so that each has one weekend; the first has the rest. */
const beginnings = [figureDays - 1, 20, 13, 6];

/** The last 30 days of a calendar, until now. */
export function figurePeriod(zone: ZoneName, now: Instant): FigurePeriod {
  const { date } = wallClockAt(zone, now);
  const starts = beginnings.map((days) => dayBounds(zone, addDays(date, -days)).start);
  const weeks = starts.map((start, at) => ({ start, end: starts[at + 1] ?? now }));
  return { period: { start: starts[0] ?? now, end: now }, weeks };
}
