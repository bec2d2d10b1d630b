import type { FilePath } from '../ports';
import { compileName } from './namePattern';
import { isInside } from './paths';
import { fitsInOrder, type Run } from './runs';

export type PathMatcher = (path: FilePath) => boolean;

/**
 * A glob of a repository or a setting is weighed before it is compiled (docs/security.md#r34), so that the worst one
 * takes a millisecond for the worst path. A walk goes 64 folders deep.
 */
const limits = { length: 256, names: 32, alternatives: 64, pathLength: 1000, pathNames: 80 };

/**
 * A matcher for workspace paths, or null for a glob that is too long or malformed. Understands `*`, `**`, `?`, `[a-z]`,
 * `[!a-z]` and `{a,b}`; parentheses, `!` and `+` are plain characters, as in folder names such as `app/(shop)`. A glob
 * without wildcards names a file or everything below a folder. Case matters.
 *
 * No regular expression, which would go back over what it has matched: a few stars would then take seconds for a path
 * that was made for them. Here each star takes as little as it can and is never asked again (R32).
 */
export function compileGlob(glob: string): PathMatcher | null {
  const trimmed = glob.trim().replace(/^(?:\.?\/)+/, '');
  if (trimmed === '' || trimmed.length > limits.length || hasControlCharacter(trimmed)) return null;
  if (trimmed.split('/').length > limits.names) return null;
  if (!/[*?[{]/.test(trimmed)) {
    const folder = trimmed.endsWith('/') ? trimmed.slice(0, -1) : trimmed;
    return (path) => isInside(path, folder);
  }
  const alternatives = withoutBraces(trimmed.endsWith('/') ? `${trimmed}**` : trimmed)?.map(matcherOf);
  if (alternatives === undefined) return null;
  return (path) => path.length <= limits.pathLength && alternatives.some((matches) => matches(path));
}

/** True where a path matches one of the globs; globs that cannot be compiled match nothing. */
export function compileGlobs(globs: readonly string[]): PathMatcher {
  const matchers = globs.map(compileGlob).filter((matcher) => matcher !== null);
  return (path) => matchers.some((matches) => matches(path));
}

/** What `{a,b}` stands for, without braces; undefined where they are nested, lack their other half or are too many. */
function withoutBraces(glob: string): readonly string[] | undefined {
  const parts = glob.split(/\{([^{}]*)\}/);
  let globs: readonly string[] = [''];
  for (const [index, part] of parts.entries()) {
    const choices = index % 2 === 0 ? [part] : part.split(',');
    if (index % 2 === 0 ? /[{}]/.test(part) : part.includes('..')) return undefined;
    globs = globs.flatMap((start) => choices.map((choice) => start + choice));
    if (globs.length > limits.alternatives) return undefined;
  }
  return globs;
}

/** Most paths are told apart by how a glob begins and ends, before anything is taken to pieces. */
function matcherOf(glob: string): PathMatcher {
  const head = /^[^*?[\\]*/.exec(glob)?.[0] ?? '';
  const tail = /[^*?[\]\\]*$/.exec(glob)?.[0].replace(/^\//, '') ?? '';
  const runs = pathRuns(glob);
  return (path) => {
    if (!path.startsWith(head) || !path.endsWith(tail)) return false;
    const names = path.split('/', limits.pathNames + 1);
    return names.length <= limits.pathNames && fitsInOrder(runs, names);
  };
}

/**
 * The names between `**`, of which each stands for one name of a path. `docs/**` is what is in `docs`, as in
 * .gitignore.
 */
function pathRuns(glob: string): readonly Run<readonly string[]>[] {
  const runs: string[][] = [[]];
  for (const name of (/(?:^|\/)\*\*$/.test(glob) ? `${glob}/*` : glob).split('/')) {
    if (name === '**') runs.push([]);
    else if (name !== '') runs.at(-1)?.push(name);
  }
  return runs.map(namesRun);
}

function namesRun(patterns: readonly string[]): Run<readonly string[]> {
  const parts = patterns.map(compileName);
  return {
    length: parts.length,
    fits: (path, at) => {
      for (const [index, part] of parts.entries()) if (!part(path[at + index] ?? '')) return false;
      return true;
    },
  };
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x20) return true;
  return false;
}
