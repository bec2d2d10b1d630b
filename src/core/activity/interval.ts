import { type Schedule, usualSchedule } from '../team/team';
import { addDays } from '../time/localDate';
import { lastWorkingDayStart, periodAt, startWithDaysOff } from '../time/workingHours';
import { dayBounds, type Instant, wallClockAt, type ZoneName } from '../time/zone';
import type { Interval } from './activity';

interface IntervalRequest {
  readonly now: Instant;
  /** The person's clock where there is no schedule. */
  readonly zone: ZoneName;
  /** Null where their hours are not known: then Monday to Friday, nine to five. */
  readonly schedule: Schedule | null;
  /** The last handoff of this person. */
  readonly previous: { readonly written: Instant } | null;
  /** What a person asked for explicitly; it goes before everything else. */
  readonly given?: { readonly start?: Instant | undefined; readonly end?: Instant | undefined };
}

/**
 * The time that a draft tells about. It ends now and begins where the last handoff ended, however long ago that was, so
 * that nothing falls between two notes and nothing is told twice (docs/adr/0009).
 *
 * Without a handoff it begins with a working day, in the person's own zone and week, and never a number of hours ago:
 * - in the second half of their working hours and after them (17:30 on Friday, 02:00 in the night after) it is that day;
 * - before their hours and in the first half of them it is the working day before: at 09:05 on Monday nothing is done
 *   yet, and the draft tells of Friday and the weekend as well. In a week of Sunday to Thursday that is Sunday morning;
 * - days off and weekends are passed over: after a week away it is the last day before it;
 * - days off right before that day are in it: what was done on Sunday is told on Monday.
 *
 * A day counts from midnight on their clock, for those who start early. For a person who works on no day it is today.
 */
export function intervalFor({ now, zone, schedule, previous, given = {} }: IntervalRequest): Interval {
  const end = given.end ?? now;
  if (given.start !== undefined) return { start: Math.min(given.start, end), end, from: 'given' };
  // A note from the future has a wrong clock, or is not before what is told.
  if (previous !== null && previous.written < end) return { start: previous.written, end, from: 'handoff' };
  const start = workedDayStart(schedule ?? usualSchedule(zone), end);
  return { start, end, from: 'working-day' };
}

function workedDayStart(schedule: Schedule, instant: Instant): Instant {
  const period = periodAt(schedule, instant);
  const hasJustBegun = period !== null && instant < (period.start + period.end) / 2;
  const start = lastWorkingDayStart(schedule, hasJustBegun ? period.start - 1 : instant);
  if (start !== null) return startWithDaysOff(schedule, start);
  return dayBounds(schedule.zone, wallClockAt(schedule.zone, instant).date).start;
}

const daysOfWeek = 7;

/** Where a weekly update begins: the first instant of the same weekday a week before. */
export function aWeekBefore(instant: Instant, zone: ZoneName): Instant {
  return dayBounds(zone, addDays(wallClockAt(zone, instant).date, -daysOfWeek)).start;
}
