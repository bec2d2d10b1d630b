import { commands, type DocumentSymbol, languages, Range, type TextDocument, Uri, window, workspace } from 'vscode';
import type { LineSpan } from '../../core/permalinks/lineSpan';
import { askedProblems } from './askedProblems';
import { linesAbout, selectedLines } from './model/askedLines';
import { enclosingSymbol, type SymbolNode } from './model/symbolPath';

/** A problem that somebody asks about, from its quick fix. */
export interface ProblemPlace {
  readonly uri: Uri;
  readonly range: Range;
}

/** What is in front of the person who asks. */
export interface AskedAbout {
  readonly document: TextDocument;
  readonly lines: LineSpan;
  /** `Ledger.post`, or null. */
  readonly symbol: string | null;
  readonly problems: ReturnType<typeof askedProblems>;
}

/** A language server that only begins to read may take long; the question does not wait for a name. */
const symbolsLimit = 1_500;
/** A question shows no more of them; the permalink leads to all. */
const mostLines = 400;

function isProblemPlace(argument: unknown): argument is ProblemPlace {
  if (typeof argument !== 'object' || argument === null) return false;
  const { uri, range } = argument as Partial<Record<keyof ProblemPlace, unknown>>;
  return uri instanceof Uri && range instanceof Range;
}

/** The problem, else the selection, else what is around the cursor; null where no editor is in front. */
export async function askedAbout(argument: unknown): Promise<AskedAbout | null> {
  const editor = window.activeTextEditor;
  const place = isProblemPlace(argument) ? argument : editor && { uri: editor.document.uri, range: editor.selection };
  if (!place) return null;
  const document = await workspace.openTextDocument(place.uri);
  const selected = selectedLines(place.range);
  const symbol = enclosingSymbol(await symbolsOf(document.uri), selected);
  const isSelection = !isProblemPlace(argument) && !place.range.isEmpty;
  const lines = isSelection ? selected : linesAbout(selected, symbol, document.lineCount);
  const shown = { first: lines.first, last: Math.min(lines.last, lines.first + mostLines - 1) };
  const problems = askedProblems(languages.getDiagnostics(document.uri), isSelection ? shown : selected);
  return { document, lines: shown, symbol: symbol?.name ?? null, problems };
}

async function symbolsOf(uri: Uri): Promise<readonly SymbolNode[]> {
  const asked = Promise.resolve(
    commands.executeCommand<readonly DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri),
  ).catch(() => undefined);
  const found = await Promise.race([
    asked,
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), symbolsLimit)),
  ]);
  // Older providers give a flat list, which does not say what is within what.
  return (found ?? []).filter((symbol) => Array.isArray(symbol.children));
}
