import type { BranchCommit } from './branchFacts';
import { withoutBreaking } from './breaking';
import { messageParts } from './messageLabels';
import { isFixup, messageParagraphs } from './messageText';
import { underSubject } from './toldMessages';

/**
 * What messages say below a label of this kind, the oldest first. Where the branch has several commits, a paragraph
 * begins with its commit's subject in bold. A list does not: at a redraft, a bold subject alone would be a section.
 */
export function labelledBlocks(
  part: 'what' | 'test' | 'risk',
  commits: readonly Pick<BranchCommit, 'subject' | 'body'>[],
): readonly (readonly string[])[] {
  const told = commits.toReversed().filter(({ subject }) => !isFixup(subject));
  return told.flatMap(({ subject, body }) => {
    const blocks = messageParagraphs(messageParts(withoutBreaking(body))[part]);
    const isParagraph = blocks[0]?.length === 1 && blocks[0][0]?.startsWith('- ') === false;
    return told.length > 1 && isParagraph ? underSubject(subject, blocks) : blocks;
  });
}
