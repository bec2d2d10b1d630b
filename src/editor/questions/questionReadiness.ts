import { Diagnostic, DiagnosticSeverity, type TextDocument } from 'vscode';
import { settingKeys } from '../host/ids';
import { isOn } from '../host/settings';
import type { DiagnosticSource } from '../written/liveDiagnostics';
import { placeOfLine } from '../written/placeOfGap';
import type { QuestionDocuments } from './questionDocuments';
import { questionGapSentence } from './questionWords';

/** Marks what the reader of a question would have to ask back for; it never keeps anybody from asking. */
export class QuestionReadiness implements DiagnosticSource {
  readonly name = 'meridian.question';

  constructor(private readonly documents: QuestionDocuments) {}

  applies(document: TextDocument): boolean {
    return this.documents.isQuestion(document);
  }

  diagnosticsIn(document: TextDocument): readonly Diagnostic[] {
    if (!this.documents.isBeingWritten(document)) return [];
    // Deadlines are marked with their quick fixes where those are on.
    const isTold = isOn(settingKeys.deadlines, document);
    const gaps = this.documents.gapsIn(document).filter(({ code }) => !isTold || code !== 'unclear-needed-by');
    return gaps.map((gap) => {
      const range = placeOfLine(document, gap.line);
      const diagnostic = new Diagnostic(range, questionGapSentence(gap), DiagnosticSeverity.Information);
      diagnostic.source = 'Meridian';
      diagnostic.code = gap.code;
      return diagnostic;
    });
  }
}
