import { type LocalDate, minutesOfDay, weekdayOf } from './localDate';
import { type Instant, wallClockAt, type ZoneName } from './zone';

export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/**
 * An instant as a document says it, in the writer's clock and in the reader's: `Fri 27 Nov 17:00 Europe/London (02:00
 * Sat Asia/Tokyo)`. The year is there where it is not `now`'s.
 */
export function writeInBothClocks(instant: Instant, own: ZoneName, other: ZoneName | null, now: Instant): string {
  const { date, minute } = wallClockAt(own, instant);
  const year = date.slice(0, 4);
  const isThisYear = wallClockAt(own, now).date.startsWith(year);
  const day = `${dayName(date)} ${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1]}`;
  const written = `${day}${isThisYear ? '' : ` ${year}`} ${timeOf(minute)} ${own}`;
  if (other === null || other === own) return written;
  const there = wallClockAt(other, instant);
  const thereDay = there.date === date ? '' : `${dayName(there.date)} `;
  return `${written} (${timeOf(there.minute)} ${thereDay}${other})`;
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
