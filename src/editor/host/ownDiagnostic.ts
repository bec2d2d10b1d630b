import { Diagnostic, DiagnosticSeverity, type Range } from 'vscode';

/** The source that the editor shows with Meridian's diagnostics, and by which they are recognised. */
export const ownSource = 'Meridian';

/** A diagnostic in a text. Most are no mistakes: they say what a reader will have to ask for. */
export function ownDiagnostic(range: Range, sentence: string, code: string, severity?: DiagnosticSeverity): Diagnostic {
  const diagnostic = new Diagnostic(range, sentence, severity ?? DiagnosticSeverity.Information);
  diagnostic.source = ownSource;
  diagnostic.code = code;
  return diagnostic;
}
