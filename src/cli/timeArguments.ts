import { isLocalDate } from '../core/time/localDate';
import { dayBounds, type Instant, parseInstant, type ZoneName, type ZoneRefusal, zoneRefusal } from '../core/time/zone';
import { zoneAbbreviations } from '../core/time/zoneAbbreviations';
import { UsageError } from './arguments';

/** Keys of projects, as `LED,OPS`. @throws UsageError that says what to write instead */
export function checkedKeys(text: string): readonly string[] {
  const keys = text.split(',').map((key) => key.trim());
  const wrong = keys.find((key) => !/^[A-Za-z][A-Za-z0-9_]{1,9}$/.test(key));
  if (wrong === undefined) return keys;
  throw new UsageError(`--tickets: "${wrong}" is no key of a project; write keys with commas, such as LED,OPS`);
}

/**
 * An instant, or a day of the zone's calendar: `--since` its first instant, `--until` the first one after it. Words such
 * as "yesterday" mean different days to different people and are refused (docs/adr/0018).
 * @throws UsageError
 */
export function timeArgument(option: 'since' | 'until', text: string, zone: ZoneName): Instant {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  if (!isLocalDate(text)) {
    throw new UsageError(
      `--${option} "${text}" is no time; write an instant (2026-11-20T09:00:00Z) or a date (2026-11-20)`,
    );
  }
  const day = dayBounds(zone, text);
  return option === 'since' ? day.start : day.end;
}

const zoneReasons: Readonly<Record<ZoneRefusal, string>> = {
  abbreviation: 'stands for several zones, or for half a year',
  offset: 'is an offset, and clocks change',
  unknown: 'is not the name of a zone',
};

/** @throws UsageError that says what to write instead: only places are zones (docs/adr/0008) */
export function checkedZone(name: string): ZoneName {
  const refusal = zoneRefusal(name);
  if (refusal === null) return name;
  const places = zoneAbbreviations.get(name.toUpperCase()) ?? ['Europe/London'];
  throw new UsageError(`--zone: "${name}" ${zoneReasons[refusal]}; write a place, such as ${places.join(' or ')}`);
}
