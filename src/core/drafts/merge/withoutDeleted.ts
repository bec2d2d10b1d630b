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
  const present = new Set(was.flatMap(({ lines }) => lines.map(({ text }) => comparable(text.trim()))));
  const isPresent = ({ text }: Line) => present.has(comparable(text.trim()));
  const renamed = was.filter((section) => isTypedHeading(section, origin));
  const isRenamed = (key: string) =>
    renamed.some((section) => section.lines.some(({ text }) => origin.isRecorded(key, text)));
  const isMoved = movedFrom(was, origin);
  let compared = 0;
  const deleted: string[] = [];
  const sections = now.flatMap(({ key, lines }) => {
    const wasDrafted = ({ text }: Line) => origin.isRecorded(key, text);
    const isGone = (line: Line) => wasDrafted(line) && !isPresent(line);
    const [heading] = key === '' ? [] : lines;
    const isInUse = lines.some((line) => wasDrafted(line) && isPresent(line));
    const isLost = heading !== undefined && isGone(heading) && !isInUse;
    const isDropped = isLost && !(++compared <= mostCompared && isRenamed(key));
    const isOut = (line: Line) =>
      isDropped ||
      ((line !== heading || asksInLine(line)) && (isGone(line) || (wasDrafted(line) && isMoved(key, line))));
    deleted.push(...lines.filter(isOut).map(({ text }) => fingerprintOf(key, text)));
    return isDropped ? [] : [{ key, lines: linesWithout(lines, isOut) }];
  });
  return { sections, deleted };
}

/** Tells of a line that was drafted below a heading of the document whether a person has put it below another one. */
function movedFrom(was: readonly Section[], origin: LineOrigin): (key: string, line: Line) => boolean {
  const homes = new Map<string, Set<string>>();
  for (const { key, lines } of was) {
    for (const { text } of lines) {
      const line = comparable(text.trim());
      homes.set(line, (homes.get(line) ?? new Set()).add(key));
    }
  }
  const headings = new Set(was.map(({ key }) => key));
  return (key, { text }) => {
    const places = [...(homes.get(comparable(text.trim())) ?? [])];
    const isElsewhere = places.length > 0 && places.every((place) => place !== key && !origin.isRecorded(place, text));
    return headings.has(key) && isElsewhere && /\p{L}/u.test(text);
  };
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
