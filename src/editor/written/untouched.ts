import type { TextDocument } from 'vscode';

/** This window's drafts without fingerprints, with the text as drafted: gaps are not marked before a person types. */
export class Untouched {
  /** Keyed by path: saving an untitled document gives it another URI. */
  private readonly texts = new Map<string, string>();

  begin(document: TextDocument): void {
    this.texts.set(document.uri.path, document.getText());
  }

  has(document: TextDocument): boolean {
    return this.texts.get(document.uri.path) === document.getText();
  }
}
