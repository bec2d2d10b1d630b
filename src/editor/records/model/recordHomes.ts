import { basename } from '../../../core/files/paths';
import { groupedBy } from '../../../core/lists';
import { recordLabel } from '../../../core/names/series';
import type { DocRecord } from '../../../core/records/record';
import { directoryOf } from '../views/model/recordShelves';

/** A record, and the name of its workspace folder. */
export interface PlacedName {
  readonly folderName: string;
  readonly record: DocRecord;
}

/**
 * The homes of records that have the same number and title, to tell them apart: `api` and `web` for
 * `packages/api/docs/adr` and `packages/web/docs/adr`, or the file's name where the folder is the same. Other records
 * have no entry.
 */
export function homesOfAlike(all: readonly PlacedName[]): ReadonlyMap<DocRecord, string> {
  const homes = new Map<DocRecord, string>();
  const byName = groupedBy(all, ({ record }) => `${recordLabel(record) ?? ''} ${record.title}`.toLowerCase());
  for (const alike of byName.values()) {
    if (new Set(alike.map(({ record }) => record)).size < 2) continue;
    const several = new Set(alike.map(({ folderName }) => folderName)).size > 1;
    const folders = alike.map((placed) => partsOf(placed, several));
    const isShared = new Set(folders.map((parts) => parts.join('/'))).size < alike.length;
    const names = isShared ? alike.map(({ record }, at) => [...(folders[at] ?? []), basename(record.path)]) : folders;
    const shown = apart(names);
    for (const [at, { record }] of alike.entries()) homes.set(record, shown[at] ?? '');
  }
  return homes;
}

export function partsOf({ folderName, record }: PlacedName, several: boolean): readonly string[] {
  return [...(several ? [folderName] : []), ...directoryOf(record.path).split('/')].filter((part) => part !== '');
}

/**
 * Each path without the parts that all have in common at the beginning and the end; the whole path where nothing else
 * is left.
 */
export function apart(all: readonly (readonly string[])[]): readonly string[] {
  const shortest = Math.min(...all.map(({ length }) => length));
  const [first = []] = all;
  let start = 0;
  while (start < shortest && all.every((parts) => parts[start] === first[start])) start++;
  let end = 0;
  while (end < shortest - start && all.every((parts) => parts.at(-1 - end) === first.at(-1 - end))) end++;
  const cut = all.map((parts) => parts.slice(start, parts.length - end));
  return cut.map((parts, at) => (parts.length > 0 ? parts : (all[at] ?? [])).join('/') || './');
}

/** The longest name, in characters, that a sidebar of the usual width shows whole. */
const longestName = 24;

/**
 * Paths shortened for a narrow row. Of a long path only the parts that no other path has remain, with `…` for the rest.
 */
export function narrowNames(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) for (const part of new Set(path.split('/'))) counts.set(part, (counts.get(part) ?? 0) + 1);
  return paths.map((path) => {
    if (path.length <= longestName) return path;
    const parts = path.split('/');
    const isOwn = (part: string) => counts.get(part) === 1;
    const [from, to] = [parts.findIndex(isOwn), parts.findLastIndex(isOwn)];
    if (from < 0) return `…/${parts.slice(-2).join('/')}`;
    const own = parts.slice(from, to + 1).join('/');
    return `${from > 0 ? '…/' : ''}${own}${to < parts.length - 1 ? '/…' : ''}`;
  });
}
