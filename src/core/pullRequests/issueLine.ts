import { anyOf } from '../text/wordList';

const issue =
  /fix(?:es)?|clos(?:e[sd]?|ing)|resolv(?:e[sd]?|ing)|relate[sd]?|refs?|references|issues?|tickets?|addresses|part of|jira|trello|linear|asana|favro|work items?/;
const beginning = new RegExp(`^(?:[-*+]\\s+)?[*_]{0,2}(?:${issue.source})\\b`, 'i');
/** What says nothing beside words for an issue: fill words, numbers and keys, real or made up, addresses and marks. */
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

/** `Fixes #12`, or what waits for such a number: `Resolves #<your issue id>`, `Closes LED-##`. Nothing else is on the line. */
export function isIssueLine(line: string): boolean {
  const text = line.replace(/<!--[^>]{0,200}-->/g, ' ').trim();
  return text.length < longest && beginning.test(text) && text.replace(gap, '') === '';
}
