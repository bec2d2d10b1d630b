import { type TextDocument, workspace } from 'vscode';
import { longestDocument } from './longestDocument';

/**
 * Whether a document may be a text in progress: Markdown in a folder of the window or not saved yet, and no old
 * version.
 */
export function isOwnMarkdown(document: TextDocument): boolean {
  if (document.languageId !== 'markdown' || document.isClosed) return false;
  return document.isUntitled || workspace.getWorkspaceFolder(document.uri) !== undefined;
}

/** The text of such a document; `''` for every other document, and for one that is too long. */
export function ownMarkdown(document: TextDocument): string {
  const text = isOwnMarkdown(document) ? document.getText() : '';
  return text.length > longestDocument ? '' : text;
}
