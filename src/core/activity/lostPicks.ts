import { isProsePath } from '../files/textPaths';
import type { Change } from './copies';
import type { Places } from './places';
import { stillThere } from './reverts';
import { isCovered } from './squashes';

/** The changes without their picks at a line of releases that has no longer, or never had, all of their files. */
export function withoutLostPicks(changes: readonly Change[], places: Places): readonly Change[] {
  const there = new Set(stillThere(places.graph.commits.filter(({ hash }) => places.isMerged(hash))));
  return changes.map((change) => {
    // A change log or a page of documents is often left to the line itself.
    const files = change.patch?.files.filter(({ path }) => !isProsePath(path)) ?? [];
    const copies = change.copies.filter(({ commit, place, patch }) => {
      return place.line === null || (there.has(commit) && (patch === null || isCovered(files, patch.files)));
    });
    return { ...change, copies };
  });
}
