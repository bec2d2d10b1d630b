import type { LineSpan } from '../../../core/permalinks/codePermalink';

/** The part of the editor's `DocumentSymbol` that is read here. Lines count from 0. */
export interface SymbolNode {
  readonly name: string;
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
  readonly children: readonly SymbolNode[];
}

export interface EnclosingSymbol {
  /** `Ledger.post`, outermost first. */
  readonly name: string;
  /** Of the innermost. */
  readonly lines: LineSpan;
}

/** Deeper than that a name says nothing. */
const deepest = 5;
/** What TypeScript calls a function without a name: `rows.map() callback`, `<function>`. */
const nameless = /^<|\) callback$/;

/** The innermost symbol with a name that has all of the lines, or null. */
export function enclosingSymbol(symbols: readonly SymbolNode[], lines: LineSpan): EnclosingSymbol | null {
  const path: SymbolNode[] = [];
  for (let level = symbols; path.length < deepest; ) {
    const next = level.find((symbol) => encloses(symbol, lines) && !nameless.test(symbol.name));
    if (next === undefined) break;
    path.push(next);
    level = next.children;
  }
  const innermost = path.at(-1);
  if (innermost === undefined) return null;
  const { start, end } = innermost.range;
  return { name: path.map(({ name }) => name).join('.'), lines: { first: start.line + 1, last: end.line + 1 } };
}

function encloses({ range }: SymbolNode, { first, last }: LineSpan): boolean {
  return range.start.line + 1 <= first && last <= range.end.line + 1;
}
