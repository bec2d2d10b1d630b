import { foldName } from '../names/people';
import type { LocalDate, Weekday } from '../time/localDate';
import { type Instant, wallClockAt, type ZoneName } from '../time/zone';

/** Minutes after 00:00. `end` is larger than `start`; above 1440 the period ends on the next day (22:00-06:00). */
export interface Hours {
  readonly start: number;
  readonly end: number;
}

/** Days off, both included. */
export interface Away {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days, both included, on which a member lives in another zone. */
export interface Travel extends Away {
  readonly zone: ZoneName;
}

/** Working hours in local time of their zone. A period counts for the day on which it begins. */
export interface Schedule {
  readonly zone: ZoneName;
  /** From the first hour to the last, also where the day is split. */
  readonly hours: Hours;
  readonly days: readonly Weekday[];
  readonly away: readonly Away[];
  /** For weekdays with hours other than `hours`, or with several shifts; sorted by start. */
  readonly shifts?: Readonly<Partial<Record<Weekday, readonly Hours[]>>>;
  readonly travel?: readonly Travel[];
  /** The zone on all other days, where `zone` is that of a travel (`teamAsOf`). */
  readonly homeZone?: ZoneName;
}

export interface Member extends Omit<Schedule, 'zone'> {
  readonly name: string;
  /** As git writes them, in their own letter case. */
  readonly addresses: readonly string[];
  readonly github: string | null;
  /** Null where the file has none: the offset of a commit is no zone. */
  readonly zone: ZoneName | null;
  /** Hours, days or absences in the file were not understood: nothing is said of when they work. */
  readonly isUnclear?: true;
  /** How to reach them, in their own words. */
  readonly contact: string | null;
}

/** A member whose zone is known. */
export type LocatedMember = Member & Schedule;

export interface TeamGroup {
  readonly name: string;
  /** Names of members. */
  readonly members: readonly string[];
  readonly channel: string | null;
}

export interface Channel {
  readonly name: string;
  readonly purpose: string | null;
  readonly url: string | null;
}

/** How soon an answer can be expected, counted in the answering person's working hours. */
export interface ResponseNorm {
  readonly to: string;
  readonly workingHours: number;
}

export interface EscalationStep {
  /** A member, a team or a channel. */
  readonly who: string;
  readonly how: string | null;
  /** Minutes without an answer before this step is taken. */
  readonly afterMinutes: number;
}

export interface Urgency {
  /** What counts as urgent, one sentence each. */
  readonly when: readonly string[];
  readonly path: readonly EscalationStep[];
}

export interface GlossaryEntry {
  readonly term: string;
  readonly meaning: string;
}

/** `.meridian/team.json`, as far as it could be understood. */
export interface Team {
  readonly members: readonly Member[];
  readonly teams: readonly TeamGroup[];
  readonly channels: readonly Channel[];
  readonly responses: readonly ResponseNorm[];
  readonly urgent: Urgency;
  readonly glossary: readonly GlossaryEntry[];
  /**
   * Keys of the projects whose tickets commits and branches name, `LED`; empty where anything of that form is a ticket.
   */
  readonly ticketKeys: readonly string[];
}

export const teamFilePath = '.meridian/team.json';

/** The hours of a member whose file names none; the schema has the same default. */
export const usualHours: Hours = { start: 9 * 60, end: 17 * 60 };
export const usualDays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** The schedule where no working hours are known. */
export function usualSchedule(zone: ZoneName): Schedule {
  return { zone, hours: usualHours, days: usualDays, away: [] };
}

/** The team with each member's zone at the instant: a member who travels is in another one. */
export function teamAsOf(team: Team, instant: Instant): Team {
  const members = team.members.map((member) => {
    if (!isLocated(member) || !member.travel) return member;
    const zone = zoneOn(member, wallClockAt(member.zone, instant).date);
    return zone === member.zone ? member : { ...member, zone, homeZone: member.zone };
  });
  return { ...team, members };
}

/** The zone that a member is in on a date. */
export function zoneOn({ zone, homeZone = zone, travel = [] }: Schedule, date: LocalDate): ZoneName {
  return travel.find(({ from, to }) => from <= date && date <= to)?.zone ?? homeZone;
}

export function isLocated(member: Member): member is LocatedMember {
  return member.zone !== null;
}

/** Whether it is known when a member works. */
export function hasHours(member: Member): member is LocatedMember {
  return isLocated(member) && !member.isUnclear;
}

/** The teams of a member, by the name in the team file. */
export function groupsOf(name: string, team: Team | null): readonly TeamGroup[] {
  return (team?.teams ?? []).filter(({ members }) => members.some((member) => foldName(member) === foldName(name)));
}

/** What is known of the person at the keyboard; each is null where it is not. */
export interface Myself {
  /** A member's name or address, from the setting. It takes precedence over what git knows. */
  readonly chosen: string | null;
  readonly name: string | null;
  readonly address: string | null;
}

/** The member that the person is, or null. An address goes before a name; a value that two members share finds none. */
export function findMe({ members }: Team, { chosen, name, address }: Myself): Member | null {
  const having = (value: string | null, textsOf: (member: Member) => readonly string[]): Member | null => {
    if (value === null || value.trim() === '') return null;
    const found = members.filter((member) => textsOf(member).some((text) => fold(text) === fold(value)));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const names = (member: Member) => [member.name];
  const addresses = (member: Member) => member.addresses;
  if (chosen !== null && chosen.trim() !== '') return having(chosen, names) ?? having(chosen, addresses);
  return having(address, addresses) ?? having(name, names);
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
