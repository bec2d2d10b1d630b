import {
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { Boundary } from '../boundary';
import { Disposables } from '../disposables';
import type { Deadlines } from './deadlines';
import { deadlineSentence } from './deadlineWords';

/** Milliseconds of quiet after an edit. */
const quiet = 400;
const maxDeadlines = 100;

/** Marks deadlines that readers elsewhere cannot tell the instant of, in the documents that are open. */
export class DeadlineDiagnostics implements Disposable {
  private readonly disposables = new Disposables();
  private readonly collection: DiagnosticCollection;
  private readonly waiting = new Map<TextDocument, NodeJS.Timeout>();

  constructor(
    private readonly deadlines: Deadlines,
    private readonly boundary: Boundary,
  ) {
    this.collection = this.disposables.add(languages.createDiagnosticCollection('meridian.deadlines'));
    this.disposables.add(workspace.onDidOpenTextDocument((document) => this.publish(document)));
    this.disposables.add(workspace.onDidChangeTextDocument(({ document }) => this.publishSoon(document)));
    this.disposables.add(
      workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
        this.collection.delete(document.uri);
      }),
    );
    this.disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('meridian')) this.publishAll();
      }),
    );
    this.publishAll();
  }

  dispose(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    this.disposables.dispose();
  }

  private publishAll(): void {
    for (const document of workspace.textDocuments) this.publish(document);
  }

  private publishSoon(document: TextDocument): void {
    if (!this.deadlines.applies(document)) return;
    this.forget(document);
    this.waiting.set(
      document,
      setTimeout(() => this.publish(document), quiet),
    );
  }

  private publish(document: TextDocument): void {
    this.forget(document);
    const found = this.boundary.sync('deadlines', [], () => this.deadlines.in(document))();
    const diagnostics = found.slice(0, maxDeadlines).map(({ code, offset, length }) => {
      const range = new Range(document.positionAt(offset), document.positionAt(offset + length));
      const diagnostic = new Diagnostic(range, deadlineSentence(code), DiagnosticSeverity.Information);
      diagnostic.source = 'Meridian';
      diagnostic.code = code;
      return diagnostic;
    });
    this.collection.set(document.uri, diagnostics);
  }

  private forget(document: TextDocument): void {
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
  }
}
