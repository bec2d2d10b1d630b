import { isLocalDate, minutesOfDay, type Weekday, weekdays } from '../time/localDate';
import { zoneRefusal } from '../time/zone';
import { type JsonNode, readJsonTree } from './jsonTree';
import {
  type Away,
  type Channel,
  type EscalationStep,
  type GlossaryEntry,
  type Hours,
  type Member,
  type ResponseNorm,
  type Team,
  type TeamGroup,
  type Travel,
  type Urgency,
  usualDays,
  usualHours,
} from './team';
import { type Place, type TeamProblem, ValueReader } from './valueReader';

export interface ParsedTeam {
  readonly team: Team;
  /** In order of place. */
  readonly problems: readonly TeamProblem[];
}

const maxLength = 256 * 1024;

/** Reads a team file. Never throws: what is not understood is a problem at its place, and the rest is used. */
export function parseTeam(text: string): ParsedTeam {
  const reader = new ValueReader(text);
  const tooLarge = text.length > maxLength;
  if (tooLarge) reader.tell('too-large', { offset: 0, length: text.length }, '');
  const { root, error } = readJsonTree(tooLarge ? '{}' : text);
  if (error) reader.tell(error.reason === 'syntax' ? 'json' : 'too-large', error, '');
  const team = readTeam(reader, root);
  // What an unfinished file lacks may only not have been written yet.
  const problems = error ? reader.problems.filter(({ code }) => code !== 'missing') : reader.problems;
  return { team, problems: problems.toSorted((a, b) => a.offset - b.offset) };
}

const teamKeys = [
  '$schema',
  'members',
  'teams',
  'channels',
  'responses',
  'urgent',
  'glossary',
  'ticketKeys',
  'holidays',
] as const;
const nowhere: Place = { node: undefined, path: '', around: { offset: 0, length: 0 } };

function readTeam(reader: ValueReader, root: JsonNode | null): Team {
  const fields = reader.fields({ ...nowhere, node: root ?? undefined }, teamKeys);
  const at = (key: Exclude<(typeof teamKeys)[number], '$schema'>) => fields?.[key] ?? nowhere;
  const taken: Taken = { names: new Set(), addresses: new Set() };
  const holidays = new Map<string, readonly Away[]>();
  reader.list(at('holidays'), (place) => readHolidays(reader, place, holidays));
  const members = reader.list(at('members'), (place) => readMember(reader, place, taken, holidays));
  return {
    members,
    teams: reader.list(at('teams'), (place) => readGroup(reader, place, taken.names)),
    channels: reader.list(at('channels'), (place) => readChannel(reader, place)),
    responses: reader.list(at('responses'), (place) => readNorm(reader, place)),
    urgent: readUrgency(reader, at('urgent')),
    glossary: reader.list(at('glossary'), (place) => readTerm(reader, place)),
    ticketKeys: reader.list(at('ticketKeys'), (place) => reader.string(place)),
  };
}

/** Days off that several members have, under a name. */
function readHolidays(reader: ValueReader, place: Place, known: Map<string, readonly Away[]>): null {
  const fields = reader.fields(place, ['name', 'days']);
  const name = fields && reader.needed(fields.name);
  if (fields && name !== null) {
    known.set(
      name,
      reader.list(fields.days, (item) => reader.parsed(item, 'date', readAway)),
    );
  }
  return null;
}

function readGroup(reader: ValueReader, place: Place, names: ReadonlySet<string>): TeamGroup | null {
  const fields = reader.fields(place, ['name', 'members', 'channel']);
  const name = fields && reader.needed(fields.name);
  if (!fields || name === null) return null;
  const memberNamed = (text: string) => (names.has(text) ? text : null);
  const members = reader.list(fields.members, (item) => reader.parsed(item, 'unknown-name', memberNamed));
  return { name, members, channel: reader.string(fields.channel) };
}

function readChannel(reader: ValueReader, place: Place): Channel | null {
  const fields = reader.fields(place, ['name', 'purpose', 'url']);
  const name = fields && reader.needed(fields.name);
  if (!fields || name === null) return null;
  return { name, purpose: reader.string(fields.purpose), url: reader.string(fields.url) };
}

function readNorm(reader: ValueReader, place: Place): ResponseNorm | null {
  const fields = reader.fields(place, ['to', 'workingHours']);
  const to = fields && reader.needed(fields.to);
  if (!fields || to === null) return null;
  if (!fields.workingHours.node) reader.tell('missing', fields.workingHours.around, fields.workingHours.path);
  const workingHours = reader.number(fields.workingHours, 0, 1000);
  return workingHours === null ? null : { to, workingHours };
}

function readUrgency(reader: ValueReader, place: Place): Urgency {
  const fields = reader.fields(place, ['when', 'path']);
  if (!fields) return { when: [], path: [] };
  return {
    when: reader.list(fields.when, (item) => reader.string(item)),
    path: reader.list(fields.path, (item) => readStep(reader, item)),
  };
}

function readStep(reader: ValueReader, place: Place): EscalationStep | null {
  const fields = reader.fields(place, ['who', 'how', 'afterMinutes']);
  const who = fields && reader.needed(fields.who);
  if (!fields || who === null) return null;
  return { who, how: reader.string(fields.how), afterMinutes: reader.number(fields.afterMinutes, 0, 10_000) ?? 0 };
}

function readTerm(reader: ValueReader, place: Place): GlossaryEntry | null {
  const fields = reader.fields(place, ['term', 'meaning']);
  const [term, meaning] = fields ? [reader.needed(fields.term), reader.needed(fields.meaning)] : [null, null];
  return term === null || meaning === null ? null : { term, meaning };
}

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

/** What members before this one have: the first keeps it, or "whose commit is this" would be a matter of order. */
interface Taken {
  readonly names: Set<string>;
  /** In lower case. */
  readonly addresses: Set<string>;
}

/** A member needs a name of their own; whatever else is missing or not understood is as if it had not been said. */
function readMember(
  reader: ValueReader,
  place: Place,
  taken: Taken,
  holidays: ReadonlyMap<string, readonly Away[]>,
): Member | null {
  const fields = reader.fields(place, memberKeys);
  if (!fields) return null;
  if (!fields.name.node) reader.tell('missing', fields.name.around, fields.name.path);
  const name = reader.parsed(fields.name, 'repeated', (text) => takeFrom(taken.names, text, text));
  if (name === null) return null;
  const days = reader.list(fields.days, (item) => reader.parsed(item, 'day', readDay));
  const usual = reader.parsed(fields.hours, 'hours', readShifts) ?? [usualHours];
  const everyDay = usual.length > 1 ? weekdays.map((day) => [day, usual] as const) : [];
  const special = days.flatMap(({ day, shifts }) => (shifts ? [[day, shifts] as const] : []));
  const shifts = Object.fromEntries([...everyDay, ...special]);
  const off = reader.parsed(fields.holidays, 'unknown-name', (text) => holidays.get(text) ?? null) ?? [];
  const travel = reader.list(fields.travel, (item) => readTravel(reader, item));
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
    away: [...reader.list(fields.away, (item) => reader.parsed(item, 'date', readAway)), ...off],
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

/** `fri`, or with hours of its own `fri 09:00-13:00`. */
function readDay(text: string): { readonly day: Weekday; readonly shifts: readonly Hours[] | null } | null {
  const [word = '', ...hours] = text.split(/\s{1,9}/);
  const day = weekdays.find((each) => each === word);
  if (!day || hours.length === 0) return day ? { day, shifts: null } : null;
  const shifts = readShifts(hours.join(' '));
  return shifts && { day, shifts };
}

/** `09:00-12:00 14:00-18:00`: in the order of the clock, one after the other. */
function readShifts(text: string): readonly Hours[] | null {
  const all = text.split(/[\s,]{1,9}/).map(readHours);
  const shifts = all.flatMap((hours) => hours ?? []).sort((a, b) => a.start - b.start);
  const areApart = shifts.every(({ end }, at) => at + 1 === shifts.length || end <= (shifts[at + 1]?.start ?? 0));
  return shifts.length === all.length && areApart ? shifts : null;
}

function spanOf(shifts: readonly Hours[]): Hours {
  const [first = usualHours] = shifts;
  return { start: first.start, end: shifts.at(-1)?.end ?? first.end };
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
