import type { FilePath, FileStore } from '../ports';
import type { FileTree } from './fileTree';
import { join } from './paths';

/**
 * The files that an event brought: the path itself, or everything below it where it is a folder that came as one
 * (moved or unpacked into place, for which a watcher may report nothing but the folder). Ignored ones are left out.
 */
export async function newFilesUnder(
  path: FilePath,
  tree: FileTree,
  store: FileStore,
  signal: AbortSignal,
): Promise<readonly FilePath[]> {
  if (tree.has(path)) return [path];
  const found: FilePath[] = [];
  const open = [path];
  for (let at = open.pop(); at !== undefined && !signal.aborted; at = open.pop()) {
    if (tree.isIgnored(at)) continue;
    const entries = await store.list(at).catch(() => null);
    if (entries === null) {
      if (at === path) found.push(at);
      continue;
    }
    for (const { name, kind } of entries) {
      const inside = join(at, name);
      if (kind === 'directory') open.push(inside);
      else if (kind === 'file' && !tree.isIgnored(inside)) found.push(inside);
    }
  }
  return found;
}
