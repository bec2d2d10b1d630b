import type { FileStat } from '../activity/facts';
import { withoutEnd } from '../text/withoutEnd';
import type { BranchCommit } from './branchFacts';
import { isSide, type Message, messagesOf } from './messages';
import { isFixup, messageLine } from './messageText';
import { reasonIn } from './reasons';

const mostMessages = 4;
/** Of more commits than these no single commit's reason is that of the branch. */
const mostReasons = 8;
/** What more commits say is a list of what was done. */
const mostDescribed = 3;

/** Which messages of a branch are told, and where; the oldest first. */
export interface ToldMessages {
  /** Those that give its reason. */
  readonly why: readonly Message[];
  /** What a few commits say beside the reason: then it says what they do. */
  readonly what: readonly Message[];
  /** How many more commits say something in sentences. */
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

/** More than words can give that only sound like a reason. */
const ofLabel = 10;

function strength({ blocks, isLabelled }: Message): number {
  return isLabelled ? ofLabel : Math.max(0, ...blocks.map((block) => reasonIn(block.join(' '))));
}

/** Those that give most of a reason, in their order; of equal ones the longer. */
function strongest(messages: readonly Message[]): readonly Message[] {
  const length = ({ blocks }: Message) => blocks.flat().join(' ').length;
  const ranked = messages.toSorted((a, b) => strength(b) - strength(a) || length(b) - length(a));
  const first = new Set(ranked.slice(0, mostMessages));
  return messages.filter((message) => first.has(message));
}

/** Of several messages each says which commit it is of. */
export function underSubject(subject: string, blocks: readonly (readonly string[])[]): (readonly string[])[] {
  const lead = `**${messageLine(withoutEnd(subject, '.:'), 120)}.**`;
  const [first = [], ...others] = blocks;
  const [line = ''] = first;
  if (first.length === 1 && !line.startsWith('- ')) return [[`${lead} ${line}`], ...others];
  return [[lead], ...blocks];
}
