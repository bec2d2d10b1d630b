import type { Line } from '../sections';
import type { TaggedLine } from './linePlaces';

/** Sections whose rows are facts, of which a person may write one in words of their own. */
export const rowKeys: ReadonlySet<string> = new Set(['done', 'doing', 'shipped', 'watch out']);

const isItem = ({ text }: Line) => /^\s{0,3}[-*+] \S/.test(text);

/**
 * The fresh rows that a person has reworded: they were drafted before, stand nowhere in the document now, and between
 * the same neighbours are at least as many rows that were typed. Fewer typed rows do not tell which of them is gone.
 * @param places as of `placesOf`
 */
export function rewordedRows(
  was: readonly TaggedLine[],
  now: readonly Line[],
  places: readonly (number | undefined)[],
  isRecorded: (line: Line) => boolean,
): ReadonlySet<number> {
  const reworded = new Set<number>();
  const standing = new Set(was.flatMap(({ line, drafted }) => (drafted ? [line.text] : [])));
  const isGone = (line: Line) => isItem(line) && isRecorded(line) && !standing.has(line.text);
  let above = -1;
  let typed = 0;
  const close = (below: number) => {
    const between = now.slice(above + 1, below);
    const missing = between.flatMap((line, at) => (isGone(line) ? [above + 1 + at] : []));
    if (missing.length <= typed) for (const at of missing) reworded.add(at);
    above = below;
    typed = 0;
  };
  was.forEach(({ line, drafted }, at) => {
    const place = places[at];
    if (!drafted) typed += isItem(line) ? 1 : 0;
    else if (place !== undefined && place > above) close(place);
  });
  close(now.length);
  return reworded;
}
