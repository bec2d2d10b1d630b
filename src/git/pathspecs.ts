import { ancestors, dirname } from '../core/files/paths';

/** Git compares every changed file with every pathspec; with more than this, folders are quicker (measured). */
const mostPaths = 20;
/** Windows allows 32,767 characters for a whole command line. */
const mostCharacters = 24_000;

/**
 * The fewest and narrowest pathspecs that limit one walk through the history to these files: the files themselves where
 * they are few, else their folders, the deepest ones first, up to the whole repository (`[]`). One walk over a folder
 * is quicker than a walk for each batch of files.
 */
export function pathspecs(files: readonly string[]): readonly string[] {
  const levels = byDepth(files);
  while (!fits(levels)) {
    const deepest = levels.pop() ?? new Set();
    const above = levels.at(-1);
    for (const path of deepest) above?.add(dirname(path));
  }
  const paths = levels.flatMap((level) => [...level]);
  const given = new Set(paths);
  if (given.has('')) return [];
  return paths.filter((path) => ![...ancestors(path)].some((ancestor) => given.has(ancestor)));
}

/** Paths by their number of names; `''`, the whole repository, is at index 0. */
function byDepth(files: readonly string[]): Set<string>[] {
  const levels: Set<string>[] = [new Set()];
  for (const file of files) {
    const depth = file.split('/').length;
    while (levels.length <= depth) levels.push(new Set());
    levels[depth]?.add(file);
  }
  return levels;
}

function fits(levels: readonly ReadonlySet<string>[]): boolean {
  // Counted first: there are often thousands, and counting copies nothing.
  if (levels.reduce((sum, level) => sum + level.size, 0) > mostPaths) return false;
  const paths = levels.flatMap((level) => [...level]);
  return paths.reduce((sum, path) => sum + path.length + 1, 0) <= mostCharacters;
}
