import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FilePath } from '../core/ports';
import { isIn, ownAccess } from '../disk/diskAccess';
import { DiskShelf } from '../disk/diskShelf';
import { cacheFolder } from './cacheFolder';

/** The directory of a file named at the terminal, and the path in it. @throws Error with a message of one line */
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

/**
 * The directory's path without symbolic links. @throws Error with a message of one line where it is no readable
 * directory
 */
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
 * Where facts or answers of a directory are kept between calls. Null where the system has no cache folder, and where
 * that folder is in the repository, which could then bring facts of its own (docs/security.md#r53).
 * @param what names what is kept; undefined for the facts of the directory's files
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

/** The path without symbolic links; unchanged where the folder does not exist yet. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
