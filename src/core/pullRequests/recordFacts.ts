import { codeText, inlineText } from '../drafts/escape';
import { listedUpTo } from '../drafts/words';
import type { LinkedRecord, PullRequestInput } from './pullRequestInput';

const mostFiles = 2;

/** Decisions, RFCs and runbooks that the branch touches, and what that means for a reviewer. */
export function recordFacts({ records }: PullRequestInput): string[] {
  return records.map((record) => `- ${meaning(record)}`);
}

/** A path and no link: where a pull request is shown, a relative one leads nowhere. */
function nameOf({ label, title, path }: LinkedRecord): string {
  const name = label === null ? inlineText(title) : `${inlineText(label)} ${inlineText(title)}`;
  return `${name} (${codeText(path)})`;
}

function meaning(record: LinkedRecord): string {
  const { how, kind, status, statusText } = record;
  const state = status === 'other' ? inlineText(statusText ?? '', 40) : status === 'none' ? '' : status;
  const is = state === '' ? '' : `, ${state}`;
  if (how !== 'governs') return `${how === 'added' ? 'New' : 'Changed'} here: ${nameOf(record)}${is}`;
  const files = listedUpTo(mostFiles, record.files.slice(0, mostFiles).map(codeText), record.files.length);
  const which = files === '' ? '' : `: ${files}`;
  if (kind === 'runbook') return `Still right? ${nameOf(record)} is about what changes here${which}`;
  if (status === 'proposed' || status === 'draft') {
    return `${nameOf(record)} is ${status === 'draft' ? 'a draft' : 'proposed'}, and this touches what it is about${which}`;
  }
  return `This changes what ${nameOf(record)}${is} governs${which}`;
}
