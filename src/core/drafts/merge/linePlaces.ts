import { append } from '../../lists';
import { fingerprintOf } from '../fingerprints';
import type { Line } from '../sections';

/** A line of the document, and whether it was drafted. */
export interface TaggedLine {
  readonly line: Line;
  readonly drafted: boolean;
}

export function isRow({ text }: Line): boolean {
  return text.trimStart().startsWith('|');
}

/**
 * For each line of the document the index of the fresh line that equals it (a drafted line) or after which it belongs
 * (a typed one); -1 is the start, undefined a drafted line that is gone.
 */
export function placesOf(was: readonly TaggedLine[], now: readonly Line[], key: string): (number | undefined)[] {
  const byFingerprint = new Map<string, number[]>();
  for (let at = now.length - 1; at >= 0; at--) {
    const fingerprint = fingerprintOf(key, now[at]?.text ?? '');
    append(byFingerprint, fingerprint, at);
  }
  const places = was.map(({ line, drafted }) =>
    drafted ? byFingerprint.get(fingerprintOf(key, line.text))?.pop() : undefined,
  );
  let last = -1;
  for (let start = 0; start < was.length; ) {
    let end = start;
    while (end < was.length && !was[end]?.drafted) end++;
    const before = start === 0 ? -1 : places[start - 1];
    const after = places[end];
    const place = before ?? (after === undefined ? last : after - 1);
    const first = was[start]?.line;
    // The row above has other words now: the typed one stands below it all the same, within the table.
    const isBelowRow = before === undefined && end > start && first !== undefined && isRow(first);
    places.fill(isBelowRow ? lastRow(now.slice(0, after), place) : place, start, end);
    last = places[end] ?? last;
    start = end + 1;
  }
  return places;
}

/** The last of the rows that follow a place without another line between them. */
function lastRow(lines: readonly Line[], place: number): number {
  const end = lines.findIndex((line, at) => at > place && !isRow(line));
  return (end < 0 ? lines.length : end) - 1;
}
