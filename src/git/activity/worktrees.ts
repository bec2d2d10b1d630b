import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BranchFact, Head, Operation, WorktreeFact } from '../../core/activity/facts';
import { objectName } from '../../core/names/objectName';
import { branchInHead } from '../branchInHead';
import { findRepository, pointedAt, type Repository, readPointer } from '../repository';
import type { Status } from './status';

/** A program makes more than this. */
const mostWorktrees = 50;

/**
 * The other working trees of a repository whose folders exist and that `findRepository` accepts: registered, and
 * pointing back. The main one is first, the others in the order of git's names for them. Starts no process, never
 * rejects.
 */
export async function otherWorktrees(repository: Repository): Promise<readonly Repository[]> {
  const { commonDirectory } = repository;
  const linked = join(commonDirectory, 'worktrees');
  const names = (await readdir(linked).catch(() => [])).sort().slice(0, mostWorktrees);
  const candidates = [
    { folder: dirname(commonDirectory), gitDirectory: commonDirectory },
    ...(await Promise.all(names.map((name) => linkedAt(join(linked, name))))),
  ];
  const found = await Promise.all(
    candidates.map(async ({ folder, gitDirectory }) => {
      const place = folder === null ? null : await findRepository(folder);
      if (!place?.ok || place.repository.gitDirectory !== gitDirectory) return [];
      return place.repository.root === repository.root ? [] : [place.repository];
    }),
  );
  return found.flat();
}

async function linkedAt(gitDirectory: string): Promise<{ folder: string | null; gitDirectory: string }> {
  const pointer = await readPointer(join(gitDirectory, 'gitdir'));
  const place = pointer === undefined ? undefined : pointedAt(gitDirectory, pointer);
  return { folder: place === undefined ? null : dirname(place), gitDirectory };
}

/**
 * @param status null where git was not asked or did not answer. @returns null where it is not known what is checked
 * out.
 */
export async function worktreeFact(
  repository: Repository,
  status: Status | null,
  branches: readonly BranchFact[],
): Promise<WorktreeFact | null> {
  const head = status?.head ?? (await headIn(repository, branches));
  if (head === null) return null;
  const operations = await operationsIn(repository);
  const rebasing = operations.includes('rebase') ? await rebasedBranch(repository) : null;
  return {
    name: basename(repository.root),
    head,
    operations,
    ...(rebasing !== null && { rebasing }),
    changes: status?.changes ?? null,
  };
}

/** HEAD read from its file, for where there is no `status`. Null where references are in a table (`reftable`). */
async function headIn({ gitDirectory }: Repository, branches: readonly BranchFact[]): Promise<Head | null> {
  const text = (await readPointer(join(gitDirectory, 'HEAD'))) ?? '';
  if (objectName.test(text)) return { kind: 'detached', hash: text };
  const branch = branchInHead(text);
  if (branch === null) return null;
  const tip = branches.find(({ name }) => name === branch)?.tip;
  return tip === undefined ? { kind: 'unborn', branch } : { kind: 'branch', branch, hash: tip };
}

/** Files that git keeps in a worktree's git directory while an operation waits for a person. */
const marks: readonly (readonly [file: string, operation: Operation])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply/rebasing', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['BISECT_LOG', 'bisect'],
];

/** The operations in progress in a worktree. Starts no process and never rejects. */
async function operationsIn({ gitDirectory }: Repository): Promise<readonly Operation[]> {
  const present = await Promise.all(
    marks.map(([file]) =>
      stat(join(gitDirectory, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  const found = new Set(marks.filter((_, index) => present[index]).map(([, operation]) => operation));
  // A rebase stops within a pick or a merge of its own, which the person did not begin.
  if (!found.has('rebase')) return [...found];
  return [...found].filter((operation) => operation === 'rebase' || operation === 'bisect');
}

/** The branch that is being rebased, which is checked out again only at the end; null where there is none. */
async function rebasedBranch({ gitDirectory }: Repository): Promise<string | null> {
  for (const folder of ['rebase-merge', 'rebase-apply']) {
    const name = await readPointer(join(gitDirectory, folder, 'head-name'));
    const branch = /^refs\/heads\/(.+)$/.exec(name ?? '')?.[1];
    if (branch !== undefined) return branch;
  }
  return null;
}
