import { diffLines } from '../text/diffLines';
import { splitLines } from '../text/lineEnds';
import type { LineSpan } from './codePermalink';

/** Where selected lines of the working text are in an earlier text. */
export interface MappedLines {
  /** From the first to the last of the lines that are there, or null where none is. */
  readonly lines: LineSpan | null;
  /** Selected lines, by their numbers in the working text, that are not there: new, or changed since. */
  readonly missing: readonly number[];
}

/**
 * Follows lines through local edits, in whatever way either text ends its lines. Selected lines past the end count as
 * the last one.
 */
export function mapLines(working: string, earlier: string, selected: LineSpan): MappedLines {
  const after = linesOf(working);
  const before = linesOf(earlier);
  const first = Math.min(Math.max(1, selected.first), after.length);
  const last = Math.min(Math.max(first, selected.last), after.length);
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const origins = diffLines(before, after);
  const found = numbers.flatMap((number) => origins[number - 1] ?? []);
  const missing = numbers.filter((number) => (origins[number - 1] ?? null) === null);
  if (found.length === 0) return { lines: null, missing };
  return { lines: { first: Math.min(...found) + 1, last: Math.max(...found) + 1 }, missing };
}

/** The empty text after the last line feed is no line. */
function linesOf(text: string): string[] {
  const lines = splitLines(text.replace(/^\uFEFF/, ''));
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}
