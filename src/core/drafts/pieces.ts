import type { Draft, TabStop } from './draft';
import { fingerprintOf, withComment } from './fingerprints';
import type { Line } from './sections';

/** A line of the merged document. */
export interface Piece {
  readonly line: Line;
  /** The section in which it counts as drafted; null for what a person typed. */
  readonly draftedIn: string | null;
  /** Whether `line` is the fresh draft's: then its tab stops come along. */
  readonly fresh: boolean;
}

export function typedPiece(line: Line): Piece {
  return { line, draftedIn: null, fresh: false };
}

export function freshPiece(line: Line, key: string): Piece {
  return { line, draftedIn: key, fresh: true };
}

/** A tab stop within its line. */
interface LineStop {
  readonly stop: TabStop;
  readonly column: number;
}

/** The stops of a draft by the number of their line. One that reaches over lines has no place of its own. */
export function stopsByLine({ text, stops }: Draft): ReadonlyMap<number, readonly LineStop[]> {
  const byLine = new Map<number, LineStop[]>();
  const ordered = [...stops].sort((a, b) => a.offset - b.offset);
  let start = 0;
  let at = 0;
  text.split('\n').forEach((line, number) => {
    const end = start + line.length;
    for (let stop = ordered[at]; stop !== undefined && stop.offset <= end; stop = ordered[++at]) {
      if (stop.offset + stop.length > end) continue;
      byLine.set(number, [...(byLine.get(number) ?? []), { stop, column: stop.offset - start }]);
    }
    start = end + 1;
  });
  return byLine;
}

/** The document with its fingerprints, and the stops of the fresh lines in it, in the fresh draft's order. */
export function writePieces(front: readonly Piece[] | null, pieces: readonly Piece[], draft: Draft): Draft {
  const stops = stopsByLine(draft);
  const moved = new Map<TabStop, TabStop>();
  const lines: string[] = [];
  let offset = 0;
  const write = (text: string) => {
    lines.push(text);
    offset += text.length + 1;
  };
  const writePiece = ({ line, fresh }: Piece) => {
    for (const { stop, column } of (fresh && stops.get(line.number)) || []) {
      moved.set(stop, { ...stop, offset: offset + column });
    }
    write(line.text);
  };
  if (front !== null) {
    write('---');
    front.forEach(writePiece);
    write('---');
  }
  let below: readonly string[] = [];
  for (const piece of pieces) {
    const { above } = piece.line;
    for (const blank of below.length > above.length ? below : above) write(blank);
    writePiece(piece);
    // What a person set apart stays apart, whatever follows now.
    below = piece.draftedIn === null ? piece.line.below : [];
  }
  const drafted = [...(front ?? []), ...pieces].flatMap(({ line, draftedIn }) =>
    draftedIn === null || line.text.trim() === '' ? [] : [fingerprintOf(draftedIn, line.text)],
  );
  return {
    text: withComment(`${lines.join('\n')}\n`, drafted),
    stops: draft.stops.flatMap((stop) => moved.get(stop) ?? []),
  };
}
