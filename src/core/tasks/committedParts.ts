import type { TouchedFile } from '../drafts/touchedRecords';
import { groupedBy } from '../lists';
import type { FilePath } from '../ports';
import { type DocRecord, fileOf } from '../records/record';
import { changedPartsOf, partName, recordsOf, type TextOf } from './changedParts';
import type { CommittedFile } from './touchedFiles';
import type { FolderHistory, WorkFolder } from './workplace';

/** Of one file; each costs two reads. */
const mostCommits = 40;

/** What commits touched, with the decisions that they did in place of a file that holds several. */
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
    // Where git cannot say which, the file is named. A commit of a submodule is in another repository.
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
  const touched = new Map<FilePath, TouchedFile>();
  for (const { path, from, hash } of files) {
    const parent = parents.get(hash) ?? null;
    const before = parent === null || from === null ? null : await textOf(git, parent, from);
    const after = await textOf(git, hash, path);
    const records = new Map(recordsOf(kind, after).map((record) => [record.path, record]));
    for (const changed of changedPartsOf(kind, before, after)) {
      const record = changed.now === null ? undefined : records.get(changed.now);
      const at = record && now.get(partName(record));
      if (at === undefined) continue;
      const isNew = changed.before === null || touched.get(at)?.status === 'added';
      touched.set(at, { path: at, status: isNew ? 'added' : 'modified' });
    }
  }
  return [...touched.values()];
}

async function textOf(git: FolderHistory, commit: string, path: FilePath): Promise<TextOf | null> {
  const text = await git.committed(commit, path);
  return text === null ? null : { path, text };
}
