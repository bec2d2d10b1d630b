import { readJsonTree } from '../../../core/team/jsonTree';
import type { Team } from '../../../core/team/team';

/** Somebody who committed here. */
export interface Candidate {
  readonly name: string;
  readonly addresses: readonly string[];
  /** Login at GitHub, or null. */
  readonly github: string | null;
}

export interface NewMember extends Candidate {
  /** Null where nobody has said it yet. */
  readonly zone: string | null;
}

/** Text to put at a place, counted in UTF-16 units. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** The candidates who are no members yet: none of the members has their address, their login or their name. */
export function notMembers<C extends Candidate>(candidates: readonly C[], { members }: Team): readonly C[] {
  const known = new Set(members.flatMap(({ name, addresses, github }) => keysOf({ name, addresses, github })));
  return candidates.filter((candidate) => !keysOf(candidate).some((key) => known.has(key)));
}

/** A team file of these members alone. */
export function newTeamFile(members: readonly NewMember[]): string {
  return `${JSON.stringify({ members: members.map(toJson) }, null, 2)}\n`;
}

/**
 * What to insert so that these are members too; nothing that is written is touched. Null where the text is no team file
 * that can be added to: it is broken, or has no list of members.
 */
export function addMembers(text: string, members: readonly NewMember[]): Insertion | null {
  const { root, error } = readJsonTree(text);
  if (error !== null || root?.kind !== 'object') return null;
  const list = root.entries.find(({ key }) => key === 'members')?.value;
  if (list?.kind !== 'list') return null;
  const written = members.map((member) => JSON.stringify(toJson(member), null, 2).replace(/^/gm, '    ')).join(',\n');
  const last = list.items.at(-1);
  if (last) return { offset: last.offset + last.length, text: `,\n${written}` };
  return { offset: list.offset + 1, text: `\n${written}\n  ` };
}

/** Zones come last: whoever fills them in later finds them in the same place everywhere. */
function toJson({ name, addresses, github, zone }: NewMember): Record<string, unknown> {
  return { name, addresses, ...(github !== null && { github }), ...(zone !== null && { zone }) };
}

function keysOf({ name, addresses, github }: Candidate): readonly string[] {
  const login = github === null ? [] : [`github ${github}`];
  return [`name ${name}`, ...addresses.map((address) => `address ${address}`), ...login].map((key) =>
    key.toLowerCase(),
  );
}
