import { inlineText } from '../text/escape';
import { type Message, messagesOf } from './messages';
import { isFixup, messageLine } from './messageText';
import type { LinkedRecord, PullRequestInput } from './pullRequestInput';

const mostDecisions = 2;
const mostMessages = 4;
/** Of more commits than these no single commit's reason is that of the branch. */
const mostReasons = 8;
const mostBlocks = 10;
const mostBlocksOfMessage = 5;

/** Why the branch is there, in the words of its commits and of the decisions that it is about. */
export function whyFacts({ change, records }: PullRequestInput): string[] {
  const isOnly = change.commits.filter(({ subject }) => !isFixup(subject)).length === 1;
  const reasons = messagesOf(change.commits).filter(({ hasReason }) => hasReason);
  const told = reasons.length > mostReasons ? [] : reasons;
  const shown = longest(told).map(({ subject, blocks }) => (isOnly ? blocks : underSubject(subject, blocks)));
  const each = shown.length === 1 ? mostBlocks : mostBlocksOfMessage;
  const blocks = shown.flatMap((message) => message.slice(0, each)).slice(0, mostBlocks);
  const left = told.length - shown.length;
  const more = left > 0 ? [[left === 1 ? 'One more commit says more.' : `${left} more commits say more.`]] : [];
  const decisions = records
    .filter(isAbout)
    .slice(0, mostDecisions)
    .map((record) => [decisionLine(record)]);
  return [...decisions, ...blocks, ...more].flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}

/** Those that say most, in their order: what prepares the ground comes first and has least to say. */
function longest(messages: readonly Message[]): readonly Message[] {
  const length = ({ blocks }: Message) => blocks.flat().join(' ').length;
  const first = new Set(messages.toSorted((a, b) => length(b) - length(a)).slice(0, mostMessages));
  return messages.filter((message) => first.has(message));
}

/** Of several messages each says which commit it is of. */
function underSubject(subject: string, blocks: readonly (readonly string[])[]): (readonly string[])[] {
  const lead = `**${messageLine(subject.replace(/[.:]+$/, ''), 120)}.**`;
  const [first = [], ...others] = blocks;
  const [line = ''] = first;
  if (first.length === 1 && !line.startsWith('- ')) return [[`${lead} ${line}`], ...others];
  return [[lead], ...blocks];
}

/** A record that is linked to a file may have nothing to do with this change; one that is edited here, or named in a commit, has. */
function isAbout({ kind, how, named, decision }: LinkedRecord): boolean {
  return decision !== null && kind !== 'runbook' && (how === 'added' || how === 'changed' || named);
}

function decisionLine({ label, title, status, decision }: LinkedRecord): string {
  const state = status === 'none' || status === 'other' ? '' : ` (${status})`;
  return `${inlineText(label ?? title)}${state}: “${inlineText(decision ?? '', 400)}”`;
}
