import { basename, dirname } from '../../../../core/files/paths';
import type { FilePath } from '../../../../core/ports';
import type { DocRecord } from '../../../../core/records/record';
import { compareText } from '../../../../core/text/compareText';

/**
 * A record as the tree needs it. `folder` is a workspace folder's URI as text; `folderName` is shown only if there are
 * several.
 */
export interface RecordEntry {
  readonly folder: string;
  readonly folderName: string;
  readonly record: DocRecord;
}

/** The records of one directory. */
interface Shelf {
  readonly id: string;
  readonly folderName: string;
  readonly directory: FilePath;
  readonly entries: RecordEntry[];
}

/** Entries by workspace folder and directory, in the order of their paths. Within a directory the order stays. */
export function shelve(entries: readonly RecordEntry[]): readonly Shelf[] {
  const byFolder = new Map<string, Map<FilePath, Shelf>>();
  let last: { readonly folder: string; readonly shelf: Shelf } | undefined;
  for (const entry of entries) {
    const { folder, folderName } = entry;
    // Entries come in the order of their paths, so most are beside the one before; comparing is faster than a look-up.
    if (last?.folder === folder && liesIn(last.shelf.directory, entry.record.path)) {
      last.shelf.entries.push(entry);
      continue;
    }
    const known = byFolder.get(folder);
    const shelves = known ?? new Map<FilePath, Shelf>();
    if (!known) byFolder.set(folder, shelves);
    const directory = directoryOf(entry.record.path);
    const shelf = shelves.get(directory) ?? { id: keyOf(folder, directory), folderName, directory, entries: [] };
    shelves.set(directory, shelf);
    shelf.entries.push(entry);
    last = { folder, shelf };
  }
  const all = [...byFolder.values()].flatMap((shelves) => [...shelves.values()]);
  return all.sort((a, b) => compareText(a.id, b.id));
}

/** Whether a record is surely in the directory. A quick test: false also for some records that are. */
function liesIn(directory: FilePath, path: FilePath): boolean {
  const slash = path.lastIndexOf('/');
  return slash === directory.length && !/[ri]/i.test(path.charAt(slash + 1)) && path.startsWith(directory);
}

/** The key of a record among those of all folders. */
export function keyOf(folder: string, path: FilePath): string {
  return `${folder}\n${path}`;
}

/** Where a record is filed: a record that is the README of its own folder is filed with its siblings. */
export function directoryOf(path: FilePath): FilePath {
  const directory = dirname(path);
  const isOwn = directory.includes('/') && /^(?:readme|index)\.[a-z]+$/i.test(basename(path));
  return isOwn ? dirname(directory) : directory;
}
