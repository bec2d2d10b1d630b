import { type Diagnostic, type Disposable, type Event, EventEmitter, type TextDocument } from 'vscode';
import { ownDiagnostic } from '../host/ownDiagnostic';
import { isOn } from '../host/settings';
import type { DiagnosticSource } from './liveDiagnostics';
import { gapsOf, hasDeadlineMarks, isWriting, type WrittenText } from './writtenText';

/**
 * Marks the gaps of a text that is being written, once the person has begun to write in it or has asked for its gaps.
 * Until then the lens above it counts them. Marks block nothing, neither saving nor sending.
 */
export class WrittenDiagnostics<Code extends string> implements DiagnosticSource, Disposable {
  readonly name: string;
  readonly changes: readonly Event<unknown>[];
  private readonly requested = new WeakSet<TextDocument>();
  private readonly request = new EventEmitter<void>();

  constructor(private readonly text: WrittenText<Code>) {
    this.name = `meridian.${text.name}`;
    this.changes = [...text.changes, this.request.event];
  }

  /** From now on the gaps of this document are marked, even while it is as it was drafted. */
  requestFor(document: TextDocument): void {
    this.requested.add(document);
    this.request.fire();
  }

  applies(document: TextDocument): boolean {
    return this.text.is(document);
  }

  diagnosticsIn(document: TextDocument): readonly Diagnostic[] {
    const { text } = this;
    if (!isOn(text.setting, document) || !isWriting(text, document)) return [];
    if (!this.requested.has(document) && text.isAsDrafted(document)) return [];
    const isMarkedElsewhere = hasDeadlineMarks(document);
    const gaps = gapsOf(text, document).filter(({ code }) => !isMarkedElsewhere || code !== text.unclearTime);
    return gaps.map(({ range, sentence, code }) => ownDiagnostic(range, sentence, code));
  }

  dispose(): void {
    this.request.dispose();
  }
}
