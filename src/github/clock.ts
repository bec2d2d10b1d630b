import type { Instant } from '../core/time/zone';

/** Time as the client needs it; tests turn it by hand. */
export interface Clock {
  now(): Instant;
  /** Milliseconds on a clock that only goes forward. */
  elapsed(): number;
  /** A signal that fires after so many milliseconds. */
  deadline(ms: number): AbortSignal;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  deadline: (ms) => AbortSignal.timeout(ms),
};
