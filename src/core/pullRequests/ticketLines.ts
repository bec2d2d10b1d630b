import type { DraftLine } from '../drafts/draft';
import { choose } from '../drafts/prompts';
import { append } from '../lists';
import type { Answers } from './answers';
import { fillIssuePlace, isIssuePlace, isProjectKey, issueLabel, waitsForKey } from './issueLine';
import type { TemplateLine } from './templateSections';

/** A ticket for an issue line, with the closing word that the author's commits have, or null. */
export interface TicketLine {
  readonly closes: string | null;
  readonly target: string;
}

export function ticketsTold({ ticket }: Answers): readonly TicketLine[] {
  return ticket.facts.flatMap((fact) => {
    const [, word = '', target = ''] = (typeof fact === 'string' && /^(\S+) (\S+)$/.exec(fact)) || [];
    return target === '' ? [] : [{ closes: word === 'For' ? null : word, target }];
  });
}

/**
 * Which of a section's lines about issues takes which: keys of a tracker go to the line that waits for such a key
 * (`Jira: LED-000`), numbers to one that does not, and what has no line of its own to the first.
 */
export function sharedOut(
  tickets: readonly TicketLine[],
  lines: readonly TemplateLine[],
): ReadonlyMap<TemplateLine, readonly TicketLine[]> {
  const waiting = lines.filter(({ kind }) => kind === 'issue');
  const shared = new Map<TemplateLine, TicketLine[]>();
  for (const ticket of tickets) {
    const line = waiting.find(({ text }) => waitsForKey(text) === isProjectKey(ticket.target)) ?? waiting[0];
    if (line) append(shared, line, ticket);
  }
  return shared;
}

/**
 * A line that waits for an issue, with what is known: in its URL where that takes the ticket, after its label, or as
 * `Fixes #12` where the author's commits have it. The author chooses the word for a ticket that no commit closes.
 */
export function issueLines(tickets: readonly TicketLine[], written: string): DraftLine[] {
  if (isIssuePlace(written)) {
    const lines = tickets.map(({ closes, target }) => ({
      filled: fillIssuePlace(written, target),
      line: `${closes ?? 'For'} ${target}`,
    }));
    const isFilled = lines.some(({ filled }) => filled !== null);
    return [...(isFilled ? [] : [written]), ...lines.map(({ filled, line }) => filled ?? line)];
  }
  const label = issueLabel(written);
  if (label !== null) {
    const targets = tickets.map(({ closes, target }) => (closes === null ? target : `${closes} ${target}`));
    if (/:\W{0,200}$/.test(label)) return [`${label} ${targets.join(', ')}`];
    return targets.map((target, at) => (tickets[at]?.closes === null ? `${label} ${target}` : target));
  }
  const word = /\b(?:fix|clos|resolv)\w{0,3}\b/i.exec(written)?.[0] ?? 'Fixes';
  const mark = /^\s*[-*+]\s+/.exec(written)?.[0] ?? '';
  return tickets.map(({ closes, target }) => [
    mark,
    ...(closes === null ? [choose([word, 'Part of']), ` ${target}`] : [`${closes} ${target}`]),
  ]);
}
