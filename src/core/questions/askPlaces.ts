import { memberNamed, ownerNamed, partyOf } from '../drafts/addressee';
import { foldName } from '../names/people';
import type { Member, Team } from '../team/team';
import type { Askable, AskPlaces, LastTouch } from './questionInput';

/**
 * Whom and where to ask about a file: its owners by CODEOWNERS as far as the team file knows them, then the last
 * authors of the lines; and the channels of the teams that own it. Each is named once, and never the asker.
 * @param owners `@login`, `@organisation/team` or addresses, as CODEOWNERS writes them
 */
export function askPlaces(
  owners: readonly string[],
  touches: readonly LastTouch[],
  team: Team | null,
  me: Member | null,
): AskPlaces {
  const owning = owners.map((owner) => ({ owner, ...ownerNamed(owner, team) }));
  const owned = owning.flatMap(({ members }) => members).map((member): Found => ({ member, reason: 'owner' }));
  const touched = touches.flatMap(({ name, address }): Found[] => {
    const member = memberNamed(address, team) ?? memberNamed(name, team);
    return member ? [{ member, reason: 'last-change' }] : [];
  });
  const people = new Map<string, Askable>();
  for (const { member, reason } of [...owned, ...touched]) {
    if (member !== me && !people.has(member.name)) people.set(member.name, { party: partyOf(member), reason });
  }
  const names = new Set(owning.flatMap(({ channel }) => channel ?? []));
  const channels = [...names].map((name) => {
    const known = team?.channels.find((channel) => foldName(channel.name) === foldName(name));
    return { name: known?.name ?? name, purpose: known?.purpose ?? null, url: known?.url ?? null };
  });
  return {
    people: [...people.values()],
    otherOwners: owning
      .filter(({ members, channel }) => members.length === 0 && channel === null)
      .map(({ owner }) => owner),
    channels,
  };
}

interface Found {
  readonly member: Member;
  readonly reason: Askable['reason'];
}
