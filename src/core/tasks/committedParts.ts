import type { TouchedFile } from '../drafts/touchedRecords';
import { groupedBy } from '../lists';
import type { FilePath } from '../ports';
import { type DocRecord, fileOf } from '../records/record';
import { changedPartsOf, mostCommits, partName, textOf } from './changedParts';
import type { CommittedFile } from './touchedFiles';
import type { FolderHistory, WorkFolder } from './workplace';

/** What commits touched. A collection is replaced by the decisions in it that they touched. */
export async function withCommittedParts(
  { project, history }: Pick<WorkFolder, 'project' | 'history'>,
  files: readonly CommittedFile[],
): Promise<readonly TouchedFile[]> {
  const parts = groupedBy(
    project.records().filter(({ part }) => part !== undefined),
    fileOf,
  );
  const held = files.filter(({ path }) => parts.has(path));
  const git = held.length === 0 ? null : await history();
  if (!git) return files;
  const found = new Map<FilePath, readonly TouchedFile[]>();
  for (const [path, own] of groupedBy(held, (file) => file.path)) {
    // Where git cannot say which, the file itself stays, as in a submodule, whose commits are in another repository.
    const touched = await partsIn(git, own, parts.get(path) ?? []).catch(() => []);
    if (touched.length > 0) found.set(path, touched);
  }
  const whole = files.filter(({ path }) => !found.has(path));
  return [...[...found.values()].flat(), ...whole];
}

async function partsIn(
  git: FolderHistory,
  files: readonly CommittedFile[],
  parts: readonly DocRecord[],
): Promise<readonly TouchedFile[]> {
  const [kind] = parts.map((part) => part.kind);
  if (kind === undefined || files.length > mostCommits) return [];
  const parents = await git.parentsOf(files.map(({ hash }) => hash));
  const now = new Map(parts.map((part) => [partName(part), part.path]));
  const committed = git.committed.bind(git);
  const touched = new Map<FilePath, TouchedFile>();
  for (const { path, from, hash } of files) {
    const parent = parents.get(hash) ?? null;
    const [before, after] = await Promise.all([
      parent === null || from === null ? null : textOf(committed, parent, from),
      textOf(committed, hash, path),
    ]);
    for (const changed of changedPartsOf(kind, before, after)) {
      const at = changed.is ? now.get(partName(changed.is)) : undefined;
      if (at === undefined) continue;
      const isNew = changed.before === null || touched.get(at)?.status === 'added';
      touched.set(at, { path: at, status: isNew ? 'added' : 'modified' });
    }
  }
  return [...touched.values()];
}
