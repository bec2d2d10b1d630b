import type { BranchCommit } from './branchFacts';
import { withoutBreaking } from './breaking';
import { messageParts } from './messageLabels';
import { isFixup, messageParagraphs } from './messageText';
import { underSubject } from './toldMessages';

/** What messages say below a label of this kind; where the branch has several commits, below their subjects. The oldest first. */
export function labelledBlocks(
  part: 'what' | 'test',
  commits: readonly Pick<BranchCommit, 'subject' | 'body'>[],
): readonly (readonly string[])[] {
  const told = commits.toReversed().filter(({ subject }) => !isFixup(subject));
  return told.flatMap(({ subject, body }) => {
    const blocks = messageParagraphs(messageParts(withoutBreaking(body))[part]);
    return told.length === 1 || blocks.length === 0 ? blocks : underSubject(subject, blocks);
  });
}
