import { isDetachedName } from './heads';
import { idJoint } from './ticketCues';

/** `feature/LED-42-split_ledger` says "split ledger"; `''` where nothing is left that is a word. */
export function wordsOfBranch(branch: string, ticket: string | null): string {
  const ownName = branch.slice(branch.lastIndexOf('/') + 1);
  const id = ticket?.replace(/^(?:AB)?#/, '').toLowerCase() ?? '';
  const at = id === '' ? -1 : ownName.toLowerCase().indexOf(id);
  const rest = at < 0 ? ownName : ownName.slice(at + id.length);
  const words = rest.replace(/[-_\s]+/g, ' ').trim();
  return /\p{L}{3}/u.test(words) && !/^patch \d+$/.test(words) && !isDetachedName(branch) ? words : '';
}

/** Between two ids: `LED-1, LED-2`, `LED-1] [LED-2`. */
const joint = `(?:${idJoint}|[\\])]\\s?[[(])`;
const ids = `(?:Bug )?[\\w#!-]{2,20}(?:${joint}[\\w#!-]{2,20}){0,5}`;
/** `Fix #12: …`, and `bug #12 …` as Symfony's projects write it. */
const leadingTickets = new RegExp(
  `^(?:(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|bug(?=\\s+[#!])|feature|minor|refactor|issue|task|docs)\\s+)?[[(]?(${ids})[\\])]?(?:\\s*[:–-]\\s*|\\s+)`,
  'iu',
);
const ticketsAtEnd = new RegExp(`\\((${ids})\\)$`, 'iu');
const betweenTickets = new RegExp(joint, 'iu');

/** `LED-42, LED-43: split the ledger` and `split the ledger (#12)` without the tickets, which stand beside it. */
export function subjectWithout(subject: string, ticket: string | null, also: readonly string[] = []): string {
  const known = new Set([ticket, ...also].map((each) => each?.toUpperCase()));
  const withoutKnown = (text: string, pattern: RegExp) =>
    text.replace(pattern, (written, named: string) =>
      named.split(betweenTickets).every((each) => known.has(each.toUpperCase())) ? '' : written,
    );
  const text = withoutKnown(subject, ticketsAtEnd).trimEnd();
  return withoutKnown(text, leadingTickets) || subject;
}
