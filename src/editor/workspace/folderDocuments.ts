import { commands, l10n, type TextDocument, type Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import type { FilePath } from '../../core/ports';
import { answer } from '../host/answer';
import { visibleText } from '../host/visibleText';
import { pathIn, uriOf } from './folderPaths';

/** The document with the URI that is open, also behind other tabs. */
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
 * The document that is open already, else the file's, else a new one that becomes the file when it is saved. Where it could
 * not be, the person is told before they write.
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
  // Unawaited: the message stays until the person closes it.
  if (file.scheme === 'file') void tellReadOnly(document, file.fsPath, readOnly);
  return document;
}

type ReadOnlyAt = (path: string) => Promise<string | null>;

/** The editor itself says it only when it is to save, and offers no other place for what has never been saved. */
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
  // The authority of a folder on a share is the machine that it is on.
  return file.with({ scheme: 'untitled' });
}

/** Where a draft belongs, saved or not. */
interface DraftPlace {
  readonly folder: WorkspaceFolder;
  /** Relative to the folder; null for a draft without a name, and for one that lies in no folder. */
  readonly path: FilePath | null;
}

type Named = Pick<TextDocument, 'uri' | 'isUntitled'>;

/** The place of the file that an unsaved draft becomes; the first folder for what has none. Null without a folder. */
export function draftPlace(document: Named): DraftPlace | null {
  const folder = folderOf(document) ?? workspace.workspaceFolders?.[0];
  return folder ? { folder, path: pathIn(folder, savedUri(document)) ?? null } : null;
}

/** The folder that a document lies in, or will lie in when it is saved. */
export function folderOf(document: Named): WorkspaceFolder | undefined {
  return workspace.getWorkspaceFolder(savedUri(document));
}

/** A document that was never saved has a scheme of its own; folders of one window share theirs. */
function savedUri({ uri, isUntitled }: Named): Uri {
  const [first] = workspace.workspaceFolders ?? [];
  return isUntitled && first ? uri.with({ scheme: first.uri.scheme, authority: first.uri.authority }) : uri;
}
