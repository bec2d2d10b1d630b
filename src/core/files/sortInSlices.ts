import type { FilePath, Pacer } from '../ports';

/** Sorting this many paths takes a few milliseconds. */
const sliceLength = 4000;

/**
 * The paths in the order of their code units, sorted without holding the thread for all of them at once
 * (docs/security.md#r49).
 */
export async function sortInSlices(paths: readonly FilePath[], pacer: Pacer): Promise<readonly FilePath[]> {
  // Git lists paths in this order.
  if (isSorted(paths)) return paths;
  let runs: FilePath[][] = [];
  for (let at = 0; at < paths.length; at += sliceLength) {
    runs.push(paths.slice(at, at + sliceLength).sort());
    await pacer.breathe();
  }
  while (runs.length > 1) {
    const merged: FilePath[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(mergeSorted(runs[at] ?? [], runs[at + 1] ?? []));
      await pacer.breathe();
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function isSorted(paths: readonly FilePath[]): boolean {
  for (let at = 1; at < paths.length; at++) if ((paths[at - 1] ?? '') >= (paths[at] ?? '')) return false;
  return true;
}

/** Merges two sorted lists into one; a path in both is taken once. */
export function mergeSorted(left: readonly FilePath[], right: readonly FilePath[]): FilePath[] {
  const merged: FilePath[] = [];
  let at = 0;
  for (const path of right) {
    for (let next = left[at]; next !== undefined && next < path; next = left[at]) {
      merged.push(next);
      at++;
    }
    if (left[at] !== path) merged.push(path);
  }
  for (; at < left.length; at++) merged.push(left[at] ?? '');
  return merged;
}
