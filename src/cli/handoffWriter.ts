import type { Identity } from '../core/activity/activity';
import { identityOfAuthors, ownIdentity } from '../core/activity/identity';
import { memberNamed, partyOf } from '../core/drafts/addressee';
import type { Party } from '../core/drafts/handoffInput';
import { signatures } from '../core/handoffs/ownNotes';
import { findMe, type Schedule, type Team, usualSchedule } from '../core/team/team';
import type { ZoneName } from '../core/time/zone';
import type { GitIdentity } from '../git/identity';

/** Whose work it is. */
export interface Writer {
  readonly party: Party;
  readonly identity: Identity;
  /** Theirs where the team file says it, else the usual hours on the other clock. */
  scheduleIn(zone: ZoneName): Schedule;
  /** The team file's. */
  readonly zone: ZoneName | null;
  /** What a note's `from` may say of them. */
  readonly signatures: ReadonlySet<string>;
}

/**
 * Of several authors the first is the one whose name, hours and notes count; the others' work is told as theirs.
 * @param git null where authors are given
 * @throws Error where nobody says who it is
 */
export function writerOf(authors: readonly string[], git: GitIdentity | null, team: Team | null): Writer {
  const [first] = authors;
  const me = { chosen: null, name: git?.name ?? null, address: git?.address ?? null };
  const member = first === undefined ? team && findMe(team, me) : memberNamed(addressIn(first) ?? first, team);
  const identity = first === undefined ? ownIdentity(me, member) : identityOfAuthors(authors, team?.members ?? []);
  const name = member?.name ?? (first === undefined ? (me.name ?? localPart(me.address)) : nameIn(first));
  if (!name) throw new Error('git does not say who you are; set user.name and user.email, or give --author NAME');
  const own: Party = member ? partyOf(member) : { name, schedule: null, contact: null };
  return {
    party: own,
    identity,
    scheduleIn: (zone) => ({ ...(member ?? usualSchedule(zone)), zone }),
    zone: member?.zone ?? null,
    signatures: signatures(name, member, team),
  };
}

/** `Ann Lee` of `Ann Lee <ann@example.com>`, `ann` of the address alone. */
function nameIn(author: string): string {
  const name = author.replace(/<[^<>]*>\s*$/, '').trim();
  return /^\S+@\S+$/.test(name) ? localPart(name) : name || localPart(addressIn(author));
}

function addressIn(author: string): string | null {
  return /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(author)?.[1] ?? null;
}

function localPart(address: string | null): string {
  return address?.split('@', 1)[0] ?? '';
}
