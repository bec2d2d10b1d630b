import type { TicketRules } from '../activity/ticketRules';
import { ticketOf, ticketsNamed } from '../activity/tickets';
import type { BranchCommit } from './branchFacts';

/** `Refs: LED-50, #12`. */
const footer = /^(?:refs?|references|relate[sd]?(?:[ -]to)?|part-of|tickets?|issues?|jira)[ \t]*:[ \t]*(.{1,300})$/gim;
const longestFooters = 8 * 1024;
const mostTickets = 5;

/**
 * The tickets that messages say they are for, and those to which their footers refer, each once, in the order of the
 * commits; at most 5.
 */
export function referredTickets(
  commits: readonly Pick<BranchCommit, 'subject' | 'body' | 'trailers'>[],
  rules: TicketRules,
): string[] {
  const found = commits.flatMap(({ subject, body, trailers }) => [
    ...ticketsNamed({ subject, body }, rules),
    ...[...trailers.slice(0, longestFooters).matchAll(footer)].flatMap(([, targets = '']) =>
      targets.split(/[,;\s]+/).flatMap((target) => ticketOf({ branch: null, subject: target, body: '' }, rules) ?? []),
    ),
  ]);
  return [...new Set(found)].slice(0, mostTickets);
}
