import type { Operation, WorktreeFact } from '../../activity/facts';
import { codeText } from '../../text/escape';

/** What each is called, and how the branch stands to it. */
const operationWords: Readonly<Record<Operation, readonly [what: string, branch: string]>> = {
  rebase: ['a rebase', 'of'],
  merge: ['a merge', 'into'],
  'cherry-pick': ['a cherry-pick', 'onto'],
  revert: ['a revert', 'on'],
  bisect: ['a bisect', 'on'],
  am: ['taking over patches (`git am`)', 'onto'],
};

/** What waits half done in a working tree, with the branch that it is about. */
export function operationRows(
  { head, operations, rebasing }: Pick<WorktreeFact, 'head' | 'operations' | 'rebasing'>,
  where: string,
): string[] {
  const current = head.kind === 'branch' ? head.branch : undefined;
  return operations.map((operation) => {
    const [what, stands] = operationWords[operation];
    const branch = operation === 'rebase' ? rebasing : current;
    return `${what}${branch === undefined ? '' : ` ${stands} ${codeText(branch)}`} is in progress${where}`;
  });
}
