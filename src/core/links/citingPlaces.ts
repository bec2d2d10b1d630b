import type { Backlink } from './link';

/** The places that cite a record. A link whose text and target both name it counts once. */
export function citingPlaces(backlinks: readonly Backlink[]): readonly Backlink[] {
  const linked = new Set(backlinks.flatMap((one) => (one.reference.isLabel ? [] : lineOf(one))));
  return backlinks.filter((one) => !one.reference.isLabel || !linked.has(lineOf(one)));
}

function lineOf({ file, reference }: Backlink): string {
  return `${file}:${reference.line}`;
}
