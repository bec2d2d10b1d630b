import { type LocalDate, minutesOfDay, weekdayOf } from './localDate';
import { type Instant, type Period, wallClockAt, type ZoneName } from './zone';

export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * An instant as a document says it, in the writer's clock and in the reader's: `Fri 27 Nov 17:00 Europe/London (02:00
 * Sat Asia/Tokyo)`. The year is there where it is not `now`'s.
 */
export function writeInBothClocks(instant: Instant, own: ZoneName, other: ZoneName | null, now: Instant): string {
  const { date, minute } = wallClockAt(own, instant);
  const written = `${writeDay(instant, own, now)} ${timeOf(minute)} ${own}`;
  if (other === null || other === own) return written;
  const there = wallClockAt(other, instant);
  const thereDay = there.date === date ? '' : `${dayName(there.date)} `;
  return `${written} (${timeOf(there.minute)} ${thereDay}${other})`;
}

/** Working hours in the same way: `Mon 23 Nov 00:00 to 08:00 Europe/London (09:00 to 17:00 Asia/Tokyo)`. */
export function writePeriodInBothClocks(period: Period, own: ZoneName, other: ZoneName | null, now: Instant): string {
  const { date, minute } = wallClockAt(own, period.start);
  const written = `${writeDay(period.start, own, now)} ${timeOf(minute)} to ${timeFrom(date, period.end, own)} ${own}`;
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

/** `02:00`, or `02:00 Sat` where that is another day than the one before it. */
function timeFrom(day: LocalDate, instant: Instant, zone: ZoneName): string {
  const { date, minute } = wallClockAt(zone, instant);
  return date === day ? timeOf(minute) : `${timeOf(minute)} ${dayName(date)}`;
}

/** `17:05`. */
function timeOf(minute: number): string {
  const hours = Math.floor((minute % minutesOfDay) / 60);
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function dayName(date: LocalDate): string {
  const day = weekdayOf(date);
  return day.charAt(0).toUpperCase() + day.slice(1);
}
