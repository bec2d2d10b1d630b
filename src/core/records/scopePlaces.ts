import { splitLines } from '../text/lineEnds';
import type { Field } from './read/field';
import { sourceOf } from './read/readRecord';
import { isScopeField } from './read/scope';
import type { ParsedRecord } from './record';
import { nameOfKey } from './write/locateField';

/** Where a glob of a scope stands: the line counts from 1, columns from 0. */
export interface PlacedGlob {
  readonly glob: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** How many lines below its label a value is searched in. */
const farthest = 80;

/**
 * Where the globs of a record's scope stand in the text of its file, in order: under `scope`, `paths` and the like in the
 * front matter, and in the lines of its head that say it.
 */
export function scopePlaces(
  record: Pick<ParsedRecord, 'path' | 'kind' | 'part' | 'scope'>,
  text: string,
): readonly PlacedGlob[] {
  const source = record.scope.length === 0 ? null : sourceOf(record, text);
  if (source === null) return [];
  const lines = splitLines(text);
  // The longest first: where one glob is the beginning of another, the longer one is what stands there.
  const globs = [...record.scope].sort((a, b) => b.length - a.length);
  const front = record.part ? [] : frontValues(lines, source.document.frontMatter.lines);
  const head = source.findings.fields.filter(({ name, zone }) => isScopeField(name) && zone === 'head');
  const inHead = head.flatMap((field) => headValues(lines, field)).flatMap((value) => globsIn(value, globs));
  return [
    ...front.flatMap((value) => globsIn(value, globs)),
    // In the head, what is neither marked as code nor has a star is prose.
    ...inHead.filter(({ glob, line, start }) => glob.includes('*') || lines[line - 1]?.[start - 1] === '`'),
  ].sort((a, b) => a.line - b.line || a.start - b.start);
}

/** The glob at a place, if there is one. */
export function scopeAt(places: readonly PlacedGlob[], line: number, column: number): PlacedGlob | null {
  return places.find((placed) => placed.line === line && placed.start <= column && column <= placed.end) ?? null;
}

/** A piece of a line in which globs may stand. */
interface Value {
  readonly line: number;
  readonly start: number;
  readonly text: string;
}

/** @param end the line of the closing fence; 0 without front matter */
function frontValues(lines: readonly string[], end: number): Value[] {
  const values: Value[] = [];
  let isOfScope = false;
  for (let line = 2; line < end; line++) {
    const text = lines[line - 1] ?? '';
    if (/^[^\s#-]/.test(text)) {
      const key = nameOfKey(text);
      isOfScope = isScopeField(key);
    }
    if (isOfScope) values.push({ line, start: 0, text });
  }
  return values;
}

/** The places of a field's values, one below the other from the label's line on. */
function headValues(lines: readonly string[], { line: first, values }: Field): Value[] {
  const found: Value[] = [];
  let line = first;
  for (const text of values) {
    const at = lines.slice(line - 1, first + farthest).findIndex((one) => one.includes(text));
    if (at < 0) continue;
    line += at;
    found.push({ line, start: lines[line - 1]?.lastIndexOf(text) ?? 0, text });
  }
  return found;
}

/** @param globs the longest first */
function globsIn({ line, start, text }: Value, globs: readonly string[]): PlacedGlob[] {
  const found: PlacedGlob[] = [];
  for (const glob of globs) {
    for (let at = text.indexOf(glob); at >= 0; at = text.indexOf(glob, at + glob.length)) {
      const placed = { glob, line, start: start + at, end: start + at + glob.length };
      if (!found.some((other) => placed.start < other.end && other.start < placed.end)) found.push(placed);
    }
  }
  return found;
}
