import { findDeadlines } from './deadlines';
import { isLocalDate } from './localDate';
import type { DeadlineContext } from './timeMeanings';
import { type Instant, wallClockAt, type ZoneName } from './zone';

/**
 * A deadline that a person types, on their own clock, in the form that a record keeps:
 * `2026-12-04 17:00 Europe/London`. What is not understood, or may be several times, stays as typed.
 */
export function writtenDeadline(typed: string, { now, author }: Omit<DeadlineContext, 'reader'>): string {
  const words = typed.trim();
  const [, date = '', time] = /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]?\d|2[0-3]):[0-5]\d|24:00))?$/.exec(words) ?? [];
  if (isLocalDate(date))
    return [date, time?.padStart(5, '0'), author.zone].filter((part) => part !== undefined).join(' ');
  const lead = 'by ';
  const [deadline] = findDeadlines(lead + words, { now, author, reader: null });
  const written = [...new Set(deadline?.fixes.map(({ instant }) => recordClock(instant, author.zone)))];
  const [first = '', ...others] = written;
  // Of a day without an hour the end is meant; two days, or two hours of one day, are the person's to choose from.
  const isOne =
    deadline?.code === 'no-time'
      ? written.every((one) => one.slice(0, 10) === first.slice(0, 10))
      : others.length === 0 && deadline?.fixes[0]?.end === null;
  if (!deadline || first === '' || !isOne) return words;
  const start = Math.max(0, deadline.offset - lead.length);
  return words.slice(0, start) + first + words.slice(deadline.offset - lead.length + deadline.length);
}

function recordClock(instant: Instant, zone: ZoneName): string {
  const { date, minute } = wallClockAt(zone, instant);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)} ${zone}`;
}
