const minuteMs = 60_000;
const shortest = 5 * minuteMs;
const longest = 60 * minuteMs;

/**
 * How long figures that are in view stay before GitHub is asked again: five minutes, twice as long after each time that
 * brought nothing new, an hour at most, and up to a tenth more, so that windows do not ask together
 * (docs/security.md#r42).
 * @param unchanged how many answers in a row were the same
 * @param random from 0 to 1
 */
export function refreshPace(unchanged: number, random: number): number {
  return Math.min(longest, shortest * 2 ** Math.min(unchanged, 10)) * (1 + random / 10);
}
