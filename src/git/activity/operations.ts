import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Operation } from '../../core/activity/facts';
import { type Repository, readPointer } from '../repository';

/** What git leaves in a worktree's own folder while it waits for a person. */
const marks: readonly (readonly [file: string, operation: Operation])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply/rebasing', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['BISECT_LOG', 'bisect'],
];

/** The operations that are under way in a worktree. Starts no process and never rejects. */
export async function operationsIn({ gitDirectory }: Repository): Promise<readonly Operation[]> {
  const present = await Promise.all(
    marks.map(([file]) =>
      stat(join(gitDirectory, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  const found = new Set(marks.filter((_, index) => present[index]).map(([, operation]) => operation));
  // A rebase stops in the middle of a pick or a merge, which is not the person's own.
  if (!found.has('rebase')) return [...found];
  return [...found].filter((operation) => operation === 'rebase' || operation === 'bisect');
}

/** The branch that a rebase takes along, which is checked out again only at its end; null where none waits. */
export async function rebasedBranch({ gitDirectory }: Repository): Promise<string | null> {
  for (const folder of ['rebase-merge', 'rebase-apply']) {
    const name = await readPointer(join(gitDirectory, folder, 'head-name'));
    const branch = /^refs\/heads\/(.+)$/.exec(name ?? '')?.[1];
    if (branch !== undefined) return branch;
  }
  return null;
}
