import type { MeantByPath } from '../names/meantByPath';
import type { ParsedRecord } from '../records/record';

/** What a name leads to, before the place is added. Null: it is no reference at all. */
export type Outcome =
  | { readonly resolution: 'resolved'; readonly target: ParsedRecord; readonly stale?: true }
  | { readonly resolution: 'ambiguous'; readonly candidates: readonly ParsedRecord[] }
  | { readonly resolution: 'missing' | 'foreign' }
  | null;

/** Null where nothing was found, or a file that is no record. */
export function outcomeOf(found: MeantByPath): Outcome {
  if (found.kind === 'one')
    return { resolution: 'resolved', target: found.record, ...(found.stale ? { stale: true } : {}) };
  return found.kind === 'several' ? { resolution: 'ambiguous', candidates: found.records } : null;
}
