import { workspace } from 'vscode';
import { placeOfName, repositoryNames } from '../../core/activity/repositoryNames';
import { join } from '../../core/files/paths';
import type { BranchMove } from '../../core/handoffs/branchMove';
import type { CurrentFacts } from '../../core/handoffs/changesSince';
import { type FileChange, filesOf, recordsNow } from '../../core/handoffs/recordsNow';
import type { FilePath } from '../../core/ports';
import type { ProjectView } from '../../core/projectView';
import type { GitOptions } from '../../git/runner';
import type { LazyGit, OpenRepository } from '../workspace/lazyGit';
import type { FolderNote } from './handoffStore';

/**
 * What git and the records say of what a note tells, now. Null where git must not be asked, and where the note is in no
 * repository. Throws `GitUnanswered`.
 */
export async function sinceFacts(
  git: LazyGit,
  view: ProjectView,
  note: FolderNote,
  signal: AbortSignal,
): Promise<CurrentFacts | null> {
  const own = await git.open(note.folder.uri);
  if (!own) return null;
  const options: GitOptions = { priority: 'interactive', signal };
  const records = note.records.flatMap((path) => view.record(path) ?? []).filter(({ kind }) => kind !== 'handoff');
  const [branches, changes] = await Promise.all([
    movesOf(git, own, note, options),
    changesTo(own, note, filesOf(records), options),
  ]);
  return { branches, records: recordsNow(records, changes, (path) => view.record(path)) };
}

async function movesOf(
  git: LazyGit,
  own: OpenRepository,
  { tips, path }: FolderNote,
  options: GitOptions,
): Promise<CurrentFacts['branches']> {
  const named = Object.entries(tips);
  if (named.length === 0) return {};
  const { branchMoves } = await import('../../git/activity/branchMoves');
  const repositories = await openRepositories(git, own);
  const names = repositoryNames(repositories.map(({ repository }) => repository.root));
  const moves = named.map(async ([name, branches]): Promise<readonly [string, readonly BranchMove[]]> => {
    const called = repositories[placeOfName(name, names)];
    // A clone may have another name than the writer's.
    const place = called ?? (named.length === 1 ? own : undefined);
    if (!place) return [name, []];
    const noted = { note: join(own.prefix, path), tips: branches };
    return [name, await branchMoves(place.runner, place.repository, noted, options)];
  });
  return Object.fromEntries(await Promise.all(moves));
}

/** Each repository of the window once. */
async function openRepositories(git: LazyGit, own: OpenRepository): Promise<readonly OpenRepository[]> {
  const others = await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => git.open(uri)));
  const all = [own, ...others.filter((place) => place !== null)];
  return [...new Map(all.map((place) => [place.repository.commonDirectory, place])).values()];
}

/** Commits to files since the note was written. What was committed together with it is what it tells of. */
async function changesTo(
  place: OpenRepository,
  { written, path: note }: FolderNote,
  files: readonly FilePath[],
  options: GitOptions,
): Promise<readonly FileChange[]> {
  if (written === null || files.length === 0) return [];
  const { GitFolderHistory } = await import('../../git/activity/gitFolderHistory');
  const history = new GitFolderHistory(place.runner, place.repository, place.prefix, options);
  const changes = await history.changesTo([...files, note], written);
  const told = new Set(changes.flatMap(({ path, hash }) => (path === note ? [hash] : [])));
  return changes.filter(({ hash }) => !told.has(hash));
}
