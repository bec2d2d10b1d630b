import { plainWords, standards } from './ticketWords';

/** What a team calls tickets, as far as it says so. */
export interface TicketRules {
  /** Keys of projects, `LED`; empty where nobody lists them: then whatever looks like Jira's keys is one. */
  readonly keys: readonly string[];
  /** Letters before the numbers of this repository's records, `ADR`: they are no tickets. */
  readonly series: readonly string[];
}

export const anyTickets: TicketRules = { keys: [], series: [] };

/** Those of the listed projects alone, or any where none is listed. */
export function ticketsOf(keys: readonly string[]): TicketRules {
  return { ...anyTickets, keys };
}

/** What names a commit's work, in the order in which it is asked. */
interface TicketTexts {
  readonly branch: string | null;
  readonly subject: string;
  readonly body: string;
}

const longestText = 8 * 1024;

/**
 * A whole word: neither part of a longer one nor of a version. Jira's numbers do not begin with 0, those of records do.
 */
const keyPattern = /(?<![A-Za-z0-9_.])([A-Za-z][A-Za-z0-9_]{1,9})-([1-9]\d{0,6})(?![A-Za-z0-9_]|\.\d)/g;
/** Names of branches join words with `_` as well. */
const branchKey = /(?<![A-Za-z0-9.])([A-Za-z][A-Za-z0-9]{1,9})-([1-9]\d{0,6})(?![A-Za-z0-9]|\.\d)/g;
const inText = /(?<![\w#&/])(?:#|GH-)([1-9]\d{0,6})(?![\w])/g;
/** What hosts call a branch that they make for an issue: `10509-update-provider`, behind `feature/` too. */
const inBranchName = /(?:^|\/)([1-9]\d{2,6})[-_](?=\p{L}{2})/u;
/** Such numbers are years, sizes or what HTTP answers: `2026-roadmap`, `256-bit-keys`, `404-page`. */
const plainNumber = /^(?:(?:19|20)\d\d|[45]\d\d|100|128|256|512|1000|1024|2048|4096)$/;
/** Bugzilla's, as Mozilla's and WebKit's subjects begin. */
const bugInText = /^\s*bug[ -]([1-9]\d{4,7})(?!\w)/i;
const inBranch = /(?:^|[/_-])(?:gh|issues?)[-_/#]?([1-9]\d{0,6})(?![A-Za-z0-9])/i;
/** What a host adds to the subject of a squash-merge is the pull request, and no ticket. */
const pullRequest = /\s\(#[1-9]\d{0,6}\)\s*$/;
/** Before a number that is no ticket's: `follows PR #12`. */
const ofRequest = /\b(?:pr|mr|(?:pull|merge)[ -]request)s?\s*:?\s*$/i;
const cue =
  /(?:^|[^\w])(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|refs?|references|see|part of|for|issues?|tickets?|jira|story|task|bug)\s*:?\s*$/i;

/**
 * `LED-42` or `#123`, the leftmost that the branch names, else the subject, else the body; null where there is none.
 */
export function ticketOf({ branch, subject, body }: TicketTexts, rules: TicketRules = anyTickets): string | null {
  return (
    ticketInBranch(branch ?? '', rules) ??
    ticketIn(subject.replace(pullRequest, ''), rules, () => true) ??
    ticketIn(body, rules, (before) => before.trim() === '' || cue.test(before))
  );
}

function ticketInBranch(branch: string, rules: TicketRules): string | null {
  const text = branch.slice(0, longestText);
  for (const { 0: written, 1: letters = '', 2: number, index } of text.matchAll(branchKey)) {
    const key = letters.toUpperCase();
    if (!isProject(key, rules)) continue;
    // Small letters are a guess: it must begin the name and be no usual word.
    const isGuess = rules.keys.length === 0 && written !== written.toUpperCase();
    if (isGuess && (plainWords.has(key) || !/(?:^|\/)$/.test(text.slice(0, index)))) continue;
    return `${key}-${number}`;
  }
  const issue = inBranch.exec(text)?.[1];
  if (issue !== undefined) return `#${issue}`;
  const number = inBranchName.exec(text)?.[1];
  return number === undefined || plainNumber.test(number) ? null : `#${number}`;
}

/** @param counts whether one with these characters before it on its line is meant; keys that a team lists always are */
function ticketIn(text: string, rules: TicketRules, counts: (before: string) => boolean): string | null {
  const searched = text.slice(0, longestText);
  const bug = rules.keys.length === 0 ? bugInText.exec(searched)?.[1] : undefined;
  if (bug !== undefined) return `Bug ${bug}`;
  const lineBefore = (index: number) => searched.slice(searched.lastIndexOf('\n', index - 1) + 1, index).slice(-80);
  const keys = [...searched.matchAll(keyPattern)].flatMap(({ 0: written, 1: key = '', index }) => {
    const isKey = written === written.toUpperCase() && key !== 'GH' && isProject(key, rules);
    return isKey && (rules.keys.length > 0 || counts(lineBefore(index))) ? [{ ticket: written, index }] : [];
  });
  const numbers = [...searched.matchAll(inText)].flatMap(({ 1: number, index }) => {
    const before = lineBefore(index);
    return counts(before) && !ofRequest.test(before) ? [{ ticket: `#${number}`, index }] : [];
  });
  return [...keys, ...numbers].sort((a, b) => a.index - b.index)[0]?.ticket ?? null;
}

function isProject(key: string, { keys, series }: TicketRules): boolean {
  const isIn = (texts: readonly string[]) => texts.some((text) => text.toUpperCase() === key);
  if (keys.length > 0) return isIn(keys);
  return !standards.has(key) && !isIn(series);
}
