import type { Schedule } from '../../../../core/team/team';
import { minuteMs } from '../../../../core/time/durations';
import { nextWorkingStart, periodAt } from '../../../../core/time/workingHours';
import type { Instant } from '../../../../core/time/zone';

const leadMs = 30 * minuteMs;

interface ReminderState {
  /** When the current working hours end, if that is within the lead time; else null. */
  readonly ends: Instant | null;
  /** When to check again; null where the schedule has no working hours within a year. */
  readonly next: Instant | null;
}

/** Whether it is the last half hour of the schedule's working hours, and when that changes next. */
export function reminderAt(schedule: Schedule, now: Instant): ReminderState {
  const period = periodAt(schedule, now);
  if (period === null) return { ends: null, next: nextWorkingStart(schedule, now) };
  const begins = period.end - leadMs;
  return now < begins ? { ends: null, next: begins } : { ends: period.end, next: period.end };
}
