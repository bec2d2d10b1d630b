import { type TextDocument, type Uri, workspace } from 'vscode';
import type { FilePath } from '../../core/ports';
import { uriOf } from './folderPaths';

/** The document with the URI that is open, also behind other tabs. */
export function openDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri.toString());
}

/** The open document of a folder's file, or the one that becomes that file when it is saved. */
export function openDocumentAt(folder: Uri, path: FilePath): TextDocument | undefined {
  const file = uriOf(folder, path);
  return openDocument(file) ?? openDocument(unsaved(file));
}

/** The document that is open already, else the file's, else a new one that becomes the file when it is saved. */
export async function documentAt(folder: Uri, path: FilePath): Promise<TextDocument> {
  const open = openDocumentAt(folder, path);
  if (open) return open;
  const file = uriOf(folder, path);
  const exists = await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  return workspace.openTextDocument(exists ? file : unsaved(file));
}

function unsaved(file: Uri): Uri {
  // The authority of a folder on a share is the machine that it is on.
  return file.with({ scheme: 'untitled' });
}
