import { dirname, extension, pathBelow, resolveIn, stem } from '../files/paths';
import { pageOfSite } from '../names/antora';
import type { FilePath } from '../ports';
import type { ProjectView } from '../projectView';
import { fileOf } from '../records/record';
import { relativePath, respelledPath } from './respelledPath';

/** A citation that has to change: where it stands now, and its new text. Line and column count from 1. */
export interface MovedCitation {
  readonly file: FilePath;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}

/** A file that cites: where it is, and where it will be. */
interface Citing {
  readonly file: FilePath;
  readonly from: FilePath;
}

/**
 * The citations of moved records by path, and those by a relative path in files that move, with their new text. Numbers
 * still lead to their record and are left alone, as is a path that could not lead to the new place in its own spelling.
 * @param moves the new path of each file or folder that moves, by its old one; a citing file in a folder moves with it
 */
export function movedCitations(
  view: Pick<ProjectView, 'records' | 'backlinks'>,
  moves: ReadonlyMap<FilePath, FilePath>,
): readonly MovedCitation[] {
  const mended: MovedCitation[] = [];
  for (const path of new Set(view.records().map(fileOf))) {
    const moved = movedPath(path, moves);
    for (const { file, reference } of view.backlinks(path)) {
      const { form, name, text, line, column, length, stale } = reference;
      const from = movedPath(file, moves);
      // A citation that was stale before is for the check to report, and not for this move to mend.
      if (stale || name === null || (moved === null && from === null)) continue;
      const to =
        form === 'path' && text.startsWith(name)
          ? respelled(name, text, path, moved ?? path, { file, from: from ?? file })
          : moved === null
            ? null
            : form === 'wiki'
              ? inBrackets(text, path, moved)
              : form === 'url'
                ? inAddress(text, path, moved)
                : null;
      if (to !== null && to !== text) mended.push({ file, line, column, length, text: to });
    }
  }
  return mended;
}

/** Where a file is after the moves, by its own or by that of a folder above it; null where it stays. */
function movedPath(path: FilePath, moves: ReadonlyMap<FilePath, FilePath>): FilePath | null {
  for (const [from, to] of moves) {
    if (path === from) return to;
    const below = pathBelow(from, path);
    if (below !== null) return `${to}/${below}`;
  }
  return null;
}

/**
 * A path relative to the citing file stays relative, and the name of a page in its Antora site such a name; any other is
 * spelled as a fix of the check would spell it. What stands behind the path, such as a fragment, stays.
 */
function respelled(name: string, text: string, path: FilePath, moved: FilePath, citing: Citing): string | null {
  const [page, next] = [pageOfSite(citing.file, path), pageOfSite(citing.from, moved)];
  // What names the module stands before the path; where it would have to change, the text is left alone.
  const lead = page?.endsWith(name) ? page.slice(0, page.length - name.length) : null;
  if (next !== null && (lead === '' || lead?.endsWith(':')))
    return next.startsWith(lead) ? next.slice(lead.length) + text.slice(name.length) : null;
  const ending = extension(name) === '' ? extension(path) : '';
  const isFromHere = name !== path && resolveIn(dirname(citing.file), name + ending) === path;
  if (isFromHere && resolveIn(dirname(citing.from), name + ending) === moved) return null;
  const shown = ending === '' ? moved : moved.slice(0, moved.length - extension(moved).length);
  const near = relativePath(citing.from, shown).replace(/^\.\//, name.startsWith('./') ? './' : '');
  const spelled = isFromHere ? near : moved === path ? null : respelledPath(name, moved, citing.from);
  return spelled === null || /[\s()%]/.test(spelled) ? null : spelled + text.slice(name.length);
}

function inBrackets(text: string, path: FilePath, moved: FilePath): string | null {
  return text.includes(stem(path)) ? text.replace(stem(path), () => stem(moved)) : null;
}

/** A URL with a commit in it stays right, so that it is left alone. */
function inAddress(text: string, path: FilePath, moved: FilePath): string | null {
  return /\/[0-9a-f]{40}\//.test(text) || !text.includes(path) ? null : text.replace(path, () => moved);
}
