import { languages } from './languages/languages';
import { numericReadings, ordinalReadings } from './numericTime';
import type { Reading, TimePart } from './timePart';
import { zoneReadings } from './zoneWords';

/**
 * Every way to write a part of a time, in the order in which they are tried at one offset. The languages come before
 * the digits, so that `17 Uhr` and `5 o'clock` are read whole.
 */
const allReadings: readonly Reading[] = [
  ...languages.flatMap(({ readings }) => readings),
  ...numericReadings,
  ...ordinalReadings,
  ...zoneReadings,
];

/** The parts of a time that begin at an offset, and where they end. */
export function readTimePart(
  text: string,
  at: number,
): { readonly parts: readonly TimePart[]; readonly end: number } | null {
  for (const [pattern, read] of allReadings) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const parts = found && read(found);
    if (parts) return { parts: Array.isArray(parts) ? parts : [parts as TimePart], end: pattern.lastIndex };
  }
  return null;
}
