import type { Catalogue } from '../names/catalogue';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import type { Remote } from './remotes';

/** Which files exist; `FileTree` is one. */
export interface KnownFiles {
  has(path: FilePath): boolean;
}

/** What references are resolved against. */
export interface World {
  readonly catalogue: Catalogue;
  readonly files: KnownFiles;
  /** The repository's own addresses; empty where it has none or they are not known. */
  readonly remotes: readonly Remote[];
}

/** What a name leads to, before the place is added. Null: it is no reference at all. */
export type Outcome =
  | { readonly resolution: 'resolved'; readonly target: ParsedRecord; readonly stale?: true }
  | { readonly resolution: 'ambiguous'; readonly candidates: readonly ParsedRecord[] }
  | { readonly resolution: 'missing' | 'foreign' }
  | null;

/** The nearest of the candidates, or all of them; null where there are none. */
export function nearestOutcome(world: World, candidates: readonly ParsedRecord[], from: FilePath): Outcome {
  const found = world.catalogue.nearest(candidates, from);
  if (found.kind === 'none') return null;
  return found.kind === 'one'
    ? { resolution: 'resolved', target: found.record }
    : { resolution: 'ambiguous', candidates: found.records };
}
