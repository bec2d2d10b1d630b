import type { Uri } from 'vscode';
import type { Neighbour } from '../../core/links/acrossFolders';
import type { FolderProject } from './folderProject';

/** A folder as a neighbour of another one; null for itself, and before its records were read. */
export function neighbour({ folder }: FolderProject, other: FolderProject): Neighbour | null {
  const { world } = other;
  if (other.folder === folder || world === null) return null;
  const { uri } = other.folder;
  const isReachable = uri.scheme === folder.uri.scheme && uri.authority === folder.uri.authority;
  return { folder: uri.toString(), root: isReachable ? rootOf(uri) : null, world };
}

export function rootOf({ path }: Uri): string {
  return path.replace(/\/$/, '');
}
