import type { Backlink } from './link';

/** The places that cite a record, a link once though its words and its target both name the record. */
export function citingPlaces(backlinks: readonly Backlink[]): readonly Backlink[] {
  const linked = new Set(backlinks.flatMap((one) => (one.reference.isLabel ? [] : lineOf(one))));
  return backlinks.filter((one) => !one.reference.isLabel || !linked.has(lineOf(one)));
}

function lineOf({ file, reference }: Backlink): string {
  return `${file}:${reference.line}`;
}
