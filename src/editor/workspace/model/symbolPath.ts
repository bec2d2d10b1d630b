import type { LineSpan } from '../../../core/permalinks/codePermalink';

/** The part of the editor's `DocumentSymbol` that is read here. Lines count from 0. */
export interface SymbolNode {
  readonly name: string;
  /** A value of the editor's `SymbolKind`. */
  readonly kind?: number;
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly children: readonly SymbolNode[];
}

export interface EnclosingSymbol {
  /** `Ledger.post`, outermost first. */
  readonly name: string;
  /** The lines of the innermost symbol. */
  readonly lines: LineSpan;
}

/** A longer path says nothing more. */
const deepest = 5;
/** The values of `SymbolKind` for a file, a module, a namespace and a package. */
const wholes: ReadonlySet<number> = new Set([0, 1, 2, 3]);
/** The names of anonymous functions in TypeScript: `rows.map() callback`, `<function>`. */
const nameless = /^<|\) callback$/;

/** The innermost named symbol that contains all of the lines, or null. */
export function enclosingSymbol(symbols: readonly SymbolNode[], lines: LineSpan): EnclosingSymbol | null {
  const path = symbolPath(symbols, lines);
  const innermost = path.at(-1);
  if (innermost === undefined) return null;
  const { start, end } = innermost.range;
  return { name: path.map(({ name }) => name).join('.'), lines: { first: start.line + 1, last: end.line + 1 } };
}

/**
 * The first line of the innermost named symbol around a line. Null where there is none, and where it is a file, a
 * module or the like: a reference at its first line would not be about all of it.
 * @param line counts from 0
 */
export function lineOfSymbol(symbols: readonly SymbolNode[], line: number): number | null {
  const innermost = symbolPath(symbols, { first: line + 1, last: line + 1 }).at(-1);
  return innermost === undefined || wholes.has(innermost.kind ?? -1) ? null : innermost.range.start.line;
}

/** The symbols around the lines, outermost first. */
function symbolPath(symbols: readonly SymbolNode[], lines: LineSpan): readonly SymbolNode[] {
  const path: SymbolNode[] = [];
  for (let level = symbols; path.length < deepest; ) {
    const next = level.find((symbol) => encloses(symbol, lines) && !nameless.test(symbol.name));
    if (next === undefined) break;
    path.push(next);
    level = next.children;
  }
  return path;
}

function encloses({ range }: SymbolNode, { first, last }: LineSpan): boolean {
  return range.start.line + 1 <= first && last <= range.end.line + 1;
}
