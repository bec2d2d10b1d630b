import { weekdays } from '../time/localDate';
import { zoneRefusal } from '../time/zone';
import { readAway, readDay, readShifts, spanOf } from './memberTimes';
import { type Away, type Member, type Travel, usualDays, usualHours } from './team';
import type { Place, ValueReader } from './valueReader';

const memberKeys = [
  'name',
  'addresses',
  'github',
  'zone',
  'hours',
  'days',
  'away',
  'holidays',
  'travel',
  'contact',
] as const;

/**
 * Names and addresses of the members before this one. The first keeps a repeated one, so that a commit has one author.
 */
export interface Taken {
  readonly names: Set<string>;
  /** In lower case. */
  readonly addresses: Set<string>;
}

/** Days off that several members share. */
export interface Holidays {
  readonly days: readonly Away[];
  /** One of them was not understood. */
  readonly isUnclear: boolean;
}

/** A member needs a name of their own; a missing or malformed value elsewhere is left out. */
export function readMember(
  reader: ValueReader,
  place: Place,
  taken: Taken,
  holidays: ReadonlyMap<string, Holidays>,
): Member | null {
  const fields = reader.fields(place, memberKeys);
  if (!fields) return null;
  if (!fields.name.node) reader.tell('missing', fields.name.around, fields.name.path);
  const name = reader.parsed(fields.name, 'repeated', (text) => takeFrom(taken.names, text, text));
  if (name === null) return null;
  const before = reader.problems.length;
  const days = reader.list(fields.days, (item) => reader.parsed(item, 'day', readDay));
  const usual = reader.parsed(fields.hours, 'hours', readShifts) ?? [usualHours];
  const everyDay = usual.length > 1 ? weekdays.map((day) => [day, usual] as const) : [];
  const special = days.flatMap(({ day, shifts }) => (shifts ? [[day, shifts] as const] : []));
  const shifts = Object.fromEntries([...everyDay, ...special]);
  const away = reader.list(fields.away, (item) => reader.parsed(item, 'date', readAway));
  const off = reader.parsed(fields.holidays, 'unknown-name', (text) => holidays.get(text) ?? null);
  const travel = reader.list(fields.travel, (item) => readTravel(reader, item));
  const isUnclear = reader.problems.length > before || off?.isUnclear === true;
  if (!fields.zone.node) reader.tell('missing', fields.zone.around, fields.zone.path);
  return {
    name,
    addresses: reader.list(fields.addresses, (item) =>
      reader.parsed(item, 'repeated', (text) => takeFrom(taken.addresses, text, text.toLowerCase())),
    ),
    github: reader.string(fields.github),
    zone: readZone(reader, fields.zone),
    hours: spanOf(usual),
    days:
      fields.days.node?.kind === 'list' ? weekdays.filter((each) => days.some(({ day }) => day === each)) : usualDays,
    ...(isUnclear && { isUnclear }),
    away: [...away, ...(off?.days ?? [])],
    ...(everyDay.length + special.length > 0 && { shifts }),
    ...(travel.length > 0 && { travel }),
    contact: reader.string(fields.contact),
  };
}

function takeFrom(taken: Set<string>, text: string, key: string): string | null {
  if (taken.has(key)) return null;
  taken.add(key);
  return text;
}

function readZone(reader: ValueReader, place: Place): string | null {
  const zone = reader.string(place);
  const refusal = zone === null ? null : zoneRefusal(zone);
  if (refusal === null || !place.node) return zone;
  reader.tell(`zone-${refusal}`, place.node, place.path);
  return null;
}

/** `2026-12-01/2026-12-10 Asia/Tokyo`. */
function readTravel(reader: ValueReader, place: Place): Travel | null {
  const [days = '', zone = '', ...more] = (reader.string(place) ?? '').split(/\s{1,9}/);
  if (days === '' || !place.node) return null;
  const when = readAway(days);
  const refusal = zone === '' ? null : zoneRefusal(zone);
  if (when && zone !== '' && refusal === null && more.length === 0) return { ...when, zone };
  reader.tell(when && refusal !== null ? `zone-${refusal}` : 'date', place.node, place.path);
  return null;
}
