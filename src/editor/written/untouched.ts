import type { TextDocument } from 'vscode';

/** The drafts of this window that carry no fingerprints, as they were drafted: one that was not typed in is not marked. */
export class Untouched {
  /** By path: saving gives a document that had none yet another URI. */
  private readonly texts = new Map<string, string>();

  begin(document: TextDocument): void {
    this.texts.set(document.uri.path, document.getText());
  }

  has(document: TextDocument): boolean {
    return this.texts.get(document.uri.path) === document.getText();
  }
}
