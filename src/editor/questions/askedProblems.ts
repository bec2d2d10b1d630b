import { type Diagnostic, DiagnosticSeverity } from 'vscode';
import type { LineSpan } from '../../core/permalinks/codePermalink';
import type { CodeProblem } from '../../core/questions/questionInput';
import { selectedLines } from './model/askedLines';

const severities: Readonly<Record<DiagnosticSeverity, CodeProblem['severity']>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
};

/** The editor's problems in some lines, the worst first. Hints are about style, and nobody asks about them. */
export function askedProblems(diagnostics: readonly Diagnostic[], { first, last }: LineSpan): readonly CodeProblem[] {
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
