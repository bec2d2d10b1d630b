import type { FilePath } from '../ports';

/** Pure arithmetic on workspace paths: `/`-separated, relative to the folder, `''` for the folder itself. */

const maxPathLength = 4096;
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;

export function dirname(path: FilePath): FilePath {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function basename(path: FilePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The last extension in lower case with its dot (`.md`); `''` where there is none. `.gitignore` has none. */
export function extension(path: FilePath): string {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

/** The name without its last extension, in the letter case that it is written in. */
export function stem(path: FilePath): string {
  const name = basename(path);
  return name.slice(0, name.length - extension(path).length);
}

/** Joins with `/`; empty parts are left out. Neither `.` nor `..` is resolved: see `resolveIn`. */
export function join(...parts: readonly string[]): FilePath {
  return parts.filter((part) => part !== '').join('/');
}

export function segments(path: FilePath): string[] {
  return path === '' ? [] : path.split('/');
}

/** True for the folder itself and everything below it. Everything is inside `''`. */
export function isInside(path: FilePath, folder: FilePath): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** Whether a relative path that comes from elsewhere stays below its base folder: no empty part, `.`, `..` or NUL. */
export function staysBelow(path: string): boolean {
  return !path.includes('\0') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** The path relative to a folder above it; null where it is not below that folder. Every path is below `''`. */
export function pathBelow(folder: FilePath, path: FilePath): FilePath | null {
  if (folder === '') return path;
  return path !== folder && isInside(path, folder) ? path.slice(folder.length + 1) : null;
}

/** The folders above a path, nearest first, ending with `''`. */
export function* ancestors(path: FilePath): Generator<FilePath> {
  for (let folder = path; folder !== ''; ) {
    folder = dirname(folder);
    yield folder;
  }
}

/** `resolveIn` from the folder that holds `fromFile`. */
export function resolveRelative(fromFile: FilePath, target: string): FilePath | null {
  return resolveIn(dirname(fromFile), target);
}

/**
 * Resolves a link target as written against `folder`: percent-decoded once, without fragment and query. A leading
 * `/` means the workspace folder, as on GitHub, never the machine's root. Null where the target leaves the workspace
 * folder, has a scheme, or has a form with a special meaning to some file system: backslashes, UNC, drives,
 * alternate streams, device names, control characters, names that end in a dot or space (docs/security.md#r20).
 *
 * Does not check that the target exists; the file store refuses links that leave the folder (docs/security.md#r21).
 */
export function resolveIn(folder: FilePath, target: string): FilePath | null {
  const decoded = decodeOnce(withoutSuffix(target));
  if (decoded === null || decoded === '' || decoded.length > maxPathLength) return null;
  if (decoded.startsWith('//') || hasForbiddenCharacter(decoded)) return null;
  const path = decoded.startsWith('/') ? [] : segments(folder);
  for (const segment of decoded.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (path.pop() === undefined) return null;
    } else if (isPortableName(segment)) {
      path.push(segment);
    } else {
      return null;
    }
  }
  return path.join('/');
}

function withoutSuffix(target: string): string {
  const end = target.search(/[?#]/);
  return end < 0 ? target : target.slice(0, end);
}

/** Percent-decoded; null where that is malformed. */
export function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A colon covers schemes, drives and alternate streams at once: no portable file name has one. */
function hasForbiddenCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x7f || code === 0x3a || code === 0x5c) return true;
  }
  return false;
}

function isPortableName(segment: string): boolean {
  if (segment.endsWith('.') || segment.endsWith(' ')) return false;
  const dot = segment.indexOf('.');
  return !deviceName.test((dot < 0 ? segment : segment.slice(0, dot)).trimEnd());
}
