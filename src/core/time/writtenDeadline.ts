import { findDeadlines } from './deadlines';
import type { DeadlineContext } from './timeMeanings';
import { wallClockAt } from './zone';

/**
 * A deadline that a person types, on their own clock, in the form that a record keeps:
 * `2026-12-04 17:00 Europe/London`. Words that are not understood stay as typed.
 */
export function writtenDeadline(typed: string, { now, author }: Omit<DeadlineContext, 'reader'>): string {
  const words = typed.trim();
  const exact = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}))?$/.exec(words);
  if (exact) return [exact[1], exact[2]?.padStart(5, '0'), author.zone].filter((part) => part !== undefined).join(' ');
  const [deadline] = findDeadlines(`by ${words}`, { now, author, reader: null });
  const instant = deadline?.fixes[0]?.instant;
  if (instant === undefined) return words;
  const { date, minute } = wallClockAt(author.zone, instant);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)} ${author.zone}`;
}
