import { dayMs, hourMs, minuteMs } from './durations';
import { type LocalDate, minutesOfDay, weekdayOf } from './localDate';
import { type Instant, isShownTwice, offsetAt, type Period, wallClockAt, type ZoneName } from './zone';

export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * An instant in the writer's clock and in the reader's: `Fri 27 Nov 17:00 Europe/London (02:00 Sat Asia/Tokyo)`. The
 * year is written where it is not that of `now`. A time that the clocks show twice has its offset: `01:30 +01:00`.
 */
export function writeInBothClocks(instant: Instant, own: ZoneName, other: ZoneName | null, now: Instant): string {
  const { date } = wallClockAt(own, instant);
  const written = `${writeDay(instant, own, now)} ${timeAt(instant, own)} ${own}`;
  if (other === null || other === own) return written;
  return `${written} (${timeFrom(date, instant, other)} ${other})`;
}

/** Working hours in the same form: `Mon 23 Nov 00:00 to 08:00 Europe/London (09:00 to 17:00 Asia/Tokyo)`. */
export function writePeriodInBothClocks(period: Period, own: ZoneName, other: ZoneName | null, now: Instant): string {
  const { date } = wallClockAt(own, period.start);
  const end = timeFrom(date, period.end, own);
  const written = `${writeDay(period.start, own, now)} ${timeAt(period.start, own)} to ${end} ${own}`;
  if (other === null || other === own) return written;
  const there = wallClockAt(other, period.start).date;
  const both = `${timeFrom(date, period.start, other)} to ${timeFrom(there, period.end, other)}`;
  return `${written} (${both} ${other})`;
}

/** `Fri 27 Nov`, with the year where it is not `now`'s. */
export function writeDay(instant: Instant, zone: ZoneName, now: Instant): string {
  const { date } = wallClockAt(zone, instant);
  const year = date.slice(0, 4);
  const isThisYear = wallClockAt(zone, now).date.startsWith(year);
  const day = `${dayName(date)} ${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1]}`;
  return isThisYear ? day : `${day} ${year}`;
}

/** `02:00`, or `02:00 Sat` where the day is not `day`. */
function timeFrom(day: LocalDate, instant: Instant, zone: ZoneName): string {
  const { date } = wallClockAt(zone, instant);
  return date === day ? timeAt(instant, zone) : `${timeAt(instant, zone)} ${dayName(date)}`;
}

/** `17:05`, or `01:30 +01:00` where the clocks show it twice. */
function timeAt(instant: Instant, zone: ZoneName): string {
  const time = hoursAndMinutes(wallClockAt(zone, instant).minute % minutesOfDay);
  if (!isShownTwice(zone, instant)) return time;
  const offset = offsetAt(zone, instant);
  return `${time} ${offset < 0 ? '-' : '+'}${hoursAndMinutes(Math.abs(offset))}`;
}

function hoursAndMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function dayName(date: LocalDate): string {
  const day = weekdayOf(date);
  return day.charAt(0).toUpperCase() + day.slice(1);
}

/** How long something has lasted, in one unit and in English, for drafts: `20 minutes`, `1 hour`, `36 hours`, `5 days`. */
export function lasting(ms: number): string {
  if (ms < minuteMs) return 'a moment';
  if (ms < hourMs) return counted(Math.floor(ms / minuteMs), 'minute');
  if (ms < 2 * dayMs) return counted(Math.floor(ms / hourMs), 'hour');
  return counted(Math.floor(ms / dayMs), 'day');
}

function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
