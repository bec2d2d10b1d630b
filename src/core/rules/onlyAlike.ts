import { basename, segments, stem } from '../files/paths';
import type { FilePath } from '../ports';
import type { CheckedFiles } from './rule';

/** Names that many folders of a repository have. */
const general =
  /^(?:src|lib|libs|app|apps|pkg|packages?|internal|cmd|core|common|shared|utils?|tests?|docs?|main|java|api|web|server|client)$/i;

/** The only file with the name of the path; null for a name that is common everywhere, such as `index.ts`. */
export function theOnlyNamed(path: string, files: CheckedFiles): FilePath | null {
  const name = basename(path);
  if (/^(?:readme|index|main|mod|setup|config|license|changelog|contributing|package)\./i.test(name)) return null;
  const alike = files.filesCalled(stem(name)).filter((file) => basename(file) === name);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** The only folder that shares the most trailing parts with a path; null where two share as many. */
export function theOnlyFolderLike(path: FilePath, files: CheckedFiles): FilePath | null {
  const parts = segments(path);
  for (let from = 0; from < parts.length; from++) {
    const tail = parts.slice(from).join('/');
    if (from === parts.length - 1 && general.test(tail)) return null;
    const found = foldersEnding(tail, files);
    if (found.size > 1) return null;
    for (const only of found) return only;
  }
  return null;
}

function foldersEnding(tail: string, files: CheckedFiles): ReadonlySet<FilePath> {
  const found = new Set<FilePath>();
  for (const file of files.files()) {
    const whole = `/${file}`;
    const at = whole.lastIndexOf(`/${tail}/`);
    if (at >= 0) found.add(whole.slice(1, at + tail.length + 1));
    if (found.size > 1) break;
  }
  return found;
}
