import type { Identity } from '../activity/activity';
import { identityOfAuthors, ownIdentity } from '../activity/identity';
import { memberNamed, partyOf } from '../drafts/addressee';
import type { Party } from '../drafts/handoffInput';
import { signatures } from '../handoffs/ownNotes';
import {
  findMe,
  groupsOf,
  isLocated,
  type Member,
  type Myself,
  type Schedule,
  type Team,
  usualSchedule,
} from '../team/team';
import type { ZoneName } from '../time/zone';

/** Whose work a draft is about, and who writes it. */
export interface Writer {
  readonly party: Party;
  readonly member: Member | null;
  readonly team: Team | null;
  readonly identity: Identity;
  /** Their zone by the team file, else the machine's. */
  readonly zone: ZoneName;
  /** Their own hours, else the usual ones on the machine's clock. */
  readonly schedule: Schedule;
  /** The names under which a note's `from` may mean them. */
  readonly signatures: ReadonlySet<string>;
}

/**
 * The person at the keyboard; null where neither the team file nor git knows a name or an address.
 * @param selves what is known of them, one for each folder: folders of one window may be configured differently
 * @param zone of the machine
 */
export function writerOf(selves: readonly Myself[], team: Team | null, zone: ZoneName): Writer | null {
  const member = team && (selves.map((myself) => findMe(team, myself)).find((found) => found !== null) ?? null);
  const identity = together(selves.map((myself) => ownIdentity(myself, member)));
  const name = member?.name ?? selves.find((self) => self.name)?.name ?? identity.addresses[0] ?? '';
  return name === '' ? null : writer(name, member, identity, team, zone);
}

/**
 * The authors that are named, each as a name, an address, a login, or `Ann Lee <ann@example.com>`. The first one's
 * name, hours and notes count; the work of all of them is included.
 * @param zone of the machine
 * @param known the name that history has for the first one's address (`bareAddress`); null where it has none
 */
export function writerNamed(
  [first, ...others]: readonly [string, ...string[]],
  team: Team | null,
  zone: ZoneName,
  known: string | null = null,
): Writer {
  const member = memberNamed(addressIn(first) ?? first, team);
  const identity = identityOfAuthors([first, ...others], team?.members ?? []);
  return writer(member?.name ?? (bareAddress(first) && known ? known : nameIn(first)), member, identity, team, zone);
}

/** A member as the team file knows them. @param zone of the machine */
export function memberWriter(member: Member, team: Team, zone: ZoneName): Writer {
  return writer(member.name, member, ownIdentity({ name: null, address: null }, member), team, zone);
}

/** For drafts that can be written without knowing the writer: a question, a pull request. */
export function unknownWriter(team: Team | null, zone: ZoneName): Writer {
  return writer('', null, { names: [], addresses: [], logins: [] }, team, zone);
}

/** The same person on another clock. */
export function inZone(known: Writer, zone: ZoneName): Writer {
  return { ...known, zone, schedule: { ...known.schedule, zone } };
}

/** Names of the teams that the writer is in. */
export function teamsOf({ party, team }: Pick<Writer, 'party' | 'team'>): readonly string[] {
  return groupsOf(party.name, team).map(({ name }) => name);
}

function writer(
  name: string,
  member: Member | null,
  identity: Identity,
  team: Team | null,
  machineZone: ZoneName,
): Writer {
  const zone = member?.zone ?? machineZone;
  const schedule = member && isLocated(member) ? member : { ...usualSchedule(zone), ...(member && hoursOf(member)) };
  return {
    party: member ? partyOf(member) : { name, schedule: null, contact: null },
    member,
    team,
    identity,
    zone,
    schedule,
    signatures: signatures(name, member, team, identity),
  };
}

function together(all: readonly Identity[]): Identity {
  const of = (part: keyof Identity) => [...new Set(all.flatMap((identity) => identity[part]))];
  return { names: of('names'), addresses: of('addresses'), logins: of('logins') };
}

function hoursOf({ hours, days, away }: Member): Omit<Schedule, 'zone'> {
  return { hours, days, away };
}

/** The address of an author that is nothing else, with or without angle brackets; null for an author with a name. */
export function bareAddress(author: string): string | null {
  return /^<?([^<>\s@]+@[^<>\s]+?)>?$/.exec(author.trim())?.[1] ?? null;
}

/** `Ann Lee` of `Ann Lee <ann@example.com>`. An address alone stays whole, because the part before `@` is no name. */
function nameIn(author: string): string {
  return bareAddress(author) ?? author.replace(/<[^<>]*>\s*$/, '').trim();
}

function addressIn(author: string): string | null {
  return /<([^<>\s@]+@[^<>\s]+)>\s*$/.exec(author)?.[1] ?? null;
}
