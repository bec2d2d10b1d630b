import { isLocalDate, minutesOfDay, type Weekday, weekdays } from '../time/localDate';
import { zoneRefusal } from '../time/zone';
import { type Away, type Hours, type Member, usualDays, usualHours } from './team';
import type { Place, ValueReader } from './valueReader';

const memberKeys = ['name', 'addresses', 'github', 'zone', 'hours', 'days', 'away', 'contact'] as const;

/** What members before this one have: the first keeps it, or "whose commit is this" would be a matter of order. */
export interface Taken {
  readonly names: Set<string>;
  /** In lower case. */
  readonly addresses: Set<string>;
}

/** A member needs a name of their own; whatever else is missing or not understood is as if it had not been said. */
export function readMember(reader: ValueReader, place: Place, taken: Taken): Member | null {
  const fields = reader.fields(place, memberKeys);
  if (!fields) return null;
  if (!fields.name.node) reader.tell('missing', fields.name.around, fields.name.path);
  const name = reader.parsed(fields.name, 'repeated', (text) => takeFrom(taken.names, text, text));
  if (name === null) return null;
  const days = reader.list(fields.days, (item) => reader.parsed(item, 'day', readDay));
  if (!fields.zone.node) reader.tell('missing', fields.zone.around, fields.zone.path);
  return {
    name,
    addresses: reader.list(fields.addresses, (item) =>
      reader.parsed(item, 'repeated', (text) => takeFrom(taken.addresses, text, text.toLowerCase())),
    ),
    github: reader.string(fields.github),
    zone: readZone(reader, fields.zone),
    hours: reader.parsed(fields.hours, 'hours', readHours) ?? usualHours,
    days: fields.days.node?.kind === 'list' ? weekdays.filter((day) => days.includes(day)) : usualDays,
    away: reader.list(fields.away, (item) => reader.parsed(item, 'date', readAway)),
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

function readDay(text: string): Weekday | null {
  return weekdays.find((day) => day === text) ?? null;
}

/** `09:00-17:00`; `22:00-06:00` ends on the next day. */
function readHours(text: string): Hours | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(text);
  if (!found) return null;
  const [startHour, startMinute, endHour = 24, endMinute = 0] = found.slice(1).map((part) => part && Number(part));
  const start = Number(startHour) * 60 + Number(startMinute);
  const end = Number(endHour) * 60 + Number(endMinute);
  if (start === end) return null;
  return { start, end: end < start ? end + minutesOfDay : end };
}

/** `2026-12-25`, or `2026-12-24/2027-01-01` with both days included. */
function readAway(text: string): Away | null {
  const [from = '', to = from, ...more] = text.split('/');
  return more.length === 0 && isLocalDate(from) && isLocalDate(to) && from <= to ? { from, to } : null;
}
