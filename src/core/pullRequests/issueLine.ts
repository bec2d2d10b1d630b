import { projectKey, ticketKey } from '../activity/ticketKey';
import { anyOf } from '../text/wordList';

const issue =
  /fix(?:e[sd])?|clos(?:e[sd]?|ing)|resolv(?:e[sd]?|ing)|relate[sd]?|refs?|references|issues?|tickets?|addresses|part of|story|jira|trello|linear|asana|favro|work items?|ab(?=#)/;
const beginning = new RegExp(`^(?:[-*+]\\s+)?[*_]{0,2}(?:${issue.source})\\b`, 'i');
/** What a line about an issue may have beside words for it: fill words, numbers and keys, real or made up, URLs, marks. */
const gap = new RegExp(
  anyOf(
    `\\b(?:${issue.source})\\b`,
    /\b(?:numbers?|nr|id|link(?:ed|s)?|url|card|to|for|and|the|a|an|or|here|if|any|applicable|relevant|your|this|github|gitlab|issue_number)\b/,
    /\b(?:x{2,8}|n{2,8}|\d{1,7}|[a-z][a-z0-9]{1,9}-(?:x{1,6}|n{2,6}|\d{1,5}))\b|\b[a-z][a-z0-9]{1,9}-(?=[#<[{_])/,
    /\b[\w.-]{1,60}\/[\w.-]{1,60}(?=#)|https?:\/\/\S{1,200}|[#\s:*_,.()[\]<>{}/+-]/,
  ),
  'gi',
);
const longest = 160;
const longestLink = 400;

/** `#12`, `LED-42`, or an address that ends in one of them or in a number. */
const target = new RegExp(
  anyOf(
    String.raw`(?<![\w#/])(?:(?:[\w.-]{1,60}\/[\w.-]{1,80}|AB)?#\d{1,7}|${ticketKey})(?![\w-])`,
    /https?:\/\/\S{3,300}?[/=#-]\d{1,9}(?![\w-])/,
  ),
);
/** A made-up key of a project: `LED-XXX`, `ABC-000`. */
const gapOfProject = String.raw`\b${projectKey}-(?:X{1,6}|x{1,6}|N{1,6}|n{2,6}|0{1,6}|#{1,6}|\?{1,6}|YYYY|ID|NUMBER)(?![\w-])`;
/** What stands in a template where a key or number is to go: `LED-XXX`, `XXX`, `<id>`, `{ticket number}`. */
const gapKey = anyOf(
  gapOfProject,
  /\b(?:X{2,8}|x{3,8}|N{3,8}|0{3,8})(?![\w-])/,
  /\b(?:ISSUE|TICKET|STORY|JIRA|TASK)(?:[_-]?(?:ID|NUMBER|KEY|NR))?(?![\w-])/,
  /[<{[](?:your |the |ticket|issue|story|jira|task|id|key|number|nr|#)[\w #-]{0,30}[>}\]]/,
);
/** A key that is an example in a template, and may be a real one in a description. */
const exampleKey = String.raw`\b${projectKey}-1234?5?(?![\w-])`;
const projectTicket = new RegExp(`^${projectKey}-\\d`);
const address = /https?:\/\/(?:[^\s()<>[\]{}]|[<{[][\w #-]{1,40}[>}\]]){3,300}/;
const anyKey = `(?:${gapKey}|${exampleKey})`;
/** A place for a project's key rather than a number. `ISSUE-NUMBER` only describes what goes there. */
const takesKey = new RegExp(
  anyOf(
    `(?!(?:ISSUE|TICKET|STORY|TASK)-(?:ID|NUMBER)\\b)${gapOfProject}`,
    exampleKey,
    /\/browse\/|selectedIssue=|\b[Jj](?:ira|IRA)\b/,
  ),
);
/** The end of an address that leads to an issue: a gap, or nothing at all. */
const linkGap = new RegExp(
  `(?:/browse/|/issues?/|/tickets?/|/stor(?:y|ies)/|/cards?/|/work_?items?/|[?&](?:id|issue|ticket|selectedIssue)=)(?:${anyKey})?$`,
  'i',
);

/** Whether a line is only `Fixes #12`, or a place for such a number: `Resolves #<your issue id>`, `Closes LED-##`. */
export function isIssueLine(line: string): boolean {
  const text = withoutComments(line).trim();
  return text.length < longest && beginning.test(text) && text.replace(gap, '') === '';
}

/** Whether a line has a URL with a gap for the ticket: `[Link to story](https://tracker.example/browse/LED-XXX)`. */
export function isIssueLink(line: string): boolean {
  return line.length < longestLink && linkGap.test(address.exec(line)?.[0] ?? '');
}

/** Whether a line about issues names one. The check of a description and the filling of a template both ask this. */
export function namesIssue(line: string): boolean {
  return target.test(withoutComments(line).replace(new RegExp(gapKey, 'g'), ' '));
}

/** Whether what a line waits for is the key of a project: `Jira: LED-000`, and not `Fixes #<number>`. */
export function waitsForKey(line: string): boolean {
  return takesKey.test(withoutComments(line));
}

/** Whether a ticket is the key of a project, `LED-42`, and no number. */
export function isProjectKey(ticket: string): boolean {
  return projectTicket.test(ticket);
}

/**
 * The line with the ticket in its URL, and in its text where that has the gap, too.
 * @returns null where the address takes another kind of ticket: a project's key, and not a number
 */
function fillIssueLink(line: string, ticket: string): string | null {
  const [url = ''] = address.exec(line) ?? [];
  const gapOfUrl = new RegExp(`${anyKey}$`).exec(url)?.[0] ?? '';
  const isKey = isProjectKey(ticket);
  if (takesKey.test(url) !== isKey) return null;
  const filled = `${url.slice(0, url.length - gapOfUrl.length)}${isKey ? ticket : ticket.replace(/^\D+/, '')}`;
  const text = line.replace(url, '\n').replace(new RegExp(`#?${anyKey}`, 'g'), () => ticket);
  return text.replace('\n', () => filled);
}

/** `AB#`: a line that waits for no more than the number of a work item of Azure Boards. */
const workItem = /^(\W{0,20})AB#(?:\d{0,7}|[Xx]{1,8}|<[^<>]{1,30}>)\s*$/;

/** Whether a line has a place into which the ticket itself is written. */
export function isIssuePlace(line: string): boolean {
  return isIssueLink(line) || workItem.test(line);
}

/** The line with the ticket in its place; null where it takes another kind of ticket. */
export function fillIssuePlace(line: string, ticket: string): string | null {
  const before = workItem.exec(line)?.[1];
  if (before === undefined) return fillIssueLink(line, ticket);
  return ticket.startsWith('AB#') ? before + ticket : null;
}

/** The label of a line about an issue, before its gap: `**Related issue**:`, `Part of`; null for a closing word. */
export function issueLabel(line: string): string | null {
  const text = withoutComments(line).trimEnd();
  const [label = ''] = /^[^:]{1,80}:(?:\*\*|__)?/.exec(text) ?? /^[^#<{[]{1,80}/.exec(text) ?? [];
  const words = label.replace(new RegExp(gapKey, 'g'), '').trimEnd();
  return words === '' || /^\W*(?:fix|clos|resolv)/i.test(words) ? null : words;
}

function withoutComments(line: string): string {
  return line.replace(/<!--[^>]{0,200}-->/g, ' ');
}
