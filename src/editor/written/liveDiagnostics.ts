import {
  type Diagnostic,
  type DiagnosticCollection,
  type Disposable,
  type Event,
  languages,
  type TextDocument,
  workspace,
} from 'vscode';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import { onSettings } from '../host/settings';

/** Milliseconds after the last edit before diagnostics are computed. */
const quiet = 400;
const maxDiagnostics = 100;

/** What a `LiveDiagnostics` shows in documents. */
export interface DiagnosticSource {
  /** The name of the collection, such as `meridian.deadlines`. */
  readonly name: string;
  /** Whether a document may have something to mark. Asked at every key press. */
  applies(document: TextDocument): boolean;
  /** Empty where the source does not apply. */
  diagnosticsIn(document: TextDocument): readonly Diagnostic[];
  /** When any of these fires, the diagnostics of every document may have changed. */
  readonly changes?: readonly Event<unknown>[];
}

/** Keeps the diagnostics of a source up to date in open documents: when they open, and a moment after an edit. */
export class LiveDiagnostics implements Disposable {
  private readonly disposables = new Disposables();
  private readonly collection: DiagnosticCollection;
  private readonly waiting = new Map<TextDocument, NodeJS.Timeout>();

  constructor(
    private readonly source: DiagnosticSource,
    private readonly boundary: Boundary,
  ) {
    this.collection = this.disposables.add(languages.createDiagnosticCollection(source.name));
    this.disposables.add(workspace.onDidOpenTextDocument((document) => this.publish(document)));
    this.disposables.add(workspace.onDidChangeTextDocument(({ document }) => this.publishSoon(document)));
    this.disposables.add(
      workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
        this.collection.delete(document.uri);
      }),
    );
    this.disposables.add(onSettings(() => this.publishAll()));
    for (const change of source.changes ?? []) this.disposables.add(change(() => this.publishAll()));
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
    if (!this.source.applies(document) && !this.collection.has(document.uri)) return;
    this.forget(document);
    this.waiting.set(
      document,
      setTimeout(() => this.publish(document), quiet),
    );
  }

  private publish(document: TextDocument): void {
    this.forget(document);
    const find = this.boundary.provider(this.source.name, [], () => this.source.diagnosticsIn(document));
    const found = find();
    if (found.length > 0) this.collection.set(document.uri, found.slice(0, maxDiagnostics));
    else this.collection.delete(document.uri);
  }

  private forget(document: TextDocument): void {
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
  }
}
