import { count } from '../drafts/words';
import { isRetired } from '../records/succession';
import { inlineText } from '../text/escape';
import type { Message } from './messages';
import { isFixup } from './messageText';
import type { LinkedRecord, PullRequestInput } from './pullRequestInput';
import { reasonIn } from './reasons';
import { toldMessages, underSubject } from './toldMessages';

const mostDecisions = 2;
const mostBlocks = 10;

/**
 * Why the branch is there, in the words of its commits that give a reason and of the decisions that it is about. Empty
 * where none does: then the author is asked.
 */
export function whyFacts({ change: { lasting, files }, records }: PullRequestInput): string[] {
  const isOnly = lasting.commits.filter(({ subject }) => !isFixup(subject)).length === 1;
  const blocks = bestBlocks(toldMessages(lasting.commits, files).why, isOnly);
  const decisions = records
    .filter(isAbout)
    .slice(0, mostDecisions)
    .map((record) => [decisionLine(record)]);
  const left = blocks.left === 0 ? [] : [[leftOut(blocks.left)]];
  return [...decisions, ...blocks.shown, ...left].flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}

/** The best paragraph of each message, and of the others those with the strongest reasons, in their order. */
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

function leftOut(paragraphs: number): string {
  return `${count(paragraphs, 'more paragraph')} of these commits ${paragraphs === 1 ? 'is' : 'are'} left out.`;
}

/**
 * Whether the change is about a record: it edits it, or a commit names it. A record that is only linked to a file may
 * have nothing to do with the change. A retired record gives no reason, least of all where the branch retires it.
 */
function isAbout(record: LinkedRecord): boolean {
  const { kind, how, named, decision } = record;
  const isEdited = how === 'added' || how === 'changed';
  return decision !== null && kind !== 'runbook' && !isRetired(record) && (isEdited || named);
}

function decisionLine({ label, title, status, decision }: LinkedRecord): string {
  const state = status === 'none' || status === 'other' ? '' : ` (${status})`;
  return `${inlineText(label ?? title)}${state}: “${inlineText(decision ?? '', 400)}”`;
}
