import { type JsonNode, readJsonTree } from './jsonTree';
import { readAway } from './memberTimes';
import { type Holidays, readMember, type Taken } from './readMember';
import type { Channel, EscalationStep, GlossaryEntry, ResponseNorm, Team, TeamGroup, Urgency } from './team';
import { type Place, type TeamProblem, ValueReader } from './valueReader';

export interface ParsedTeam {
  readonly team: Team;
  /** In order of place. */
  readonly problems: readonly TeamProblem[];
}

const maxLength = 256 * 1024;

/** Parses a team file. Never throws: what is not understood becomes a problem at its place, and the rest is used. */
export function parseTeam(text: string): ParsedTeam {
  const reader = new ValueReader(text);
  const tooLarge = text.length > maxLength;
  if (tooLarge) reader.tell('too-large', { offset: 0, length: text.length }, '');
  const { root, error } = readJsonTree(tooLarge ? '{}' : text);
  if (error) reader.tell(error.reason === 'syntax' ? 'json' : 'too-large', error, '');
  const team = readTeam(reader, root);
  // What a file with a syntax error lacks may only not have been written yet.
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
  const holidays = new Map<string, Holidays>();
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

function readHolidays(reader: ValueReader, place: Place, known: Map<string, Holidays>): null {
  const fields = reader.fields(place, ['name', 'days']);
  const name = fields && reader.needed(fields.name);
  if (fields && name !== null) {
    const before = reader.problems.length;
    const days = reader.list(fields.days, (item) => reader.parsed(item, 'date', readAway));
    known.set(name, { days, isUnclear: reader.problems.length > before });
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
