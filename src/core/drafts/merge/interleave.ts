import { MultiMap } from '../../multiMap';

/** A part of the document, its partner in the fresh draft, or both. */
interface Pair<T> {
  readonly was: T | null;
  readonly now: T | null;
}

/**
 * The parts of both in one order, that of the document. A new part goes after the part that it follows in the fresh
 * draft, or, where `goesBefore` says so, before the part that it precedes there.
 * @param partners the part of the fresh draft that belongs to a part of the document
 */
export function interleave<T>(
  was: readonly T[],
  now: readonly T[],
  partners: ReadonlyMap<T, T>,
  goesBefore: (part: T) => boolean = () => false,
): Pair<T>[] {
  const paired = new Set(partners.values());
  const after = new MultiMap<T | null, T>();
  const before = new MultiMap<T, T>();
  let anchor: T | null = null;
  now.forEach((part, at) => {
    const next = now[at + 1];
    if (paired.has(part)) anchor = part;
    else if (goesBefore(part) && next !== undefined && paired.has(next)) before.add(next, part);
    else after.add(anchor, part);
  });
  const added = (parts: Iterable<T>): Pair<T>[] => [...parts].map((part) => ({ was: null, now: part }));
  return [
    ...added(after.get(null)),
    ...was.flatMap((part): Pair<T>[] => {
      const partner = partners.get(part);
      if (partner === undefined) return [{ was: part, now: null }];
      return [...added(before.get(partner)), { was: part, now: partner }, ...added(after.get(partner))];
    }),
  ];
}
