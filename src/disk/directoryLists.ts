import type { DirectoryEntry, FilePath, FileStore } from '../core/ports';
import { digestOfAll } from './digest';

/**
 * The entries of a directory, and the stamp that was taken before it was listed; null where no stamp identifies the
 * list.
 */
export interface Listed {
  readonly names: string;
  readonly stamp: string | null;
}

/**
 * The note of all directories: the paths, a digest of their entries, the indices without a stamp, and a digest of the
 * stamps, or of the entries where there is no stamp.
 */
type Fields = readonly [what: string, paths: string, names: string, unstamped: string, quick: string];

export const allLists = 'lists';

/** @param stamp taken before the directory was listed, and so never newer than the list */
export async function listedAs(entries: Promise<readonly DirectoryEntry[]>, stamp: string | null): Promise<Listed> {
  try {
    const all = await entries;
    return { names: all.map(told).join('\0'), stamp: all.every(isPlain) ? stamp : null };
  } catch {
    return { names: '/', stamp: null };
  }
}

/** A file, the usual entry, is written as its name, which has no slash. The target of a link is written, too. */
function told({ name, kind, leadsTo }: DirectoryEntry): string {
  if (leadsTo !== undefined) return `${name}/${kind}/${leadsTo}`;
  return kind === 'file' ? name : `${name}/${kind}`;
}

/** The target of a link may change its kind while the directory stays the same. */
function isPlain({ kind, leadsTo }: DirectoryEntry): boolean {
  return kind !== 'other' && leadsTo === undefined;
}

/** One note for all directories. @param listed sorted by path */
export function writtenLists(listed: readonly (readonly [FilePath, Listed])[]): string {
  const lists = listed.map(([, list]) => list);
  const unstamped = lists.flatMap(({ stamp }, at) => (stamp === null ? [at] : []));
  const fields: Fields = [
    allLists,
    JSON.stringify(listed.map(([path]) => path)),
    digestOfAll(lists.map(({ names }) => names)),
    JSON.stringify(unstamped),
    digestOfAll(lists.map(({ names, stamp }) => stamp ?? names)),
  ];
  return fields.join('\t');
}

/**
 * The note as it holds now, or null where it does not hold. It differs from the given one where directories changed and
 * have the same names again, as when a program writes a file beside the old one and renames it.
 */
export async function renewedLists(files: FileStore, note: string): Promise<string | null> {
  const [, written, names, unstamped, quick] = note.split('\t');
  const paths: readonly FilePath[] = JSON.parse(written ?? '[]');
  const without = new Set<number>(JSON.parse(unstamped ?? '[]'));
  const now: string[] = [];
  for (const [at, path] of paths.entries()) {
    const stamp = without.has(at) ? null : ((await files.listStamp?.(path)) ?? null);
    now.push(stamp ?? (await listedAs(files.list(path), null)).names);
  }
  if (digestOfAll(now) === quick) return note;
  const lists: [FilePath, Listed][] = [];
  for (const path of paths) lists.push([path, await listedNow(files, path)]);
  return digestOfAll(lists.map(([, list]) => list.names)) === names ? writtenLists(lists) : null;
}

async function listedNow(files: FileStore, path: FilePath): Promise<Listed> {
  const stamp = (await files.listStamp?.(path)) ?? null;
  return listedAs(files.list(path), stamp);
}
