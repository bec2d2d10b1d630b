import type { Identity } from '../../../core/activity/activity';
import { isOneOf } from '../../../core/activity/identity';
import { partyOf } from '../../../core/drafts/addressee';
import type { Addressee } from '../../../core/drafts/handoffInput';
import { foldName } from '../../../core/names/people';
import type { Member, Team, TeamGroup } from '../../../core/team/team';
import type { Instant } from '../../../core/time/zone';
import type { Author } from '../../../git/authors';
import { type Candidate, notMembers } from './teamFileText';
import { type TeamRow, teamGroups } from './teamModel';

/** An addressee of a handoff, as the question offers it. */
export type AddresseeChoice =
  | { readonly kind: 'person'; readonly row: TeamRow }
  | { readonly kind: 'team'; readonly group: TeamGroup }
  | { readonly kind: 'anybody' }
  /** A recent author who is not in the team file. */
  | { readonly kind: 'author'; readonly name: string }
  | { readonly kind: 'typed'; readonly name: string };

const longestName = 80;
/** More authors would push "whoever is next" out of sight. */
const mostAuthors = 8;

/**
 * The addressees to choose from: first members, the next at work on top, then teams, then "anybody". The person
 * themselves is left out.
 */
export function addresseeChoices(team: Team | null, me: Member | null, now: Instant): readonly AddresseeChoice[] {
  const rows = team === null ? [] : teamGroups(team, me, now).flatMap((group) => group.rows);
  return [
    ...rows.filter(({ isMe }) => !isMe).map((row) => ({ kind: 'person', row }) as const),
    ...(team?.teams ?? []).map((group) => ({ kind: 'team', group }) as const),
    { kind: 'anybody' },
  ];
}

/**
 * Authors of the last weeks who are neither in the team file nor the writer. Those with the most commits come first.
 */
export function authorChoices(
  authors: readonly Author[],
  team: Team | null,
  writer: Identity,
): readonly AddresseeChoice[] {
  const candidates = authors.map(({ name, addresses, login }) => ({ name, addresses, github: login }));
  const isWriter = ({ name, addresses }: Candidate) =>
    [...addresses, ''].some((address) => isOneOf(writer, { name, address }));
  return (team === null ? candidates : notMembers(candidates, team))
    .filter((candidate) => candidate.name.trim() !== '' && !isWriter(candidate))
    .slice(0, mostAuthors)
    .map(({ name }) => ({ kind: 'author', name: name.slice(0, longestName) }));
}

/** The typed text as a name; null where it is empty or the team file has the name. */
export function typedChoice(value: string, team: Team | null): AddresseeChoice | null {
  const name = value.replace(/\s+/gu, ' ').trim().slice(0, longestName);
  const isKnown = [...(team?.members ?? []), ...(team?.teams ?? [])].some(
    (known) => foldName(known.name) === foldName(name),
  );
  return name === '' || isKnown ? null : { kind: 'typed', name };
}

/** The addressee, with everything that a draft says of them. */
export function addresseeOf(choice: AddresseeChoice, team: Team | null): Addressee {
  switch (choice.kind) {
    case 'person':
      return { kind: 'person', person: partyOf(choice.row.member) };
    case 'team':
      return groupOf(choice.group, team);
    case 'author':
    case 'typed':
      return { kind: 'person', person: { name: choice.name, schedule: null, contact: null } };
    case 'anybody':
      return { kind: 'anybody' };
  }
}

function groupOf({ name, members, channel }: TeamGroup, team: Team | null): Addressee {
  const known = members.flatMap((wanted) => team?.members.find((member) => member.name === wanted) ?? []);
  return { kind: 'team', name, members: known.map(partyOf), channel };
}
