import { type Diagnostic, type Disposable, type Event, EventEmitter, type TextDocument } from 'vscode';
import { checkHandoff } from '../../../core/drafts/readiness';
import { Disposables } from '../../host/disposables';
import { ownDiagnostic } from '../../host/ownDiagnostic';
import type { DiagnosticSource } from '../../written/liveDiagnostics';
import { placeOfGap } from '../../written/placeOfGap';
import type { HandoffDocuments } from './handoffDocuments';
import { gapSentence } from './readinessWords';

/** Marks what is missing in the handoff that one is writing; it never keeps anybody from saving. */
export class HandoffReadiness implements DiagnosticSource, Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<void>());
  readonly name = 'meridian.handoff';
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly documents: HandoffDocuments,
    /** Whose note a document is may be known only later. */
    whoChanged: Event<void>,
  ) {
    this.disposables.add(whoChanged(() => this.changed.fire()));
  }

  applies(document: TextDocument): boolean {
    return this.documents.isHandoff(document);
  }

  diagnosticsIn(document: TextDocument): readonly Diagnostic[] {
    if (!this.documents.isBeingWritten(document)) return [];
    return checkHandoff(document.getText()).map((gap) =>
      ownDiagnostic(placeOfGap(document, gap), gapSentence(gap), gap.code),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
