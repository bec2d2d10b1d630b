import type { Member, Team } from './team';

/** What is known of the person at the keyboard; each is null where it is not. */
export interface Myself {
  /** A member's name or address, from the setting. It goes before what git knows. */
  readonly chosen: string | null;
  readonly name: string | null;
  readonly address: string | null;
}

/** The member that the person is, or null. An address tells more than a name, and two of one name tell nothing. */
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
