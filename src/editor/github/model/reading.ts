import type { OutcomeFigures } from '../../../core/forge/figures';
import { minuteMs } from '../../../core/time/durations';
import type { Instant } from '../../../core/time/zone';

/** What was last read for a folder, and when to read again. */
export interface Reading {
  /** The folder's URI. */
  readonly folder: string;
  readonly nextAt: Instant;
  /** The last figures, to compare the next ones with. */
  readonly figures: string;
  /** How many answers in a row were the same. */
  readonly unchanged: number;
}

/**
 * @param before the last reading, of any folder
 * @param figures null where GitHub did not answer
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
  // Compared without the period, which moves on by itself.
  const shown = figures && JSON.stringify({ ...figures, period: null, weeks: null });
  const unchanged = shown !== null && known?.figures === shown ? known.unchanged + 1 : 0;
  const nextAt = Math.max(now, until ?? now + refreshPace(unchanged, random));
  return { folder, nextAt, figures: shown ?? known?.figures ?? '', unchanged };
}

const shortest = 5 * minuteMs;
const longest = 60 * minuteMs;

/**
 * How long visible figures stay before they are read again: five minutes, doubled after each answer without news, up to
 * an hour. Up to a tenth is added, so that windows do not ask at the same time (docs/security.md#r42).
 * @param unchanged how many answers in a row were the same
 * @param random from 0 to 1
 */
export function refreshPace(unchanged: number, random: number): number {
  return Math.min(longest, shortest * 2 ** Math.min(unchanged, 10)) * (1 + random / 10);
}
