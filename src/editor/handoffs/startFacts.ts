import { relative, sep } from 'node:path';
import type { Uri } from 'vscode';
import type { GitApiRepository } from '../workspace/builtInGit';
import type { BranchPlace, StartFacts } from './model/startPlan';

/** Where a branch is, as it was last fetched. */
export async function placeOf(repository: GitApiRepository, branch: string): Promise<BranchPlace> {
  // For a name that no local branch has, the API rejects.
  const local = await repository.getBranch(branch).catch(() => undefined);
  if (local?.commit !== undefined) return { kind: 'here' };
  const remote = await repository.getBranches({ remote: true }).catch(() => []);
  const found = remotesOf(repository).find((name) => remote.some((ref) => ref.name === `${name}/${branch}`));
  return found === undefined ? { kind: 'missing' } : { kind: 'remote', remote: found };
}

/** From the state that the editor's own git keeps; a file that is staged and changed again counts once. */
export function factsOf({ state }: GitApiRepository): StartFacts {
  const files = [...state.workingTreeChanges, ...state.indexChanges, ...(state.untrackedChanges ?? [])];
  return {
    current: state.HEAD?.name ?? null,
    conflicts: state.mergeChanges.length,
    isRebasing: state.rebaseCommit !== undefined,
    uncommitted: new Set(files.map(({ uri }) => uri.toString())).size,
  };
}

/** Names of the remotes, the usual one first. */
export function remotesOf({ state }: GitApiRepository): readonly string[] {
  const names = state.remotes.map(({ name }) => name);
  return [...names.filter((name) => name === 'origin'), ...names.filter((name) => name !== 'origin')];
}

/** Whether a commit lacks a file; false where git cannot say. */
export async function isMissingAt(repository: GitApiRepository, treeish: string, file: Uri): Promise<boolean> {
  const path = relative(repository.rootUri.fsPath, file.fsPath).split(sep).join('/');
  return repository.getObjectDetails(treeish, path).then(
    () => false,
    (error: { readonly gitErrorCode?: unknown } | undefined) => error?.gitErrorCode === 'UnknownPath',
  );
}
