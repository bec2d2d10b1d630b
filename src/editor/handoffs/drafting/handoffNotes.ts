import { type TextDocument, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import { basename, dirname } from '../../../core/files/paths';
import { readText } from '../../../core/files/readText';
import { type HandoffNote, newestHandoffs } from '../../../core/handoffs/note';
import { readHandoff } from '../../../core/handoffs/readHandoff';
import type { FilePath } from '../../../core/ports';
import { openDocument } from '../../workspace/folderDocuments';
import { folderFiles } from '../../workspace/folderFiles';
import { pathIn, uriOf } from '../../workspace/folderPaths';
import type { FolderProject } from '../../workspace/folderProject';

/** A handoff with the document to open for it. */
export interface PlacedNote extends HandoffNote {
  readonly uri: Uri;
}

/** The newest handoffs of a folder with their text as the editor shows it, those never saved included. */
export async function handoffNotes({ folder, view }: FolderProject): Promise<readonly PlacedNote[]> {
  const files = folderFiles(folder.uri, new Set());
  const stored = newestHandoffs(view.records()).map(async ({ path }): Promise<PlacedNote | null> => {
    const uri = uriOf(folder.uri, path);
    const open = openDocument(uri);
    if (open) return placed(path, uri, open.getText());
    const read = await readText(files, path);
    return read.ok ? placed(path, uri, read.text) : null;
  });
  const unsaved = workspace.textDocuments.flatMap((document) => {
    const path = unsavedPath(folder.uri, document);
    return path === null ? [] : (placed(path, document.uri, document.getText()) ?? []);
  });
  return [...(await Promise.all(stored)).filter((note) => note !== null), ...unsaved];
}

/** The handoff in an open document of a folder, even before the folder's records include it. */
export function noteIn(folder: WorkspaceFolder, uri: Uri): PlacedNote | null {
  const document = openDocument(uri);
  const path = document && (pathIn(folder, uri) ?? unsavedPath(folder.uri, document));
  return document && path ? placed(path, uri, document.getText()) : null;
}

/** The names of the files in a directory, with those of documents that were never saved. */
export async function namesIn(folder: Uri, directory: FilePath): Promise<readonly string[]> {
  const stored = await folderFiles(folder, new Set())
    .list(directory)
    .catch(() => []);
  const unsaved = workspace.textDocuments
    .flatMap((document) => unsavedPath(folder, document) ?? [])
    .filter((path) => dirname(path) === directory);
  return [...stored.map(({ name }) => name), ...unsaved.map(basename)];
}

function placed(path: FilePath, uri: Uri, text: string): PlacedNote | null {
  const note = readHandoff(path, text);
  return note && { ...note, uri };
}

/** The path at which a document that was never saved will be stored; null where that is not in the folder. */
function unsavedPath(folder: Uri, document: TextDocument): FilePath | null {
  const root = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  const { path, scheme } = document.uri;
  return scheme === 'untitled' && !document.isClosed && path.startsWith(root) ? path.slice(root.length) : null;
}
