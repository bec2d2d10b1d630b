import { type Diagnostic, DiagnosticSeverity, l10n, Range } from 'vscode';
import type { Finding, Severity, Span } from '../../../core/rules/finding';
import type { Sentence } from '../../../core/rules/sentences';
import { ownDiagnostic } from '../../host/ownDiagnostic';
import { visibleText } from '../../host/visibleText';

/** A sentence of a rule in the person's language. Every character of the repository's words in it is made visible. */
export function ruleSentence(sentence: Sentence): string {
  return l10n.t(sentence.template, ...sentence.values.map((value) => visibleText(String(value))));
}

const editorSeverity: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

export function diagnosticOf({ span, sentence, code, severity }: Finding): Diagnostic {
  return ownDiagnostic(rangeOf(span), ruleSentence(sentence), code, editorSeverity[severity]);
}

export function rangeOf({ startLine, startColumn, endLine, endColumn }: Span): Range {
  return new Range(startLine - 1, startColumn - 1, endLine - 1, endColumn - 1);
}
