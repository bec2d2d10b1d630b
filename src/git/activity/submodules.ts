import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { staysBelow } from '../../core/files/paths';
import type { FilePath } from '../../core/ports';
import { findRepository, type Repository } from '../repository';

const longestFile = 256 * 1024;
const mostSubmodules = 100;

/** Paths of the submodules that have a repository on this machine. Starts no process and never rejects. */
export async function submodulesIn({ root }: Repository): Promise<readonly FilePath[]> {
  const file = join(root, '.gitmodules');
  const entry = await lstat(file).catch(() => undefined);
  if (!entry?.isFile() || entry.size > longestFile) return [];
  const paths = submodulePaths(await readFile(file, 'utf8').catch(() => ''));
  const found = await Promise.all(
    paths.map(async (path) => {
      const place = await findRepository(join(root, path));
      return place.ok && place.prefix === '' && place.repository.root === join(root, path) ? [path] : [];
    }),
  );
  return found.flat();
}

/** The `path` of each section of `.gitmodules`. Paths that lead out of the repository are skipped. */
export function submodulePaths(text: string): readonly FilePath[] {
  const paths = text.split('\n').flatMap((line) => {
    const written = /^\s*path\s*=\s*(.*)$/i.exec(line.slice(0, 4096))?.[1]?.trim() ?? '';
    const path = /^".*"$/.test(written) ? written.slice(1, -1).replace(/\\(.)/g, '$1') : written;
    return isPortable(path) ? [path] : [];
  });
  return [...new Set(paths)].slice(0, mostSubmodules);
}

/** Excludes what Windows reads as a separator (`\`) or as a drive (`c:`). */
function isPortable(path: string): boolean {
  return staysBelow(path) && !path.includes('\\') && !/^[a-z]:/i.test(path);
}
