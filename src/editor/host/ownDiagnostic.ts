import { Diagnostic, DiagnosticSeverity, type Range } from 'vscode';

/** What the editor shows behind what Meridian marks, and by which it is told from everybody else's. */
export const ownSource = 'Meridian';

/** A mark in a text. Most are no mistakes: they say what a reader will have to ask for. */
export function ownDiagnostic(range: Range, sentence: string, code: string, severity?: DiagnosticSeverity): Diagnostic {
  const diagnostic = new Diagnostic(range, sentence, severity ?? DiagnosticSeverity.Information);
  diagnostic.source = ownSource;
  diagnostic.code = code;
  return diagnostic;
}
