import type { Uri } from 'vscode';
import type { EntryKind, FilePath, FileStore } from '../../core/ports';
import { folderFiles } from './folderFiles';

/**
 * Whether a file may be written at a path: what exists of its parents are directories, and it is itself a plain file or
 * does not exist. Nothing is written through a link, which could lead out of the folder (docs/security.md#r24).
 */
export async function isPlainPath(folder: Uri, path: FilePath): Promise<boolean> {
  const files = folderFiles(folder, new Set());
  const names = path.split('/');
  for (const [index, name] of names.entries()) {
    const kind = await kindOf(files, names.slice(0, index).join('/'), name);
    if (kind === undefined) return true;
    if (kind !== (index < names.length - 1 ? 'directory' : 'file')) return false;
  }
  return true;
}

async function kindOf(files: FileStore, directory: FilePath, name: string): Promise<EntryKind | undefined> {
  const entries = await files.list(directory).catch(() => []);
  return entries.find((entry) => entry.name === name)?.kind;
}
