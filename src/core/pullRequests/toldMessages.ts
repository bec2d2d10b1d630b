import type { FileStat } from '../activity/facts';
import { withoutEnd } from '../text/withoutEnd';
import type { BranchCommit } from './branchFacts';
import { isSide, type Message, messagesOf } from './messages';
import { isFixup, messageLine } from './messageText';
import { reasonIn } from './reasons';

const mostMessages = 4;
/** Where more commits than these give reasons, none of them is the reason of the branch. */
const mostReasons = 8;
/** Messages of more commits than these are only a list of what was done. */
const mostDescribed = 3;

/** Which messages of a branch a description has, and where; the oldest first. */
export interface ToldMessages {
  /** Messages that give the reason of the branch. */
  readonly why: readonly Message[];
  /** The other messages, where few commits have any: then they say what the commits do. */
  readonly what: readonly Message[];
  /** How many more messages with sentences there are. */
  readonly left: number;
}

/**
 * @param commits newest first
 * @param files of all of them as one patch; null where git could not compare
 */
export function toldMessages(commits: readonly BranchCommit[], files: readonly FileStat[] | null): ToldMessages {
  const all = messagesOf(commits, files);
  const messages = all.filter(({ hasReason }) => hasReason);
  const giving = messages.filter((message) => strength(message) > 0);
  const own = giving.filter((message) => !message.isSide);
  // Why a test is written as it is, is the reason of a branch that is about tests; what a review asked for is none.
  const isAside = own.length === 0 && commits.every((commit) => isFixup(commit.subject) || isSide(commit));
  const reasons = isAside ? giving.filter((message) => !message.isOfReview) : own;
  const why = reasons.length > mostReasons ? [] : strongest(reasons);
  const beside = messages.filter((message) => !why.includes(message));
  const what = all.length > mostDescribed ? [] : beside;
  return { why, what, left: beside.length - what.length };
}

/** Strength of a labelled reason: more than words that only sound like a reason can have. */
const ofLabel = 10;

function strength({ blocks, isLabelled }: Message): number {
  return isLabelled ? ofLabel : Math.max(0, ...blocks.map((block) => reasonIn(block.join(' '))));
}

/** The messages with the strongest reasons, in their order; of equally strong ones the longer. */
function strongest(messages: readonly Message[]): readonly Message[] {
  const length = ({ blocks }: Message) => blocks.flat().join(' ').length;
  const ranked = messages.toSorted((a, b) => strength(b) - strength(a) || length(b) - length(a));
  const first = new Set(ranked.slice(0, mostMessages));
  return messages.filter((message) => first.has(message));
}

/** The blocks of a message with its subject in bold before them, for where several messages stand together. */
export function underSubject(subject: string, blocks: readonly (readonly string[])[]): (readonly string[])[] {
  const lead = `**${messageLine(withoutEnd(subject, '.:'), 120)}.**`;
  const [first = [], ...others] = blocks;
  const [line = ''] = first;
  if (first.length === 1 && !line.startsWith('- ')) return [[`${lead} ${line}`], ...others];
  return [[lead], ...blocks];
}
