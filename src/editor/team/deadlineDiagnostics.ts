import { type Diagnostic, Range, type TextDocument } from 'vscode';
import { ownDiagnostic } from '../host/ownDiagnostic';
import type { DiagnosticSource } from '../written/liveDiagnostics';
import type { Deadlines } from './deadlines';
import { deadlineSentence } from './deadlineWords';

/** Marks deadlines that readers elsewhere cannot tell the instant of. */
export class DeadlineDiagnostics implements DiagnosticSource {
  readonly name = 'meridian.deadlines';

  constructor(private readonly deadlines: Deadlines) {}

  applies(document: TextDocument): boolean {
    return this.deadlines.applies(document);
  }

  diagnosticsIn(document: TextDocument): readonly Diagnostic[] {
    return this.deadlines.in(document).map(({ code, offset, length }) => {
      const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
      return ownDiagnostic(range, deadlineSentence(code), code);
    });
  }
}
