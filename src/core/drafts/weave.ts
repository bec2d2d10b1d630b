import { isSeparator } from '../text/tableCells';
import { fingerprintOf } from './fingerprints';
import { freshPiece, type Piece, typedPiece } from './pieces';
import type { Line } from './sections';

/** A line of the document, and whether it was drafted. */
export interface TaggedLine {
  readonly line: Line;
  readonly drafted: boolean;
}

export interface WeaveRules {
  /** Whether a fresh line is left out that the document does not have any more. */
  readonly isPrompt: (line: Line) => boolean;
  /** What a row is about, the surest name first; of other lines none. A typed row stands for the fresh one that has its first. */
  readonly rowNames: (line: Line) => readonly string[];
}

/**
 * The fresh lines of a section, with each block of typed lines after the drafted line that it followed; where that one
 * is gone before the one that it preceded, else after the last one before it that still exists. Their order stays.
 */
export function weave(was: readonly TaggedLine[], fresh: readonly Line[], key: string, rules: WeaveRules): Piece[] {
  const now = withTableHead(was, fresh);
  const places = placesOf(was, now, key);
  const rows = new Map<string, number>();
  now.forEach((line, at) => {
    for (const name of rules.rowNames(line)) if (!rows.has(name)) rows.set(name, at);
  });
  const slots = new Map<number, Piece[]>();
  const replaced = new Set<number>();
  let slot = -1;
  was.forEach(({ line, drafted }, at) => {
    if (drafted) return;
    const [row] = rules.rowNames(line);
    const rowAt = row === undefined ? undefined : rows.get(row);
    if (rowAt !== undefined) replaced.add(rowAt);
    slot = Math.max(slot, rowAt ?? places[at] ?? -1);
    const pieces = slots.get(slot);
    if (pieces) pieces.push(typedPiece(line));
    else slots.set(slot, [typedPiece(line)]);
  });
  const present = new Set(places.filter((_, at) => was[at]?.drafted));
  return [
    ...(slots.get(-1) ?? []),
    ...now.flatMap((line, at) => {
      const isLeftOut = replaced.has(at) || (rules.isPrompt(line) && !present.has(at));
      return [...(isLeftOut ? [] : [freshPiece(line, key)]), ...(slots.get(at) ?? [])];
    }),
  ];
}

/** Typed rows keep the head of their table where the fresh draft has no table any more. */
function withTableHead(was: readonly TaggedLine[], now: readonly Line[]): readonly Line[] {
  const isRow = ({ text }: Line) => text.trimStart().startsWith('|');
  const isOrphaned = !now.some(isRow) && was.some(({ line, drafted }) => !drafted && isRow(line));
  const separator = isOrphaned ? was.findIndex(({ line, drafted }) => drafted && isSeparator(line.text)) : -1;
  const head = was.slice(Math.max(separator - 1, 0), separator + 1).filter(({ drafted }) => drafted);
  // They have no line in the fresh draft whose tab stops they could take.
  return [...head.map(({ line }) => ({ ...line, number: -1 })), ...now];
}

/**
 * For each line of the document the fresh line at which it is (a drafted one) or after which it belongs (a typed one);
 * -1 is the start, and undefined a drafted line that is no more.
 */
function placesOf(was: readonly TaggedLine[], now: readonly Line[], key: string): (number | undefined)[] {
  const byFingerprint = new Map<string, number[]>();
  for (let at = now.length - 1; at >= 0; at--) {
    const fingerprint = fingerprintOf(key, now[at]?.text ?? '');
    const found = byFingerprint.get(fingerprint);
    if (found) found.push(at);
    else byFingerprint.set(fingerprint, [at]);
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
    places.fill(place, start, end);
    last = places[end] ?? last;
    start = end + 1;
  }
  return places;
}
