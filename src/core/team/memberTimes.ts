import { isLocalDate, minutesOfDay, type Weekday, weekdays } from '../time/localDate';
import { type Away, type Hours, usualHours } from './team';

/** `fri`, or with hours for that day `fri 09:00-13:00`. */
export function readDay(text: string): { readonly day: Weekday; readonly shifts: readonly Hours[] | null } | null {
  const [word = '', ...hours] = text.split(/\s{1,9}/);
  const day = weekdays.find((each) => each === word);
  if (!day || hours.length === 0) return day ? { day, shifts: null } : null;
  const shifts = readShifts(hours.join(' '));
  return shifts && { day, shifts };
}

/** `09:00-12:00 14:00-18:00`: sorted by start; null where one is malformed or two overlap. */
export function readShifts(text: string): readonly Hours[] | null {
  const all = text.split(/[\s,]{1,9}/).map(readHours);
  const shifts = all.flatMap((hours) => hours ?? []).sort((a, b) => a.start - b.start);
  const areApart = shifts.every(({ end }, at) => at + 1 === shifts.length || end <= (shifts[at + 1]?.start ?? 0));
  return shifts.length === all.length && areApart ? shifts : null;
}

export function spanOf(shifts: readonly Hours[]): Hours {
  const [first = usualHours] = shifts;
  return { start: first.start, end: shifts.at(-1)?.end ?? first.end };
}

/** `09:00-17:00`; `22:00-06:00` ends on the next day. */
function readHours(text: string): Hours | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(text);
  if (!found) return null;
  const [startHour, startMinute, endHour = 24, endMinute = 0] = found.slice(1).map((part) => part && Number(part));
  const start = Number(startHour) * 60 + Number(startMinute);
  const end = Number(endHour) * 60 + Number(endMinute);
  if (start === end) return null;
  return { start, end: end < start ? end + minutesOfDay : end };
}

/** `2026-12-25`, or `2026-12-24/2027-01-01` with both days included. */
export function readAway(text: string): Away | null {
  const [from = '', to = from, ...more] = text.split('/');
  return more.length === 0 && isLocalDate(from) && isLocalDate(to) && from <= to ? { from, to } : null;
}
