import { ownLines } from '../activity/ownLines';
import { closesAfter } from '../activity/ticketCues';
import { isTerm, type TicketRules } from '../activity/ticketRules';
import type { BranchCommit } from './branchFacts';

/** A word on which hosts close an issue, with what it closes, as written. */
export interface Closing {
  /** `Fixes`. */
  readonly word: string;
  /** `#12`, `AB#12`, `owner/repo#12`, `LED-42`, or the address of an issue. */
  readonly target: string;
}

const longestText = 8 * 1024;
const mostClosings = 10;
const pattern =
  /\b(clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implements?)\b:?[ \t]{1,4}((?:[A-Za-z0-9][\w.-]{0,60}\/[\w.-]{1,80}|AB)?#[1-9]\d{0,6}|[A-Z][A-Z0-9]{1,9}-[1-9]\d{0,6}|https?:\/\/[^\s<>()]{1,200}\/issues\/[1-9]\d{0,6})(?![\w-])/gi;
const projectTicket = /^([A-Z][A-Z0-9]{1,9})-(\d+)$/;
const code = /`[^`\n]*`/g;

/**
 * What messages close, each target once, in the order of the commits. Text in code is talked about, not meant, and so is
 * what another change closed, what is quoted of another project, what this one does not close, and what is a term and no
 * ticket: `fixes UTF-8 names`.
 */
export function closingsIn(
  commits: readonly Pick<BranchCommit, 'subject' | 'body' | 'trailers'>[],
  rules: TicketRules,
): Closing[] {
  const found = new Map<string, Closing>();
  for (const { subject, body, trailers } of commits) {
    const lines = [subject, ...ownLines(body), ...ownLines(trailers)];
    const text = lines.join('\n').slice(0, longestText).replace(code, ' ');
    for (const { 1: word = '', 2: target = '', index } of text.matchAll(pattern)) {
      const line = text.slice(Math.max(text.lastIndexOf('\n', index - 1) + 1, index - 200), index);
      if (closesAfter(line) && !found.has(target) && !isTermIn(target, rules))
        found.set(target, { word: word.charAt(0).toUpperCase() + word.slice(1), target });
    }
  }
  return [...found.values()].slice(0, mostClosings);
}

function isTermIn(target: string, rules: TicketRules): boolean {
  const [, letters = '', number = ''] = projectTicket.exec(target.toUpperCase()) ?? [];
  return isTerm(letters, number, rules);
}
