import { englishReadings } from './englishTime';
import { frenchReadings } from './frenchTime';
import { germanReadings } from './germanTime';
import { numericReadings, ordinalReadings } from './numericTime';
import { spanishReadings } from './spanishTime';
import type { Reading, TimePart } from './timePart';
import { zoneReadings } from './zoneWords';

/**
 * Every way to write a part of a time, tried in this order at one place. The languages come before the digits, so that
 * `17 Uhr` and `5 o'clock` are read whole.
 */
const readings: readonly Reading[] = [
  ...englishReadings,
  ...germanReadings,
  ...frenchReadings,
  ...spanishReadings,
  ...numericReadings,
  ...ordinalReadings,
  ...zoneReadings,
];

/** The parts of a time that begin at the place, and where they end. */
export function readTimePart(
  text: string,
  at: number,
): { readonly parts: readonly TimePart[]; readonly end: number } | null {
  for (const [pattern, read] of readings) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const parts = found && read(found);
    if (parts) return { parts: Array.isArray(parts) ? parts : [parts as TimePart], end: pattern.lastIndex };
  }
  return null;
}
