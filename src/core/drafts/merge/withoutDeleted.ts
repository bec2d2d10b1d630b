import { comparable, fingerprintOf } from '../fingerprints';
import { asksInLine, type Line, type Section } from '../sections';
import { isTypedHeading, mostCompared } from './pairSections';
import type { LineOrigin } from './readDrafts';

interface Kept {
  readonly sections: readonly Section[];
  /** Fingerprints of the lines that were left out. They are recorded again, so that the next draft leaves them out too. */
  readonly deleted: readonly string[];
}

/**
 * The sections of a fresh draft without the lines that a person deleted, replaced or moved: those that were drafted before
 * and that stand nowhere in the document now, or below another heading while their own is still there. A section whose heading was deleted goes as a whole, unless a drafted line of
 * it is still in the document, or one that was drafted before stands below a heading that was typed.
 */
export function withoutDeleted(now: readonly Section[], was: readonly Section[], origin: LineOrigin): Kept {
  const renamed = was.filter((section) => isTypedHeading(section, origin));
  const isRenamed = (key: string) =>
    renamed.some((section) => section.lines.some(({ text }) => origin.isRecorded(key, text)));
  const homes = homesIn(was);
  const isPresent = ({ text }: Line) => homes.has(comparable(text.trim()));
  const isMoved = movedFrom(was, homes, origin);
  // An equal line that was drafted where it stands is no trace of another section.
  const isAstray = ({ text }: Line) => homesOf(homes, text).some((place) => !origin.isRecorded(place, text));
  let compared = 0;
  const deleted: string[] = [];
  const sections = now.flatMap(({ key, lines }) => {
    const wasDrafted = ({ text }: Line) => origin.isRecorded(key, text);
    const isGone = (line: Line) => wasDrafted(line) && !isPresent(line);
    const [heading] = key === '' ? [] : lines;
    const isInUse = lines.some((line) => wasDrafted(line) && isAstray(line));
    const isLost = heading !== undefined && isGone(heading) && !isInUse;
    const isDropped = isLost && !(++compared <= mostCompared && isRenamed(key));
    const isLeft = (line: Line) =>
      isDropped ||
      ((line !== heading || asksInLine(line)) && (isGone(line) || (wasDrafted(line) && isMoved(key, line))));
    const out = withMarks(lines, new Set(lines.filter(isLeft)), wasDrafted);
    const isOut = (line: Line) => out.has(line);
    deleted.push(...lines.filter(isOut).map(({ text }) => fingerprintOf(key, text)));
    return isDropped ? [] : [{ key, lines: linesWithout(lines, isOut) }];
  });
  return { sections, deleted };
}

/** Tells of a line that was drafted below a heading of the document whether a person has put it below another one. */
function movedFrom(
  was: readonly Section[],
  homes: ReadonlyMap<string, ReadonlySet<string>>,
  origin: LineOrigin,
): (key: string, line: Line) => boolean {
  const headings = new Set(was.map(({ key }) => key));
  return (key, { text }) => {
    const places = homesOf(homes, text);
    const isElsewhere = places.length > 0 && places.every((place) => place !== key && !origin.isRecorded(place, text));
    return headings.has(key) && isElsewhere && /\p{L}/u.test(text);
  };
}

/** Below which headings of the document each line stands. */
function homesIn(was: readonly Section[]): ReadonlyMap<string, ReadonlySet<string>> {
  const homes = new Map<string, Set<string>>();
  for (const { key, lines } of was) {
    for (const { text } of lines) {
      const line = comparable(text.trim());
      homes.set(line, (homes.get(line) ?? new Set()).add(key));
    }
  }
  return homes;
}

function homesOf(homes: ReadonlyMap<string, ReadonlySet<string>>, text: string): readonly string[] {
  return [...(homes.get(comparable(text.trim())) ?? [])];
}

/** The lines that are out, with the marks between them, such as the `>` between two paragraphs of a quote. */
function withMarks(
  lines: readonly Line[],
  out: ReadonlySet<Line>,
  wasDrafted: (line: Line) => boolean,
): ReadonlySet<Line> {
  if (out.size === 0) return out;
  const isMark = (line: Line) => line.text.trim() === '>' && wasDrafted(line);
  const words = lines.filter((line) => !isMark(line));
  let next = 0;
  return new Set(
    lines.filter((line) => {
      if (!isMark(line)) {
        next++;
        return out.has(line);
      }
      return [words[next - 1], words[next]].every((beside) => beside !== undefined && out.has(beside));
    }),
  );
}

/** The blank lines above what is left out stand above what follows it. */
function linesWithout(lines: readonly Line[], isOut: (line: Line) => boolean): readonly Line[] {
  let blank: readonly string[] = [];
  return lines.flatMap((line) => {
    const above = line.above.length > 0 ? line.above : blank;
    blank = isOut(line) ? above : [];
    return isOut(line) ? [] : [{ ...line, above }];
  });
}
