import { Uri, type WorkspaceFolder } from 'vscode';
import type { FilePath } from '../../core/ports';

/** Schemes whose path is that of a workspace file: the left side of a diff, a cell of a notebook. */
const viewsOfFiles: ReadonlySet<string> = new Set(['git', 'vscode-notebook-cell']);

/** The path of an untitled document in its folder; no file is stored there. */
export const untitledPath: FilePath = 'untitled';

/**
 * The path inside the folder, or undefined where the URI is outside. Never a prefix test: `/w/app-evil` is not in
 * `/w/app` (docs/security.md#hostile-input, P3).
 */
export function pathIn(folder: WorkspaceFolder, uri: Uri): FilePath | undefined {
  if (uri.scheme !== folder.uri.scheme && !viewsOfFiles.has(uri.scheme)) return undefined;
  if (uri.scheme === folder.uri.scheme && uri.authority !== folder.uri.authority) return undefined;
  const root = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  if (`${uri.path}/` === root) return '';
  return uri.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}

/** The URI of a path that came from this folder's project. @throws Error where a part would leave the folder (R20). */
export function uriOf(folder: Uri, path: FilePath): Uri {
  if (path.split('/').includes('..') || path.startsWith('/') || path.includes('\0')) {
    throw new Error('A path leaves its workspace folder.');
  }
  return path === '' ? folder : Uri.joinPath(folder, path);
}

/** Folders of the same window that are inside this one; files in them belong to them (P10). */
export function nestedIn(folder: WorkspaceFolder, all: readonly WorkspaceFolder[]): ReadonlySet<FilePath> {
  const nested = new Set<FilePath>();
  for (const { uri } of all) {
    const path = pathIn(folder, uri);
    if (path !== undefined && path !== '') nested.add(path);
  }
  return nested;
}
