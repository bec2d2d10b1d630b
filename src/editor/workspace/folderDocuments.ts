import { commands, l10n, type TextDocument, type Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import type { FilePath } from '../../core/ports';
import { answer } from '../host/answer';
import { visibleText } from '../host/visibleText';
import { pathIn, uriOf } from './folderPaths';

/** The open document with the URI, even behind other tabs. */
export function openDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri.toString());
}

/** The text of a file as the editor has it, saved or not; undefined where it is no text, or gone meanwhile. */
export async function textAt(uri: Uri): Promise<string | undefined> {
  try {
    return (await workspace.openTextDocument(uri)).getText();
  } catch {
    return undefined;
  }
}

/** The open document of a folder's file, or the one that becomes that file when it is saved. */
export function openDocumentAt(folder: Uri, path: FilePath): TextDocument | undefined {
  const file = uriOf(folder, path);
  return openDocument(file) ?? openDocument(unsaved(file));
}

/**
 * The open document of a file, else the file's, else a new one that becomes the file when it is saved. Where it could
 * not be saved, a message says so before the person writes.
 * @param readOnly as `readOnlyAt`; for in-editor tests
 */
export async function documentAt(folder: Uri, path: FilePath, readOnly?: ReadOnlyAt): Promise<TextDocument> {
  const open = openDocumentAt(folder, path);
  if (open) return open;
  const file = uriOf(folder, path);
  const exists = await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  const document = await workspace.openTextDocument(exists ? file : unsaved(file));
  // Not awaited, because the message stays until the person closes it.
  if (file.scheme === 'file') void tellReadOnly(document, file.fsPath, readOnly);
  return document;
}

type ReadOnlyAt = (path: string) => Promise<string | null>;

/**
 * The editor reports this only at the attempt to save, and for a document that was never saved it offers no other
 * place.
 */
async function tellReadOnly(document: TextDocument, path: string, readOnly?: ReadOnlyAt): Promise<void> {
  const ask = readOnly ?? (await import('../../disk/readOnlyAt')).readOnlyAt;
  const place = await ask(path);
  if (place === null) return;
  const saveAs = l10n.t('Save As…');
  const name = visibleText(workspace.asRelativePath(place, false), 100);
  const why = l10n.t('{0} is read-only. What you write stays in its tab until you save it elsewhere.', name);
  if ((await answer(why, saveAs)) !== saveAs) return;
  await window.showTextDocument(document);
  await commands.executeCommand('workbench.action.files.saveAs');
}

function unsaved(file: Uri): Uri {
  // The authority is kept: for a folder on a network share it names the machine.
  return file.with({ scheme: 'untitled' });
}

/** Where a draft belongs, saved or not. */
interface DraftPlace {
  readonly folder: WorkspaceFolder;
  /** Relative to the folder; null for an untitled draft, and for one outside all folders. */
  readonly path: FilePath | null;
}

type Named = Pick<TextDocument, 'uri' | 'isUntitled'>;

/**
 * The place of the file that an unsaved draft becomes, or the first folder for a draft without a place. Null without a
 * folder.
 */
export function draftPlace(document: Named): DraftPlace | null {
  const folder = folderOf(document) ?? workspace.workspaceFolders?.[0];
  return folder ? { folder, path: pathIn(folder, savedUri(document)) ?? null } : null;
}

/** The folder that a document lies in, or will lie in when it is saved. */
export function folderOf(document: Named): WorkspaceFolder | undefined {
  return workspace.getWorkspaceFolder(savedUri(document));
}

/** The URI after saving. An unsaved document has another scheme; all folders of a window have the same one. */
function savedUri({ uri, isUntitled }: Named): Uri {
  const [first] = workspace.workspaceFolders ?? [];
  return isUntitled && first ? uri.with({ scheme: first.uri.scheme, authority: first.uri.authority }) : uri;
}
