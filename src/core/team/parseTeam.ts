import type { Team } from './team';

/**
 * `json`: cannot be read as JSON from there on. `too-large`: the file, a list or the nesting. `type`: a text, a list...
 * was expected. `zone-*`: see ZoneRefusal. `unknown-key`: the schema has no such key. `unknown-name`: no member is
 * called that. `repeated`: a name or an address that somebody else has. `missing`: a value that is needed.
 */
export type TeamProblemCode =
  | 'json'
  | 'too-large'
  | 'type'
  | 'hours'
  | 'day'
  | 'date'
  | 'zone-abbreviation'
  | 'zone-offset'
  | 'zone-unknown'
  | 'unknown-key'
  | 'unknown-name'
  | 'repeated'
  | 'missing';

export interface TeamProblem {
  readonly code: TeamProblemCode;
  /** Where it is: `members[2].zone`; empty for the file. */
  readonly path: string;
  /** The offending value, as written, at most 100 characters; for `missing` the object that lacks it. */
  readonly value: string;
  /** Of the offending value, in UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly length: number;
}

export interface ParsedTeam {
  readonly team: Team;
  readonly problems: readonly TeamProblem[];
}

/** Reads a team file. Never throws: what is not understood is a problem at its place, and the rest is used. */
export function parseTeam(_text: string): ParsedTeam {
  const urgent = { when: [], path: [] };
  return { team: { members: [], teams: [], channels: [], responses: [], urgent, glossary: [] }, problems: [] };
}
