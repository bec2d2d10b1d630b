/** A part of a pattern that takes exactly `length` items. */
export interface Run<Items> {
  readonly length: number;
  /** Whether it takes the items from `at` on, of which there are enough. */
  readonly fits: (items: Items, at: number) => boolean;
}

/**
 * Whether items are the runs in their order, with any number of others between two of them, but none before the first
 * and after the last. Each run takes the first place that it can: what comes later has the most room then, so that no
 * other place needs to be tried.
 */
export function fitsInOrder<Items extends { readonly length: number }>(
  runs: readonly Run<Items>[],
  items: Items,
): boolean {
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return items.length === 0;
  if (runs.length === 1) return first.length === items.length && first.fits(items, 0);
  const end = items.length - last.length;
  if (first.length > end || !first.fits(items, 0) || !last.fits(items, end)) return false;
  let at = first.length;
  for (let index = 1; index < runs.length - 1; index++) {
    const run = runs[index] ?? last;
    while (at + run.length <= end && !run.fits(items, at)) at++;
    at += run.length;
    if (at > end) return false;
  }
  return true;
}
