import {
  type Position,
  Range,
  SnippetString,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import type { Draft } from '../../core/drafts/draft';
import { mergeDraft } from '../../core/drafts/merge/mergeDraft';
import type { FilePath } from '../../core/ports';
import { editRefused } from '../host/editRefused';
import { documentAt } from '../workspace/folderDocuments';
import { draftSnippet } from './model/draftSnippet';
import { lineEdits } from './model/lineEdits';

/**
 * Shows a draft as the document that becomes a file when the person saves it. Where the document or file exists
 * already, only its drafted lines are updated, as one step to undo.
 */
export async function showInFolder(folder: WorkspaceFolder, path: FilePath, draft: Draft): Promise<TextDocument> {
  const document = await documentAt(folder.uri, path);
  if (document.getText().trim() === '') return insert(document, draft);
  await merge(document, draft);
  await window.showTextDocument(document);
  return document;
}

/** Shows a draft for pasting elsewhere, as an untitled document. */
export async function showLoose(draft: Draft): Promise<TextDocument> {
  return insert(await workspace.openTextDocument({ language: 'markdown' }), draft);
}

/** Inserts a draft into a document that has text already, with the person's places as tab stops; one step to undo. */
export async function insertDraft(document: TextDocument, at: number, draft: Draft): Promise<void> {
  const editor = await window.showTextDocument(document, { preview: false });
  const place = document.positionAt(at);
  if (await editor.insertSnippet(new SnippetString(draftSnippet(draft)), place)) {
    editor.revealRange(new Range(place, place));
    return;
  }
  throw editRefused(document);
}

/**
 * Inserts the draft with the person's places as tab stops, in the draft's order. What is typed while the document is
 * being shown stays: the editor inserts no snippet into a text that has changed since.
 */
async function insert(document: TextDocument, draft: Draft): Promise<TextDocument> {
  const editor = await window.showTextDocument(document);
  const snippet = new SnippetString(draftSnippet(draft));
  const isEmpty = document.getText().trim() === '';
  if (isEmpty && (await editor.insertSnippet(snippet, everything(document)))) reveal(editor, editor.selection.active);
  else await merge(document, draft);
  return document;
}

async function merge(document: TextDocument, fresh: Draft): Promise<void> {
  await rewriteDocument(document, mergeDraft(document.getText(), fresh).text);
}

/**
 * Changes the text of a document as one step to undo; unchanged lines are left alone.
 * @param changed with line feeds, as every draft
 * @throws {Error} for a person to read, where the editor refused the edit: work that builds on it must not go on
 */
export async function rewriteDocument(document: TextDocument, changed: string): Promise<void> {
  if ((await tryRewrite(document, changed)) !== null) return;
  throw editRefused(document);
}

/** As `rewriteDocument`. @returns where the first change is; null where the editor refused the edit */
export async function tryRewrite(document: TextDocument, changed: string): Promise<Position | null> {
  // Offsets in a document with CRLF line ends count both characters.
  const before = document.getText();
  const text = before.includes('\r\n') ? changed.replace(/\r?\n/g, '\r\n') : changed;
  const edit = new WorkspaceEdit();
  const edits = lineEdits(before, text);
  for (const { start, end, text: by } of edits) {
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), by);
  }
  const isDone = edit.size === 0 || (await workspace.applyEdit(edit));
  return isDone ? document.positionAt(edits[0]?.start ?? 0) : null;
}

/** Keeps the top of the document in view, with the boxes that the person fills. */
function reveal(editor: TextEditor, place: Position): void {
  editor.revealRange(new Range(0, 0, place.line, 0));
}

function everything(document: TextDocument): Range {
  return new Range(document.positionAt(0), document.positionAt(document.getText().length));
}
