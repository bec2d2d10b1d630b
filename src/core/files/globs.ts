import picomatch from 'picomatch';
import type { FilePath } from '../ports';
import { isInside } from './paths';

export type PathMatcher = (path: FilePath) => boolean;

/**
 * Matching is a backtracking regular expression inside, so a glob from a repository or a setting is weighed before it
 * is compiled (R34). With these limits the worst pair of glob and path that we could build takes about 50 ms.
 */
const limits = { length: 256, globstars: 2, stars: 4, starsPerSegment: 3, braces: 2, alternatives: 64, path: 1000 };

/**
 * A matcher for workspace paths, or null for a glob that is too costly or malformed. Understands `*`, `**`, `?`,
 * `[a-z]` and `{a,b}`; parentheses, `!` and `+` are plain characters, as in folder names such as `app/(shop)`. A glob
 * without wildcards names a file or everything below a folder. Case matters.
 */
export function compileGlob(glob: string): PathMatcher | null {
  const trimmed = glob.trim().replace(/^(?:\.?\/)+/, '');
  if (trimmed === '' || trimmed.length > limits.length || !isCheap(trimmed)) return null;
  if (!/[*?[{]/.test(trimmed)) {
    const folder = trimmed.endsWith('/') ? trimmed.slice(0, -1) : trimmed;
    return (path) => isInside(path, folder);
  }
  const pattern = (trimmed.endsWith('/') ? `${trimmed}**` : trimmed).replace(/[()|+!@^$]/g, '\\$&');
  try {
    const matches = picomatch(pattern, { dot: true, noextglob: true, nonegate: true });
    return (path) => path.length <= limits.path && matches(path);
  } catch {
    return null;
  }
}

/** True where a path matches one of the globs; globs that cannot be compiled match nothing. */
export function compileGlobs(globs: readonly string[]): PathMatcher {
  const matchers = globs.map(compileGlob).filter((matcher) => matcher !== null);
  return (path) => matchers.some((matches) => matches(path));
}

function isCheap(glob: string): boolean {
  const stars = glob.split('/').map((segment) => (segment === '**' ? 0 : segment.split('*').length - 1));
  const globstars = glob.split('/').filter((segment) => segment === '**').length;
  return (
    globstars <= limits.globstars &&
    Math.max(...stars) <= limits.starsPerSegment &&
    stars.reduce((sum, count) => sum + count, 0) <= limits.stars &&
    !hasControlCharacter(glob) &&
    hasCheapBraces(glob)
  );
}

/** Each group multiplies the ways to match, so few, flat and small ones pass; `{1..9999}` does not. */
function hasCheapBraces(glob: string): boolean {
  const groups = glob.match(/\{[^{}]*\}/g) ?? [];
  if (glob.split('{').length - 1 !== groups.length || glob.split('}').length - 1 !== groups.length) return false;
  const ways = groups.reduce((product, group) => product * group.split(',').length, 1);
  return groups.length <= limits.braces && ways <= limits.alternatives && !groups.some((group) => group.includes('..'));
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x20) return true;
  return false;
}
