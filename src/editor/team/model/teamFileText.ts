import { readJsonTree } from '../../../core/team/jsonTree';
import type { Team } from '../../../core/team/team';

/** An author of commits in this repository. */
export interface Candidate {
  readonly name: string;
  readonly addresses: readonly string[];
  /** The login on GitHub, or null. */
  readonly github: string | null;
}

export interface NewMember extends Candidate {
  /** Null where the zone is not known yet. */
  readonly zone: string | null;
}

/** Text to insert at an offset in UTF-16 units. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** The candidates who are not members yet: no member has their address, login or name. */
export function notMembers<C extends Candidate>(candidates: readonly C[], { members }: Team): readonly C[] {
  const known = new Set(members.flatMap(({ name, addresses, github }) => keysOf({ name, addresses, github })));
  return candidates.filter((candidate) => !keysOf(candidate).some((key) => known.has(key)));
}

/** The text of a new team file with these members. */
export function newTeamFile(members: readonly NewMember[]): string {
  const list = members.length === 0 ? '[]' : `[\n${listed(members)}\n  ]`;
  return `{\n  "members": ${list}\n}\n`;
}

/**
 * The insertion that adds these members; existing text stays unchanged. Null where the text is no team file that can be
 * extended: it is invalid, or has no list of members.
 */
export function addMembers(text: string, members: readonly NewMember[]): Insertion | null {
  const { root, error } = readJsonTree(text);
  if (error !== null || root?.kind !== 'object') return null;
  const list = root.entries.find(({ key }) => key === 'members')?.value;
  if (list?.kind !== 'list') return null;
  const last = list.items.at(-1);
  if (last) return { offset: last.offset + last.length, text: `,\n${listed(members)}` };
  return { offset: list.offset + 1, text: `\n${listed(members)}\n  ` };
}

/** One line for each member. The zone comes last, so that a person can easily add one later. */
function listed(members: readonly NewMember[]): string {
  const texts = members.map(({ name, addresses, github, zone }) => {
    const list = `[${addresses.map((address) => JSON.stringify(address)).join(', ')}]`;
    const lines = [
      `"name": ${JSON.stringify(name)}`,
      `"addresses": ${list}`,
      ...(github === null ? [] : [`"github": ${JSON.stringify(github)}`]),
      ...(zone === null ? [] : [`"zone": ${JSON.stringify(zone)}`]),
    ];
    return `    {\n${lines.map((line) => `      ${line}`).join(',\n')}\n    }`;
  });
  return texts.join(',\n');
}

function keysOf({ name, addresses, github }: Candidate): readonly string[] {
  const login = github === null ? [] : [`github ${github}`];
  return [`name ${name}`, ...addresses.map((address) => `address ${address}`), ...login].map((key) =>
    key.toLowerCase(),
  );
}
