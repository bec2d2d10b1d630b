import type { LineSpan } from '../../../core/permalinks/codePermalink';
import type { EnclosingSymbol } from '../../workspace/model/symbolPath';

/** The part of the editor's ranges that is used here. Lines count from 0. */
interface Selected {
  readonly start: { readonly line: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A shorter symbol says too little by itself; a longer one is too long to be an example. */
const leastSymbolLines = 3;
const mostSymbolLines = 40;
const linesAround = 3;

/** The lines of a selection, without a last line in which nothing is selected. */
export function selectedLines({ start, end }: Selected): LineSpan {
  const isWhole = end.character === 0 && end.line > start.line;
  return { first: start.line + 1, last: isWhole ? end.line : end.line + 1 };
}

/**
 * Without blank lines at either end, which a reader does not see but the line numbers would count; unchanged where all
 * are blank.
 */
export function withoutBlankEnds({ first, last }: LineSpan, textOf: (line: number) => string): LineSpan {
  const numbers = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((line) => textOf(line).trim());
  return { first: numbers[0] ?? first, last: numbers.at(-1) ?? last };
}

/**
 * The lines to show where nothing is selected: the enclosing symbol if it has a readable size, else the lines around.
 */
export function linesAbout(lines: LineSpan, symbol: EnclosingSymbol | null, lineCount: number): LineSpan {
  const size = symbol ? symbol.lines.last - symbol.lines.first + 1 : 0;
  if (symbol && leastSymbolLines <= size && size <= mostSymbolLines) return symbol.lines;
  return { first: Math.max(1, lines.first - linesAround), last: Math.min(lineCount, lines.last + linesAround) };
}
