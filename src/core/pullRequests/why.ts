import { count } from '../drafts/words';
import { inlineText } from '../text/escape';
import { withoutEnd } from '../text/withoutEnd';
import { type Message, messagesOf } from './messages';
import { isFixup, messageLine } from './messageText';
import type { LinkedRecord, PullRequestInput } from './pullRequestInput';
import { reasonIn } from './reasons';

const mostDecisions = 2;
const mostMessages = 4;
/** Of more commits than these no single commit's reason is that of the branch. */
const mostReasons = 8;
const mostBlocks = 10;

/**
 * Why the branch is there, in the words of its commits that give a reason and of the decisions that it is about. Empty
 * where none does: then the author is asked.
 */
export function whyFacts({ change, records }: PullRequestInput): string[] {
  const isOnly = change.commits.filter(({ subject }) => !isFixup(subject)).length === 1;
  const messages = messagesOf(change.commits).filter(({ hasReason }) => hasReason);
  const reasons = messages.filter((message) => strength(message) > 0);
  const told = reasons.length > mostReasons ? [] : reasons;
  const shown = strongest(told);
  const blocks = bestBlocks(shown, isOnly);
  const decisions = records
    .filter(isAbout)
    .slice(0, mostDecisions)
    .map((record) => [decisionLine(record)]);
  const left = shown.length === 0 ? [] : leftOut(messages.length - shown.length, blocks.left);
  return [...decisions, ...blocks.shown, ...left].flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}

function strength({ blocks }: Message): number {
  return Math.max(0, ...blocks.map((block) => reasonIn(block.join(' '))));
}

/** Those that give most of a reason, in their order; of equal ones the longer. */
function strongest(messages: readonly Message[]): readonly Message[] {
  const length = ({ blocks }: Message) => blocks.flat().join(' ').length;
  const ranked = messages.toSorted((a, b) => strength(b) - strength(a) || length(b) - length(a));
  const first = new Set(ranked.slice(0, mostMessages));
  return messages.filter((message) => first.has(message));
}

/** The best paragraph of each message, and of the others those that give most of a reason, in their order. */
function bestBlocks(messages: readonly Message[], isOnly: boolean) {
  const all = messages.flatMap(({ subject, blocks }) => {
    const scores = blocks.map((block) => reasonIn(block.join(' ')));
    const best = scores.indexOf(Math.max(...scores));
    return blocks.map((block, at) => ({ block, subject, rank: at === best ? 10 : (scores[at] ?? 0) }));
  });
  const chosen = new Set(all.toSorted((a, b) => b.rank - a.rank).slice(0, mostBlocks));
  const kept = all.filter((each) => chosen.has(each));
  const shown = messages.flatMap(({ subject }) => {
    const own = kept.filter((each) => each.subject === subject).map(({ block }) => block);
    return isOnly || own.length === 0 ? own : underSubject(subject, own);
  });
  return { shown, left: all.length - kept.length };
}

function leftOut(commits: number, paragraphs: number): (readonly string[])[] {
  const more = [
    ...(commits > 0 ? [commits === 1 ? 'One more commit says more.' : `${commits} more commits say more.`] : []),
    ...(paragraphs > 0
      ? [`${count(paragraphs, 'more paragraph')} of these commits ${paragraphs === 1 ? 'is' : 'are'} left out.`]
      : []),
  ];
  return more.length > 0 ? [[more.join(' ')]] : [];
}

/** Of several messages each says which commit it is of. */
function underSubject(subject: string, blocks: readonly (readonly string[])[]): (readonly string[])[] {
  const lead = `**${messageLine(withoutEnd(subject, '.:'), 120)}.**`;
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
