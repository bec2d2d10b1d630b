import type { ParsedRecord, RecordKind } from '../records/record';
import { changedPartsOf, mostCommits, partName, recordsOf, textOf } from './changedParts';
import type { CommittedFile } from './touchedFiles';
import type { FolderHistory } from './workplace';

/** A record as a branch has it, and whether the branch added it. */
export interface OpenRecord {
  readonly record: ParsedRecord;
  readonly isNew: boolean;
}

/**
 * The records that commits of one branch edited in one file, as the newest commit has them: the file's own, or those of
 * several in it. Empty where git does not tell.
 * @param commits the newest first
 */
export async function openRecordsIn(
  git: FolderHistory,
  [newest, ...older]: readonly [CommittedFile, ...CommittedFile[]],
  kind: RecordKind,
): Promise<readonly OpenRecord[]> {
  const committed = git.committed.bind(git);
  const [own, ...parts] = recordsOf(kind, await textOf(committed, newest.hash, newest.path));
  if (own === undefined) return [];
  if (parts.length === 0) return [{ record: own, isNew: newest.status === 'added' }];
  const commits = [newest, ...older];
  if (commits.length > mostCommits) return [];
  const parents = await git.parentsOf(commits.map(({ hash }) => hash));
  const edited = new Map<string, boolean>();
  for (const { hash, path, from } of commits) {
    const parent = parents.get(hash) ?? null;
    const before = parent === null || from === null ? null : await textOf(committed, parent, from);
    for (const { is, was } of changedPartsOf(kind, before, await textOf(committed, hash, path))) {
      if (is) edited.set(partName(is), was === null || edited.get(partName(is)) === true);
    }
  }
  return parts.flatMap((record) => {
    const isNew = edited.get(partName(record));
    return isNew === undefined ? [] : [{ record, isNew }];
  });
}
