import type { FilePath, Pacer } from '../ports';
import { coveredBy, excludedBy, scopeFolder } from './scopeIndex';

/** Files that a glob is matched against; `FileTree` is one. */
interface MatchedFiles {
  has(path: FilePath): boolean;
  filesUnder(directory: FilePath): readonly FilePath[];
}

/** What a glob of a scope matches. */
export interface ScopeMatches {
  readonly count: number;
  /** By path, at most as many as were asked for. */
  readonly first: readonly FilePath[];
}

/**
 * The files that a glob of a scope covers, counted in slices.
 * @param scope all globs of the record; those with `!` are exclusions
 * @param most how many files are named
 * @returns null where the glob is malformed, too costly to match, or an exclusion, and where the signal fired
 */
export async function scopeMatches(
  glob: string,
  scope: readonly string[],
  files: MatchedFiles,
  most: number,
  pacer: Pacer,
  signal: AbortSignal,
): Promise<ScopeMatches | null> {
  const matches = coveredBy(glob, excludedBy(scope));
  if (!matches) return null;
  const folder = scopeFolder(glob);
  const first: FilePath[] = [];
  let count = 0;
  // A glob without wildcards may name a file, which has nothing below it.
  for (const path of files.has(folder) ? [folder] : files.filesUnder(folder)) {
    if (signal.aborted) return null;
    if (matches(path)) {
      count++;
      if (first.length < most) first.push(path);
    }
    await pacer.breathe();
  }
  return { count, first };
}
