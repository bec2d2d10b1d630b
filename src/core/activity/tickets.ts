import { ownLines } from './ownLines';
import { withoutRequest } from './requestSuffix';
import { idJoint, isLast, isMeantBy, isMeantInSubject, isMention } from './ticketCues';
import { projectKey } from './ticketKey';
import { anyTickets, isProject, type TicketRules } from './ticketRules';
import { mayBeKey } from './ticketWords';

/** Texts that may name a commit's ticket, in the order in which they are searched. The body includes trailers. */
interface TicketTexts {
  readonly branch: string | null;
  readonly subject: string;
  readonly body: string;
}

/** An id in a line, with the text on both sides. */
interface Found {
  readonly ticket: string;
  readonly before: string;
  readonly after: string;
  /** A number of an issue or a listed key: no other word looks like it. */
  readonly certain: boolean;
}

const longestBranch = 500;
const longestText = 8 * 1024;
/** UTF-16 units of a line that are examined on each side of an id. */
const longestSide = 200;

/**
 * A whole word, neither part of a longer one nor of a version: `LED-42`, `#12`, `GH-12`, `AB#19`. Jira's numbers do not
 * begin with 0, those of records do.
 */
const inText = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.&/#-])(?:(${projectKey})-([1-9]\d{0,6})|(AB)?#([1-9]\d{0,6}))(?![\p{L}\p{N}_]|\.\d|-\p{L})`,
  'gu',
);
/** Names of branches join words with `_` as well. */
const inBranch = /(?<![A-Za-z0-9.])([A-Za-z][A-Za-z0-9]{1,9})-([1-9]\d{0,6})(?![A-Za-z0-9]|\.\d)/g;
/** `gh-12`, `issue/12`, `issues_12`, `fix#12`. */
const issueInBranch =
  /(?:(?:^|[/_-])(?:gh|issues?)[-_/]?#?|(?<!\b(?:pr|mr|pull|[cf])[-_/]?)#)([1-9]\d{0,6})(?![A-Za-z0-9])/i;
/** What hosts call a branch that they make for an issue: `10509-update-provider`, behind `feature/` too. */
const numberInBranch = /(?:^|\/)([1-9]\d{2,6})[-_](?=\p{L}{2})/u;
/** Such numbers are years, sizes or what HTTP answers: `2026-roadmap`, `256-bit-keys`, `404-page`. */
const plainNumber = /^(?:(?:19|20)\d\d|[45]\d\d|100|128|256|512|1000|1024|2048|4096)$/;
/** Branches that a tool made for a dependency, or that take back, precede or free other work. */
const notFor =
  /^(?:dependabot|renovate|snyk|greenkeeper|pyup|depfu|imgbot|whitesource)[/-]|(?:^|[/_-])(?:revert|undo|rollback|backout|unblock|after|before|without|pre|post)[-_/](?:\d{1,7}[-_])?$/i;
/** Bugzilla's, as Mozilla's and WebKit's subjects begin. */
const bugzilla = /^\s*bug[ -]([1-9]\d{4,7})(?!\w)/i;
const bugTrailer = /^\s*bugs?\s{0,3}:\s{0,3}([1-9]\d{4,7})(?!\w)/i;
/** Where a team lists its keys, any mark stands between the words of a branch's name: `ada.led-42.totals`, `LED_42`. */
const listedInBranch = /(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9]{1,9})[-_]([1-9]\d{0,6})(?![A-Za-z0-9]|\.\d)/g;
/** Before a number that is a request's: `follows PR #12`, or a colour's. */
const ofRequest = /\b(?:pr|mr|(?:pull|merge)[ -]request|colou?r|hex|background|fill|stroke)s?\s{0,3}:?\s{0,3}$/i;
/** A tracker's page stands for the id in its address. */
const trackerPages: readonly (readonly [page: RegExp, id: string])[] = [
  [
    /https?:\/\/[^\s/<>()]{1,200}\/(?:[^\s/<>()]{1,80}\/){0,6}(?:browse|issues?|tickets?|story|stories|tasks?|t|c)\/([A-Za-z][A-Za-z0-9_]{1,9}-[1-9]\d{0,6})(?:[/?#][^\s<>()]{0,300})?/g,
    '$1',
  ],
  [/https?:\/\/[^\s<>()]{1,300}\/_workitems\/edit\/([1-9]\d{0,6})(?:[/?#][^\s<>()]{0,300})?/g, 'AB#$1'],
];
/** A link counts by its words; code and quotations only mention things. */
const links = /\[([^[\]\n]{1,200})\]\([^()\s]{1,500}\)/g;
const reverted = /^((?:[\w/-]{1,20}(?:\([^()]{0,40}\))?!?:\s)?(?:revert|reapply|reland)\s)["“].{1,300}["”]/iu;
const spoken = /`[^`\n]{1,300}`|"[^"\n]{1,300}"|“[^”\n]{1,300}”|„[^“”\n]{1,300}[“”]|«[^»\n]{1,300}»/g;
/** What a subject may have before its ticket: `fix(totals)!: `, `WIP: `, `fixup! `, `[core] `, an emoji. */
const subjectStart =
  /^(?:\s|(?:fixup|squash|amend)!|\[(?:wip|draft|[a-z][\w /-]{0,30})\]|:\w{1,30}:|\p{Extended_Pictographic}|\uFE0F|\u200D|(?!revert)[\p{L}\w./-]{1,30}(?:\([^()]{0,60}\))?!?:(?=\s))*$/iu;
/** `fix(LED-42): `, `feat/LED-42: `. */
const scopeStart = /^[\p{L}\w-]{1,20}[(/]$/u;

/**
 * The ticket that the work is for, `LED-42`, `#123` or `AB#19`: that of the branch, else of the subject, else of the
 * body. A ticket that a message only speaks of ("see", "removed as part of", "unblocks", "reverts") is none, whether
 * its key is listed or not. Null where there is none.
 */
export function ticketOf({ branch, subject, body }: TicketTexts, rules: TicketRules = anyTickets): string | null {
  return (
    ticketInBranch((branch ?? '').slice(0, longestBranch), rules) ??
    ticketInSubject(subject.slice(0, longestText), rules) ??
    ticketInBody(body.slice(0, longestText), rules)
  );
}

/** An id, and what goes on with the next one of a list. */
const listed = new RegExp(`[-#][1-9]\\d{0,6}${idJoint}$`, 'iu');

/** All tickets that a message says it is for, each once, in order; those of a list, too. */
export function ticketsNamed({ subject, body }: Omit<TicketTexts, 'branch'>, rules: TicketRules): readonly string[] {
  const line = withoutSpoken(withoutRequest(subject.slice(0, longestText)));
  const inSubject = meantIn(idsIn(line, rules), isOfSubject);
  const inBody = ownLines(body.slice(0, longestText)).flatMap((written) =>
    meantIn(idsIn(withoutSpoken(written), rules), isOfBody),
  );
  return [...new Set([...inSubject, ...inBody])];
}

function meantIn(found: readonly Found[], isMeant: (found: Found) => boolean): readonly string[] {
  const tickets: string[] = [];
  let isList = false;
  for (const each of found) {
    isList = isMeant(each) || (isList && listed.test(each.before));
    if (isList) tickets.push(each.ticket);
  }
  return tickets;
}

function ticketInBranch(name: string, rules: TicketRules): string | null {
  for (const { 0: written, 1: letters = '', 2: number = '', index } of name.matchAll(
    rules.keys.length > 0 ? listedInBranch : inBranch,
  )) {
    const [before, after] = [name.slice(0, index), name.slice(index + written.length)];
    const key = letters.toUpperCase();
    if (notFor.test(before) || !isProject(key, number, rules)) continue;
    // Small letters are a guess where no key is listed: they must begin the name.
    const isGuess = rules.keys.length === 0 && letters !== key;
    if (!isGuess || (/(?:^|\/)$/.test(before) && mayBeKey(letters, number, after))) return `${key}-${number}`;
  }
  const issue = issueInBranch.exec(name);
  if (issue && !notFor.test(name.slice(0, issue.index + (issue[0].startsWith('#') ? 0 : 1)))) return `#${issue[1]}`;
  const number = numberInBranch.exec(name)?.[1];
  return number === undefined || plainNumber.test(number) || notFor.test(name) ? null : `#${number}`;
}

function ticketInSubject(subject: string, rules: TicketRules): string | null {
  const bug = rules.keys.length === 0 ? bugzilla.exec(subject)?.[1] : undefined;
  if (bug !== undefined) return `Bug ${bug}`;
  // What a host adds to the subject of a squash-merge is the pull request, and no ticket.
  const line = withoutSpoken(withoutRequest(subject));
  return idsIn(line, rules).find((found) => isOfSubject(found))?.ticket ?? null;
}

function isOfSubject({ before, after, certain }: Found): boolean {
  if (before.trim() === '' || subjectStart.test(before.replace(/[[(]$/, ''))) return true;
  if (scopeStart.test(before) && /^\)?!?:/.test(after)) return true;
  if (/[[(]\s{0,2}$/.test(before) && /^[^[\]()]{0,100}[\])]/.test(after)) return true;
  if (isMeantInSubject(before, after)) return true;
  if (isMention(before)) return false;
  return certain || (/[,;:|·–—-]\s{0,2}$/.test(before) && /^[\s.]*$/.test(after));
}

function ticketInBody(body: string, rules: TicketRules): string | null {
  for (const written of ownLines(body)) {
    const bug = rules.keys.length === 0 ? bugTrailer.exec(written)?.[1] : undefined;
    if (bug !== undefined) return `Bug ${bug}`;
    const found = idsIn(withoutSpoken(written), rules).find((id) => isOfBody(id));
    if (found) return found.ticket;
  }
  return null;
}

function isOfBody({ before, after }: Found): boolean {
  const start = before.replace(/^[\s*+•–-]{0,8}/, '');
  const isFirst = /^[[(<]?$/.test(start);
  if (isFirst && (isLast(after) || /^(?:\]|\)?(?::|\s[–—-]\s))/.test(after))) return true;
  return isMeantBy(before, after);
}

/** Every id of a line, in order. */
function idsIn(line: string, rules: TicketRules): Found[] {
  return [...line.matchAll(inText)].flatMap(({ 0: written, 1: key, 2: number = '', 3: board, 4: issue, index }) => {
    const before = index > longestSide ? `…${line.slice(index - longestSide, index)}` : line.slice(0, index);
    const place = { before, after: line.slice(index + written.length).slice(0, longestSide) };
    if (issue !== undefined || key === 'GH') {
      return ofRequest.test(before) ? [] : [{ ticket: `${board ?? ''}#${issue ?? number}`, certain: true, ...place }];
    }
    if (key === undefined || !isProject(key, number, rules)) return [];
    return [{ ticket: written, certain: rules.keys.length > 0, ...place }];
  });
}

function withoutSpoken(line: string): string {
  // A revert of a revert quotes its title twice, so the whole quotation goes: it may name tickets and a request.
  const plain = line.replace(links, '$1').replace(reverted, '$1 … ').replace(spoken, ' … ');
  return trackerPages.reduce((text, [page, id]) => text.replace(page, id), plain);
}
