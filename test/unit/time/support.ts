import fc from 'fast-check';
import { usualDays, usualHours } from '../../../src/core/team/team';
import { type LocalDate, weekdays } from '../../../src/core/time/localDate';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** Zones that change their clocks by an hour, by half an hour, at midnight, for a month, or never. */
const zones = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Beirut',
  'Africa/Casablanca',
  'America/Havana',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'UTC',
];

export const anyZone = fc.constantFrom(...zones);

export const anyInstant = fc
  .integer({ min: Date.UTC(2026, 0, 1) / minuteMs, max: Date.UTC(2028, 0, 1) / minuteMs })
  .map((minutes) => minutes * minuteMs);

export const anyDate = anyInstant.map((instant): LocalDate => new Date(instant).toISOString().slice(0, 10));

export const anySchedule = fc.record({
  zone: anyZone,
  hours: fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .map(([start, length]) => ({ start, end: start + length })),
  days: fc.subarray([...weekdays], { minLength: 1 }),
  away: fc
    .array(fc.tuple(anyDate, anyDate), { maxLength: 1 })
    .map((pairs) => pairs.map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))),
});

/** Nine to five from Monday to Friday. */
export function usual(zone: string) {
  return { zone, hours: usualHours, days: usualDays, away: [] };
}
