import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FilePath } from '../core/ports';
import { isIn, ownAccess } from '../disk/diskAccess';
import { DiskShelf } from '../disk/diskShelf';
import { cacheFolder } from './cacheFolder';

/** The directory and the path inside it for a file named at the terminal. @throws Error in one line */
export function locate(
  named: string,
  directory: string | undefined,
): { readonly directory: string; readonly file: FilePath } {
  const absolute = existing(resolve(named));
  if (named === '' || !statSync(absolute).isFile()) throw new Error(`${named || '""'} is not a file`);
  const root = directory === undefined ? repositoryOf(absolute) : realDirectory(directory);
  const path = relative(root, absolute);
  if (path === '' || path === '..' || path.startsWith(`..${sep}`)) throw new Error(`${named} is not inside ${root}`);
  return { directory: root, file: path.split(sep).join('/') };
}

/** The nearest directory with a `.git`; else the current directory where the file is below it, else the file's own. */
function repositoryOf(file: string): string {
  for (let at = dirname(file); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) break;
  }
  const here = realpathSync.native('.');
  return file.startsWith(here + sep) ? here : dirname(file);
}

/** The directory without links in its path. @throws Error in one line where it is none that can be read */
export function realDirectory(directory: string): string {
  const path = existing(resolve(directory));
  if (!statSync(path).isDirectory()) throw new Error(`${directory} is not a directory`);
  return path;
}

function existing(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    throw new Error(`${path} does not exist or cannot be read`);
  }
}

/**
 * Where something of a directory is kept between calls; null where the system names no place, and where that is in the
 * repository, which could bring facts of its own (docs/security.md#r53).
 * @param what is kept, where that is not the facts of its files
 * @param least as of `DiskShelf`
 */
export function shelfFor(root: string, what?: string, least?: number): DiskShelf | null {
  const folder = cacheFolder(process.platform, process.env);
  if (folder === null) return null;
  const repository = repositoryOf(join(root, '.git'));
  const subject = what === undefined ? root : `${root}\0${what}`;
  const isInside = [folder, realFolder(folder)].some((path) => isIn(repository, path));
  return isInside ? null : new DiskShelf(folder, subject, least, ownAccess);
}

/** As it is where it was not made yet. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
