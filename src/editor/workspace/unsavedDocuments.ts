import { type Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import type { OverlayFiles } from '../../core/files/overlayFiles';
import type { FilePath } from '../../core/ports';
import { Disposables } from '../host/disposables';
import { longestDocument } from '../host/longestDocument';

/**
 * Lays the text of open, unsaved documents over the files, and removes it when they are saved, reverted or closed. The
 * text is fetched once for each batch (`collect`), not at every key press.
 */
export class UnsavedDocuments implements Disposable {
  private readonly waiting = new Map<FilePath, TextDocument>();
  private readonly disposables = new Disposables();

  constructor(
    private readonly files: OverlayFiles,
    private readonly pathOf: (uri: Uri) => FilePath | undefined,
    private readonly changed: (path: FilePath, isTyped: boolean) => void,
  ) {
    this.disposables.add(workspace.onDidChangeTextDocument(({ document }) => this.touch(document)));
    this.disposables.add(workspace.onDidSaveTextDocument((document) => this.settle(document)));
    this.disposables.add(workspace.onDidCloseTextDocument((document) => this.settle(document)));
    for (const document of workspace.textDocuments) if (document.isDirty) this.touch(document);
  }

  /** Copies what was typed since the last call into the file store. */
  collect(): void {
    for (const [path, document] of this.waiting) {
      if (document.isClosed || !document.isDirty) this.files.clear(path);
      else this.files.set(path, document.getText().slice(0, longestDocument));
    }
    this.waiting.clear();
  }

  dispose(): void {
    this.disposables.dispose();
    this.waiting.clear();
  }

  private touch(document: TextDocument): void {
    const path = document.uri.scheme === 'git' ? undefined : this.pathOf(document.uri);
    if (path === undefined || document.isUntitled) return;
    this.waiting.set(path, document);
    this.changed(path, true);
  }

  private settle(document: TextDocument): void {
    const path = document.uri.scheme === 'git' ? undefined : this.pathOf(document.uri);
    if (path === undefined || document.isUntitled) return;
    this.waiting.delete(path);
    this.files.clear(path);
    this.changed(path, false);
  }
}
