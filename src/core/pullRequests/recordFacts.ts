import { listedUpTo } from '../drafts/words';
import { joinParts } from '../text/compareText';
import { codeText, inlineText } from '../text/escape';
import type { LinkedRecord, PullRequestInput } from './pullRequestInput';

const mostFiles = 2;

/** Decisions, RFCs and runbooks that the branch touches, and what that means for a reviewer. */
export function recordFacts({ records }: PullRequestInput): string[] {
  return records.map((record) => `- ${meaning(record)}`);
}

function meaning(record: LinkedRecord): string {
  const { how, kind, status } = record;
  if (how !== 'governs') return `${how === 'added' ? 'New' : 'Changed'} here: ${nameOf(record)} (${whereOf(record)})`;
  const files = listedUpTo(mostFiles, record.files.slice(0, mostFiles).map(codeText), record.files.length);
  const which = files === '' ? '' : `: ${files}`;
  if (kind === 'runbook')
    return `Still right? ${nameOf(record)} (${whereOf(record)}) is about what changes here${which}`;
  if (status === 'proposed' || status === 'draft') {
    return `This touches what ${nameOf(record)} would govern (${whereOf(record)})${which}`;
  }
  return `This changes what ${nameOf(record)} governs (${whereOf(record)})${which}`;
}

function nameOf({ label, title }: LinkedRecord): string {
  return label === null ? inlineText(title) : `${inlineText(label)} ${inlineText(title)}`;
}

/** Status and path; no link, because where a pull request is shown a relative one leads nowhere. */
function whereOf({ kind, status, statusText, path }: LinkedRecord): string {
  const none = kind === 'runbook' ? '' : 'no status';
  const state = status === 'other' ? inlineText(statusText ?? '', 40) : status === 'none' ? none : status;
  return joinParts([state, codeText(path)], ', ');
}
