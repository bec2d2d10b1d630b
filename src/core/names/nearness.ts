import { isInside } from '../files/paths';
import type { FilePath } from '../ports';
import { documentFolders, folderRule, plainFolderName } from '../records/find/folderNames';
import type { ParsedRecord } from '../records/record';
import { compareText } from '../text/compareText';

/** Whether a folder's name says that it holds documents about the folder above it. */
function holdsDocuments(name: string): boolean {
  const plain = plainFolderName(name);
  return folderRule(plain) !== undefined || documentFolders.has(plain);
}

/**
 * The folders that a document may speak for, closest to it first:
 * - its own folder
 * - its own folder without the document folders at the end: `web/docs/adr` speaks for `web`
 * - what lies above its first document folder: `docs/adr/archive` still belongs to the root, but less than `docs/adr`
 *   does
 */
export function homesOf(path: FilePath): readonly FilePath[] {
  const folders = path.split('/').slice(0, -1);
  let end = folders.length;
  while (end > 0 && holdsDocuments(folders[end - 1] ?? '')) end--;
  const first = folders.findIndex(holdsDocuments);
  return [folders, folders.slice(0, end), first < 0 ? [] : folders.slice(0, first)].map((home) => home.join('/'));
}

/** How near a document is to a file: the larger `depth` is nearer, then the smaller `tier`. */
interface Nearness {
  readonly depth: number;
  readonly tier: number;
}

function depthOf(folder: FilePath): number {
  return folder === '' ? 0 : folder.split('/').length;
}

function nearness(homes: readonly FilePath[], from: FilePath): Nearness {
  let best: Nearness = { depth: -1, tier: homes.length };
  homes.forEach((home, tier) => {
    if (!isInside(from, home) && !isOwnFolder(home, from)) return;
    const depth = depthOf(home);
    if (depth > best.depth) best = { depth, tier };
  });
  return best;
}

/** `docs/rfcs/0012` is the own folder of `docs/rfcs/0012-x.md`. */
function isOwnFolder(home: FilePath, from: FilePath): boolean {
  return /\d{3}$/.test(home) && from.startsWith(home) && /^[-_ ][^/]*$/.test(from.slice(home.length));
}

/** How many leading folders two paths share; orders records that are equally near. */
function commonFolders(a: FilePath, b: FilePath): number {
  const left = a.split('/');
  const right = b.split('/');
  let count = 0;
  while (count < left.length - 1 && count < right.length - 1 && left[count] === right[count]) count++;
  return count;
}

/** Nobody can choose among more, and every reference keeps its own list. */
const maxCandidates = 500;

/** What a name leads to: one record, several that are as near (nearest first), or none. */
export type Found =
  | {
      readonly kind: 'one';
      readonly record: ParsedRecord;
      /** Found, but not at the place or under the slug that is written. */
      readonly stale?: true;
    }
  | { readonly kind: 'several'; readonly records: readonly ParsedRecord[] }
  | { readonly kind: 'none' };

export const none: Found = { kind: 'none' };

/**
 * Chooses among records that one name could mean (docs/adr/0015). The one whose home contains
 * `from` most closely wins, unless another is as near.
 */
export function chooseNearest(
  items: readonly { readonly record: ParsedRecord; readonly homes: readonly FilePath[] }[],
  from: FilePath,
): Found {
  const [only] = items;
  if (only === undefined) return none;
  if (items.length === 1) return { kind: 'one', record: only.record };
  const placed = items.map(({ record, homes }) => ({ record, near: nearness(homes, from) }));
  const near = nearestOf(placed);
  // Numbered parts without a series, such as the chapters of a paper, are meant only where nothing else is as near.
  const files = near.filter(({ record }) => record.part === undefined || record.idPrefix !== null);
  const [nearest, ...others] = files.length > 0 ? files : near;
  if (nearest !== undefined && others.length === 0) return { kind: 'one', record: nearest.record };
  const ranked = placed
    .map(({ record, near }) => ({ record, near, common: commonFolders(record.path, from) }))
    .sort(
      (a, b) =>
        b.near.depth - a.near.depth ||
        a.near.tier - b.near.tier ||
        b.common - a.common ||
        compareText(a.record.path, b.record.path),
    );
  return { kind: 'several', records: ranked.slice(0, maxCandidates).map(({ record }) => record) };
}

/** The nearest items. Nothing is sorted for this: most numbers of a large repository lead to one record. */
function nearestOf<T extends { readonly near: Nearness }>(items: readonly T[]): readonly T[] {
  let best: T[] = [];
  for (const item of items) {
    const [known] = best;
    const by = known === undefined ? 1 : item.near.depth - known.near.depth || known.near.tier - item.near.tier;
    if (by > 0) best = [item];
    else if (by === 0) best.push(item);
  }
  return best;
}
