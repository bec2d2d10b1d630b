import {
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { LineSpan } from '../../core/permalinks/codePermalink';
import { enclosingName } from '../../core/questions/enclosingName';
import type { CodeProblem } from '../../core/questions/questionInput';
import type { ShownCode } from '../../core/tasks/gatherQuestion';
import { splitLines } from '../../core/text/lineEnds';
import { wordSet } from '../../core/text/wordList';
import { symbolsOf } from '../workspace/documentSymbols';
import { enclosingSymbol } from '../workspace/model/symbolPath';
import { linesAbout, selectedLines, withoutBlankEnds } from './model/askedLines';

/** A problem that a question is about, from its quick fix. */
export interface ProblemPlace {
  readonly uri: Uri;
  readonly range: Range;
}

/** What is in front of the person who asks. */
export interface AskedAbout {
  readonly document: TextDocument;
  /** The lines of the problem, the selection or the cursor. */
  readonly marked: LineSpan;
  /** Whether the person selected the lines, so that no others are shown. */
  readonly isSelection: boolean;
}

/** The most lines that a question shows. It says how many it leaves out. */
const mostLines = 400;

function isProblemPlace(argument: unknown): argument is ProblemPlace {
  if (typeof argument !== 'object' || argument === null) return false;
  const { uri, range } = argument as Partial<Record<keyof ProblemPlace, unknown>>;
  return uri instanceof Uri && range instanceof Range;
}

const languagesWithoutCode = wordSet('plaintext markdown restructuredtext log json jsonc yaml');

/** What the question is about: the problem, else the selection, else the cursor; null where no editor is in front. */
export async function askedAbout(argument: unknown): Promise<AskedAbout | null> {
  const editor = window.activeTextEditor;
  const place = isProblemPlace(argument) ? argument : editor && { uri: editor.document.uri, range: editor.selection };
  if (!place) return null;
  const document = await workspace.openTextDocument(place.uri);
  const isSelection = !isProblemPlace(argument) && !place.range.isEmpty;
  return { document, marked: selectedLines(place.range), isSelection };
}

/** May wait for a language server, so it is asked while the person types. */
export async function shownCode(about: AskedAbout): Promise<ShownCode> {
  const { document, marked, isSelection } = about;
  const symbol = enclosingSymbol(await symbolsOf(document.uri), marked);
  const textOf = (line: number) => (line <= document.lineCount ? document.lineAt(line - 1).text : '');
  const { first, last } = isSelection ? marked : linesAbout(marked, symbol, document.lineCount);
  const shown = Math.min(last, first + mostLines - 1);
  const lines = withoutBlankEnds({ first, last: shown }, textOf);
  return {
    text: document.getText(),
    language: document.languageId === 'plaintext' ? '' : document.languageId,
    lines,
    cut: last - shown,
    symbol: symbol?.name ?? declaredAbove(document, marked),
    problems: markedProblems(about),
  };
}

/**
 * The enclosing name by the text alone, for where no language server answers: none is installed, or it is still
 * loading.
 */
function declaredAbove(document: TextDocument, lines: LineSpan): string | null {
  if (languagesWithoutCode.has(document.languageId)) return null;
  return enclosingName(splitLines(document.getText()), lines);
}

/** The editor's present problems in the marked lines. */
export function markedProblems({ document, marked }: AskedAbout): readonly CodeProblem[] {
  return problemsIn(languages.getDiagnostics(document.uri), marked);
}

const severities: Readonly<Record<DiagnosticSeverity, CodeProblem['severity']>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** The editor's problems in some lines, the worst first. Hints are left out: they are about style. */
function problemsIn(diagnostics: readonly Diagnostic[], { first, last }: LineSpan): readonly CodeProblem[] {
  return diagnostics
    .filter(({ severity }) => severity !== DiagnosticSeverity.Hint)
    .map((diagnostic) => ({ diagnostic, at: selectedLines(diagnostic.range) }))
    .filter(({ at }) => at.first <= last && first <= at.last)
    .sort((a, b) => a.diagnostic.severity - b.diagnostic.severity || a.at.first - b.at.first)
    .map(({ diagnostic, at }) => ({
      line: at.first,
      severity: severities[diagnostic.severity],
      message: diagnostic.message,
      source: sourceOf(diagnostic),
    }));
}

/** `ts 2345`, `eslint no-shadow`. */
function sourceOf({ source = '', code }: Diagnostic): string {
  const name = typeof code === 'object' ? code.value : (code ?? '');
  return `${source} ${name}`.trim();
}
