import { append } from '../../lists';
import type { Draft, TabStop } from '../draft';
import { fingerprintOf, withComment } from '../fingerprints';
import { promptsIn } from '../prompts';
import type { Line } from '../sections';

/** A line of the merged document. */
export interface Piece {
  readonly line: Line;
  /** The section in which it counts as drafted; null for what a person typed. */
  readonly draftedIn: string | null;
  /** Whether `line` is the fresh draft's: then its tab stops come along. */
  readonly fresh: boolean;
  /** Whether a person took it out: it is not written, but recorded as drafted, so that the next redraft leaves it out. */
  readonly takenOut?: boolean;
}

export function typedPiece(line: Line): Piece {
  return { line, draftedIn: null, fresh: false };
}

export function freshPiece(line: Line, key: string): Piece {
  return { line, draftedIn: key, fresh: true };
}

/** A tab stop within its line. */
export interface LineStop {
  readonly stop: TabStop;
  readonly column: number;
}

/** The stops of a draft by line number, from 0. A stop that spans several lines is left out. */
export function stopsByLine({ text, stops }: Draft): ReadonlyMap<number, readonly LineStop[]> {
  const byLine = new Map<number, LineStop[]>();
  const ordered = [...stops].sort((a, b) => a.offset - b.offset);
  let start = 0;
  let at = 0;
  text.split('\n').forEach((line, number) => {
    const end = start + line.length;
    for (let stop = ordered[at]; stop !== undefined && stop.offset <= end; stop = ordered[++at]) {
      if (stop.offset + stop.length > end) continue;
      append(byLine, number, { stop, column: stop.offset - start });
    }
    start = end + 1;
  });
  return byLine;
}

/** A merged document before it is written. */
interface Merged {
  /** Null where there is no front matter. */
  readonly front: readonly Piece[] | null;
  readonly body: readonly Piece[];
  /** Fingerprints of drafted lines that a person deleted, to be recorded although they are not in it. */
  readonly deleted: readonly string[];
}

/**
 * The document with its fingerprints. Its stops are those of fresh lines, and the prompts left in lines of a person.
 * @param tips of the fresh draft's comment
 */
export function writeDraft({ front, body, deleted }: Merged, draft: Draft, tips: string): Draft {
  const stopsOf = stopFinder(draft);
  const stops: TabStop[] = [];
  const lines: string[] = [];
  let offset = 0;
  const write = (text: string) => {
    lines.push(text);
    offset += text.length + 1;
  };
  const writePiece = (piece: Piece) => {
    for (const { stop, column } of stopsOf(piece)) stops.push({ ...stop, offset: offset + column });
    write(piece.line.text);
  };
  if (front !== null) {
    write('---');
    front.forEach(writePiece);
    write('---');
  }
  let last: Piece | null = null;
  for (const piece of body.filter(({ takenOut }) => !takenOut)) {
    for (const blank of blanksBetween(last, piece)) if (lines.length > 0 || !piece.fresh) write(blank);
    writePiece(piece);
    last = piece;
  }
  const drafted = [...(front ?? []), ...body].flatMap(({ line, draftedIn }) =>
    draftedIn === null || line.text.trim() === '' ? [] : [fingerprintOf(draftedIn, line.text)],
  );
  return { text: withComment(`${lines.join('\n')}\n`, [...drafted, ...deleted], tips), stops };
}

/** Blank lines that a person left below a line stay, whatever follows now. */
function blanksBetween(last: Piece | null, { line, fresh }: Piece): readonly string[] {
  const below = last?.draftedIn === null ? last.line.below : [];
  // An item that a person changed stays in its list.
  const isInList = last?.fresh === false && fresh && isItem(last.line) && isItem(line);
  // The draft began with this line, and a person has put it elsewhere.
  const above = isInList ? [] : last !== null && fresh && line.number === 0 ? [''] : line.above;
  return below.length > above.length ? below : above;
}

function isItem({ text }: Line): boolean {
  return /^\s{0,6}(?:[-*+]|\d{1,3}[.)])\s/.test(text);
}

function stopFinder(draft: Draft): (piece: Piece) => readonly LineStop[] {
  const byLine = stopsByLine(draft);
  const choices = new Map(
    draft.stops.map((stop) => [draft.text.slice(stop.offset, stop.offset + stop.length), stop.choices]),
  );
  return ({ line, fresh }) => {
    if (fresh) return byLine.get(line.number) ?? [];
    return promptsIn(line.text).map(({ index, text }) => {
      return { column: index, stop: { offset: 0, length: text.length, choices: choices.get(text) ?? null } };
    });
  };
}
