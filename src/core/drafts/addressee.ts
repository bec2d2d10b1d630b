import { foldName } from '../names/people';
import { hasHours, type Member, type Team } from '../team/team';
import type { Addressee, Party } from './handoffInput';

/** Whom `--to` means: a member by name, address or GitHub login, a team by its name, else a person of that name. */
export function addresseeNamed(name: string | null, team: Team | null): Addressee {
  if (name === null) return { kind: 'anybody' };
  const member = memberNamed(name, team);
  if (member) return { kind: 'person', person: partyOf(member) };
  const group = team?.teams.find((one) => foldName(one.name) === foldName(name));
  if (!group) return { kind: 'person', person: { name, schedule: null, contact: null } };
  const members = team?.members.filter((one) => group.members.includes(one.name)) ?? [];
  return { kind: 'team', name: group.name, members: members.map(partyOf), channel: group.channel };
}

/** The only member whose full name, address or login it is, else the only one with that first name; null where there is none. */
export function memberNamed(text: string, team: Team | null): Member | null {
  const wanted = foldName(text);
  if (wanted === '') return null;
  const only = (textsOf: (member: Member) => readonly (string | null)[]) => {
    const found = team?.members.filter((member) =>
      textsOf(member).some((known) => known && foldName(known) === wanted),
    );
    return found?.length === 1 ? found[0] : undefined;
  };
  const full = only(({ name, addresses, github }) => [name, ...addresses, github]);
  return full ?? only(({ name }) => [name.trim().split(/\s/, 1)[0] ?? null]) ?? null;
}

/** A member as drafts speak of them. */
export function partyOf(member: Member): Party {
  return { name: member.name, schedule: hasHours(member) ? member : null, contact: member.contact };
}

/** Whom of the team an owner means. */
export interface NamedOwner {
  readonly members: readonly Member[];
  /** Channel of the team that the owner is; null for a person, or where the team file does not say. */
  readonly channel: string | null;
}

/**
 * Whom an owner of CODEOWNERS means: `@acme/payments` is the team `payments` with its channel, a login or an address
 * the member who has it.
 */
export function ownerNamed(owner: string, team: Team | null): NamedOwner {
  const name = owner.replace(/^@/, '');
  const group = team?.teams.find((one) => foldName(one.name) === foldName(name.slice(name.lastIndexOf('/') + 1)));
  if (group && owner.startsWith('@')) {
    return {
      members: team?.members.filter((member) => group.members.includes(member.name)) ?? [],
      channel: group.channel,
    };
  }
  const member = name.includes('/') ? null : memberNamed(name, team);
  return { members: member ? [member] : [], channel: null };
}
