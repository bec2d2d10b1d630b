import { Diagnostic, DiagnosticSeverity, type Range } from 'vscode';

/** What the editor shows behind a mark of Meridian's, and by which such a mark is recognized. */
export const ownSource = 'Meridian';

/** A mark in a text. Most are no mistakes: they say what a reader will have to ask for. */
export function ownDiagnostic(range: Range, sentence: string, code: string, severity?: DiagnosticSeverity): Diagnostic {
  const diagnostic = new Diagnostic(range, sentence, severity ?? DiagnosticSeverity.Information);
  diagnostic.source = ownSource;
  diagnostic.code = code;
  return diagnostic;
}
