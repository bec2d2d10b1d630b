import { basename, segments, stem } from '../files/paths';
import type { FilePath } from '../ports';
import type { CheckedFiles } from './rule';

/** Names that many folders of a repository have. */
const general =
  /^(?:src|lib|libs|app|apps|pkg|packages?|internal|cmd|core|common|shared|utils?|tests?|docs?|main|java|api|web|server|client)$/i;

/** The only file of that name, where the name is one that tells files apart. */
export function theOnlyNamed(path: string, files: CheckedFiles): FilePath | null {
  const name = basename(path);
  if (/^(?:readme|index|main|mod|setup|config|license|changelog|contributing|package)\./i.test(name)) return null;
  const alike = files.filesCalled(stem(name)).filter((file) => basename(file) === name);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** The only folder that ends as a path does, in as many of its parts as any has; null where two do as much. */
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
