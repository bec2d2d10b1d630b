import { type Fingerprints, fingerprintOf } from './fingerprints';
import type { Line, Section } from './sections';

interface Kept {
  readonly sections: readonly Section[];
  /** Fingerprints of what was left out, to be known the next time as well. */
  readonly deleted: readonly string[];
}

/**
 * The sections of a fresh draft without the lines that were drafted before and are nowhere in the document any more:
 * somebody took them out, or wrote their own in their place. A section goes as a whole where nothing is left of it.
 */
export function withoutDeleted(now: readonly Section[], was: readonly Section[], known: Fingerprints): Kept {
  const present = new Set(was.flatMap(({ lines }) => lines.map(({ text }) => text.trim())));
  const deleted: string[] = [];
  const sections = now.flatMap(({ key, lines }) => {
    const wasDrafted = ({ text }: Line) => known.has(fingerprintOf(key, text));
    const isGone = (line: Line) => wasDrafted(line) && !present.has(line.text.trim());
    const [heading] = key === '' ? [] : lines;
    const isLeft = lines.some((line) => wasDrafted(line) && present.has(line.text.trim()));
    const isDropped = heading !== undefined && isGone(heading) && !isLeft;
    const out = lines.filter((line) => isDropped || (line !== heading && isGone(line)));
    deleted.push(...out.map(({ text }) => fingerprintOf(key, text)));
    return isDropped ? [] : [{ key, lines: lines.filter((line) => !out.includes(line)) }];
  });
  return { sections, deleted };
}
