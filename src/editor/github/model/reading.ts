import type { OutcomeFigures } from '../../../core/forge/figures';
import { minuteMs } from '../../../core/time/durations';
import type { Instant } from '../../../core/time/zone';

/** What was read of a folder, and when to read again. */
export interface Reading {
  /** The folder's URI. */
  readonly folder: string;
  readonly nextAt: Instant;
  /** The last figures, to compare the next ones with. */
  readonly figures: string;
  /** How many answers in a row brought the same. */
  readonly unchanged: number;
}

/**
 * @param before the last reading, of whatever folder
 * @param figures null where nothing was answered
 * @param until when GitHub allows the next request, where it states it
 * @param random from 0 to 1
 */
export function nextReading(
  before: Reading | null,
  { folder, figures, until = null }: { folder: string; figures: OutcomeFigures | null; until?: Instant | null },
  now: Instant,
  random: number,
): Reading {
  const known = before?.folder === folder ? before : null;
  // Without the period, which goes on by itself.
  const shown = figures && JSON.stringify({ ...figures, period: null, weeks: null });
  const unchanged = shown !== null && known?.figures === shown ? known.unchanged + 1 : 0;
  const nextAt = Math.max(now, until ?? now + refreshPace(unchanged, random));
  return { folder, nextAt, figures: shown ?? known?.figures ?? '', unchanged };
}

const shortest = 5 * minuteMs;
const longest = 60 * minuteMs;

/**
 * How long figures that are in view stay before they are read again: five minutes, twice as long after each time that
 * brought nothing new, an hour at most, and up to a tenth more, so that windows do not ask together
 * (docs/security.md#r42).
 * @param unchanged how many answers in a row were the same
 * @param random from 0 to 1
 */
export function refreshPace(unchanged: number, random: number): number {
  return Math.min(longest, shortest * 2 ** Math.min(unchanged, 10)) * (1 + random / 10);
}
