import type { BranchCommit } from './branchFacts';
import { isFixup, messageLine, messageParagraphs } from './messageText';

/** What a commit says below its subject. */
export interface Message {
  readonly subject: string;
  /** Paragraphs, lists and code as Markdown; at least one. */
  readonly blocks: readonly (readonly string[])[];
  /** Whether it says more than a list of what was done. */
  readonly hasReason: boolean;
}

/** Of commits that come newest first, the messages that say something; the oldest first. */
export function messagesOf(commits: readonly Pick<BranchCommit, 'subject' | 'body'>[]): readonly Message[] {
  const told = commits.toReversed().filter(({ subject }) => !isFixup(subject));
  return told.flatMap(({ subject, body }) => {
    // The list of a squash-merge has its own subject, too.
    const own = `- ${messageLine(subject)}`;
    const blocks = messageParagraphs(body)
      .map((block) => block.filter((line) => line !== own))
      .filter((block) => block.length > 0);
    return blocks.length === 0 ? [] : [{ subject, blocks, hasReason: blocks.some(isProse) }];
  });
}

function isProse([first = '']: readonly string[]): boolean {
  return !/^(?:- |```|~~~|\*\*[^*]+\*\*$)/.test(first);
}
