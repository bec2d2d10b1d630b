import type { OutcomeFigures } from '../../../core/forge/figures';
import type { Instant } from '../../../core/time/zone';
import { refreshPace } from './refreshPace';

/** What was read of a folder, and when to read again. */
export interface Reading {
  /** The folder's URI. */
  readonly folder: string;
  readonly nextAt: Instant;
  /** The last figures, to tell whether anything is new. */
  readonly figures: string;
  /** How many answers in a row brought the same. */
  readonly unchanged: number;
}

/**
 * @param before the last reading, of whatever folder
 * @param figures null where nothing was answered
 * @param until when GitHub wants to be asked again, where it said so
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
