import { type ZoneName, type ZoneRefusal, zoneRefusal } from '../core/time/zone';
import { zoneAbbreviations } from '../core/time/zoneAbbreviations';
import { UsageError } from './usage';

const reasons: Readonly<Record<ZoneRefusal, string>> = {
  abbreviation: 'stands for several zones, or for half a year',
  offset: 'is an offset, and clocks change',
  unknown: 'is not the name of a zone',
};

/** @throws UsageError that says what to write instead: only places are zones (docs/adr/0008) */
export function checkedZone(name: string): ZoneName {
  const refusal = zoneRefusal(name);
  if (refusal === null) return name;
  const places = zoneAbbreviations.get(name.toUpperCase()) ?? ['Europe/London'];
  throw new UsageError(`--zone: "${name}" ${reasons[refusal]}; write a place, such as ${places.join(' or ')}`);
}
