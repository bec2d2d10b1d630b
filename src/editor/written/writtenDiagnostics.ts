import type { Diagnostic, Event, TextDocument } from 'vscode';
import { ownDiagnostic } from '../host/ownDiagnostic';
import { isOn } from '../host/settings';
import type { DiagnosticSource } from './liveDiagnostics';
import { gapsOf, hasDeadlineMarks, isWriting, type WrittenText } from './writtenText';

/** Marks what a text that is being written lacks. It blocks nothing: neither saving nor sending. */
export class WrittenDiagnostics<Code extends string> implements DiagnosticSource {
  readonly name: string;
  readonly changes: readonly Event<unknown>[];

  constructor(private readonly text: WrittenText<Code>) {
    this.name = `meridian.${text.name}`;
    this.changes = text.changes;
  }

  applies(document: TextDocument): boolean {
    return this.text.is(document);
  }

  diagnosticsIn(document: TextDocument): readonly Diagnostic[] {
    const { text } = this;
    if (!isOn(text.setting, document) || !isWriting(text, document)) return [];
    const isMarkedElsewhere = hasDeadlineMarks(document);
    const gaps = gapsOf(text, document).filter(({ code }) => !isMarkedElsewhere || code !== text.unclearTime);
    return gaps.map(({ range, sentence, code }) => ownDiagnostic(range, sentence, code));
  }
}
