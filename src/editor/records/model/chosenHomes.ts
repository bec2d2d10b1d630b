import type { DocRecord } from '../../../core/records/record';
import { apart, homesOfAlike, type PlacedName, partsOf } from './recordHomes';

/** The home of each record, if they lie in several folders; else as `homesOfAlike`. */
export function homesOf(all: readonly PlacedName[]): ReadonlyMap<DocRecord, string> {
  const alike = homesOfAlike(all);
  const several = new Set(all.map(({ folderName }) => folderName)).size > 1;
  const folders = new Map(all.map((placed) => [partsOf(placed, several).join('/'), partsOf(placed, several)] as const));
  if (folders.size < 2) return alike;
  const shown = apart([...folders.values()]);
  const names = new Map([...folders.keys()].map((folder, at) => [folder, shown[at] ?? ''] as const));
  return new Map(
    all.map((placed) => [
      placed.record,
      alike.get(placed.record) ?? names.get(partsOf(placed, several).join('/')) ?? '',
    ]),
  );
}
