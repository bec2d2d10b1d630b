import type { FilePath } from '../../../core/ports';
import type { DocRecord, Relation } from '../../../core/records/record';

/** One record in the chain of supersession. */
export interface ChainEntry {
  /** Null where the record is not in this workspace folder; `text` has it as written. */
  readonly record: DocRecord | null;
  readonly text: string;
  readonly isCurrent: boolean;
  /** Only a part of the older record is replaced. */
  readonly partial: boolean;
  /** The newer record is not in force yet. */
  readonly pending: boolean;
}

/** Oldest first; a step holds what stands at the same distance from the record. */
export type Chain = readonly (readonly ChainEntry[])[];

const longestSide = 6;
const widestStep = 8;

/**
 * What a record replaced and what replaced it, in both directions. Walks step by step and visits each record once, so
 * that cycles, self-references and chains of thousands end (docs/security.md#hostile-input, D17). One step with the
 * record itself where there is none.
 */
export function chainOf(record: DocRecord, find: (path: FilePath) => DocRecord | undefined): Chain {
  const seen = new Set([record.path]);
  const current: ChainEntry = { record, text: record.title, isCurrent: true, partial: false, pending: false };
  const side = (relationsOf: (from: DocRecord) => readonly Relation[]): ChainEntry[][] => {
    const steps: ChainEntry[][] = [];
    for (let step = [current]; step.length > 0 && steps.length < longestSide; ) {
      const next = step.flatMap((entry) => (entry.record ? relationsOf(entry.record) : []));
      step = next.filter(({ path }) => path === null || isNew(seen, path)).map((relation) => asEntry(relation, find));
      step = step.slice(0, widestStep);
      if (step.length > 0) steps.push(step);
    }
    return steps;
  };
  const older = side((from) => from.supersedes);
  const newer = side((from) => from.supersededBy);
  return [...older.reverse(), [current], ...newer];
}

function isNew(seen: Set<FilePath>, path: FilePath): boolean {
  const before = seen.size;
  return seen.add(path).size > before;
}

function asEntry(relation: Relation, find: (path: FilePath) => DocRecord | undefined): ChainEntry {
  const { path, text, partial, pending } = relation;
  return { record: (path !== null && find(path)) || null, text, isCurrent: false, partial, pending };
}
