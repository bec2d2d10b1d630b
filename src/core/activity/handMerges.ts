import type { FilePath } from '../ports';
import type { ActivitySource } from './activitySource';
import { newestFirst } from './commitGraph';
import type { PatchFact, RepositoryFacts } from './facts';
import type { Selection } from './selection';

interface MergesByHand extends Selection {
  /** By merge, the files that a person resolved by hand in it. */
  readonly byHand: ReadonlyMap<string, readonly FilePath[]>;
}

/**
 * A merge that only takes over others' work is selected only where a person resolved files in it by hand. Its content
 * decides, because messages seldom say so (docs/adr/0018).
 */
export async function withMergesByHand(
  source: ActivitySource,
  facts: RepositoryFacts,
  { selected, omitted, updates }: Selection,
  signal: AbortSignal,
): Promise<MergesByHand> {
  const merges = [...updates, ...selected.filter(({ parents }) => parents.length > 1)];
  const hashes = merges.map(({ hash }) => hash);
  const byHand = hashes.length === 0 ? new Map() : await source.mergedByHand(facts, hashes, signal);
  const work = updates.filter(({ hash }) => byHand.has(hash));
  const rest = updates.filter(({ hash }) => !byHand.has(hash));
  return {
    selected: work.length === 0 ? selected : [...selected, ...work].sort(newestFirst),
    omitted: [...omitted, ...rest.map(() => 'update-merge' as const)],
    updates: rest,
    byHand,
  };
}

/** The files that a person resolved in a merge. Their lines are not counted, because they come from several commits. */
export function handPatch(paths: readonly FilePath[] | undefined): PatchFact | null {
  const files = paths?.map((path) => ({ path, from: null, added: null, removed: null, status: 'modified' as const }));
  return files ? { patchId: null, files } : null;
}
