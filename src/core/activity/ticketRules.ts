import { recordLabel } from '../names/series';
import type { DocRecord } from '../records/record';
import { isTechnical } from './ticketWords';

/** What a team calls tickets, as far as it says so. */
export interface TicketRules {
  /** Keys of projects, `LED`; empty where the team lists none: then whatever looks like Jira's keys is one. */
  readonly keys: readonly string[];
  /** What this repository's records are cited by, without zeros: `PROP-12`. They are no tickets. */
  readonly records: ReadonlySet<string>;
}

export const anyTickets: TicketRules = { keys: [], records: new Set() };

/** Those of the listed projects alone, or any where none is listed, except for the repository's records. */
export function ticketsOf(keys: readonly string[], records: readonly DocRecord[] = []): TicketRules {
  const labels = records.map(
    (record) =>
      recordLabel(record)
        ?.toUpperCase()
        .replace(/-0+(?=\d)/, '-') ?? '',
  );
  return { keys, records: new Set(labels) };
}

/** Whether a key with a number is one of a project. */
export function isProject(key: string, number: string, rules: TicketRules): boolean {
  return rules.keys.length > 0 ? isListed(key, rules) : !isTerm(key, number, rules);
}

/** Whether this is a term or a record, and no ticket. A key that the team lists is one, whatever it looks like. */
export function isTerm(key: string, number: string, rules: TicketRules): boolean {
  return !isListed(key, rules) && (isTechnical(key, number) || rules.records.has(`${key}-${number}`));
}

function isListed(key: string, { keys }: TicketRules): boolean {
  return keys.some((text) => text.toUpperCase() === key);
}
