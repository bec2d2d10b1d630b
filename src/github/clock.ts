import type { Instant } from '../core/time/zone';

/** Time as the client needs it; tests set it by hand. */
export interface Clock {
  now(): Instant;
  /** Milliseconds of a monotonic clock. */
  elapsed(): number;
  /** A signal that fires after so many milliseconds. */
  deadline(ms: number): AbortSignal;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  deadline: (ms) => AbortSignal.timeout(ms),
};
