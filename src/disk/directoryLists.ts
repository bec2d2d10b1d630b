import type { DirectoryEntry, FilePath, FileStore } from '../core/ports';
import { digestOfAll } from './digest';

/** What a directory has, and the stamp that was taken before it was listed; null where it tells too little. */
export interface Listed {
  readonly names: string;
  readonly stamp: string | null;
}

/** Of all directories: the paths, what they have, which have no stamp, and the stamps with what those have. */
type Fields = readonly [what: string, paths: string, names: string, unstamped: string, quick: string];

export const allLists = 'lists';

/** @param stamp taken before the directory was listed, and so no newer than what it is to stand for */
export async function listedAs(entries: Promise<readonly DirectoryEntry[]>, stamp: string | null): Promise<Listed> {
  try {
    const all = await entries;
    return { names: all.map(told).join('\0'), stamp: all.every(isPlain) ? stamp : null };
  } catch {
    return { names: '/', stamp: null };
  }
}

/** Most entries are files, whose names stand for themselves; none has a slash. A link is told by what it leads to, too. */
function told({ name, kind, leadsTo }: DirectoryEntry): string {
  if (leadsTo !== undefined) return `${name}/${kind}/${leadsTo}`;
  return kind === 'file' ? name : `${name}/${kind}`;
}

/** What a link leads to may become something else, and the directory stay the same. */
function isPlain({ kind, leadsTo }: DirectoryEntry): boolean {
  return kind !== 'other' && leadsTo === undefined;
}

/** One note of all directories. @param listed sorted by path */
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
 * The note as it holds now, or null where it does not. It is another than before where directories changed and have the
 * same names again, as when a program writes a file beside the old one and renames it.
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
