import type { FilePath } from '../ports';
import { isInside } from './paths';

export type PathMatcher = (path: FilePath) => boolean;

/**
 * Limits of a glob from a repository or a setting, checked before it is compiled (docs/security.md#r34), so that the
 * worst glob takes a millisecond for the worst path. A walk goes 64 folders deep.
 */
const limits = { length: 256, names: 32, alternatives: 64, pathLength: 1000, pathNames: 80 };

/**
 * A matcher for workspace paths, or null for a glob that is too long or malformed. Understands `*`, `**`, `?`, `[a-z]`,
 * `[!a-z]` and `{a,b}`; parentheses, `!` and `+` are plain characters, as in folder names such as `app/(shop)`. A glob
 * without wildcards names a file or everything below a folder. Case matters.
 *
 * It uses no regular expression: with backtracking, a few stars would take seconds for a path made for them. Here each
 * star matches as little as it can, without backtracking (docs/security.md#r32).
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

/** The globs that `{a,b}` expands to; undefined where braces are nested, unbalanced or expand to too many. */
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

/** Most paths are decided by the literal beginning and end of a glob, before the path is split. */
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
 * The runs of segments between `**`; each pattern in a run matches one segment of a path. `docs/**` matches what is in
 * `docs`, as in .gitignore.
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

/** A part of a pattern that matches exactly `length` items. */
export interface Run<Items> {
  readonly length: number;
  /** Whether the run matches the items from `at` on; the caller checks that there are enough. */
  readonly fits: (items: Items, at: number) => boolean;
}

/**
 * Whether items consist of the runs in order, with any items between two runs, but none before the first or after the
 * last. Each run takes the first place where it fits: this leaves the most room for later runs, so no other place needs
 * to be tried.
 */
function fitsInOrder<Items extends { readonly length: number }>(runs: readonly Run<Items>[], items: Items): boolean {
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return items.length === 0;
  if (runs.length === 1) return first.length === items.length && first.fits(items, 0);
  const end = items.length - last.length;
  if (first.length > end || !first.fits(items, 0) || !last.fits(items, end)) return false;
  let at = first.length;
  for (let index = 1; index < runs.length - 1; index++) {
    const run = runs[index] ?? last;
    while (at + run.length <= end && !run.fits(items, at)) at++;
    at += run.length;
    if (at > end) return false;
  }
  return true;
}

/** A literal character, a test of one character, or null for a star. */
type Unit = string | ((character: string) => boolean) | null;

/** A matcher for one segment of a path. Understands `*`, `?`, `[a-z]`, `[!a-z]`, and `\` to escape a character. */
function compileName(pattern: string): (name: string) => boolean {
  const units = unitsOf(pattern);
  const literal = literalOf(units);
  if (literal !== null) return (name) => name === literal;
  if (units.every((unit) => unit === null)) return () => true;
  const runs = betweenStars(units).map(runOf);
  return (name) => fitsInOrder(runs, name);
}

function unitsOf(pattern: string): readonly Unit[] {
  const units: Unit[] = [];
  const set = /\[([!^]?)(\]?[^\]]*)\]/y;
  for (let at = 0; at < pattern.length; ) {
    const character = pattern[at] ?? '';
    set.lastIndex = at;
    const [whole = '', negation = '', members = ''] = set.exec(pattern) ?? [];
    const isEscaped = character === '\\' && at + 1 < pattern.length;
    if (members !== '') units.push(oneOf(members, negation !== ''));
    else if (isEscaped) units.push(pattern[at + 1] ?? '');
    else units.push(character === '*' ? null : character === '?' ? anything : character);
    at += members !== '' ? whole.length : isEscaped ? 2 : 1;
  }
  return units;
}

function anything(): boolean {
  return true;
}

/** A test of a bracket expression, whose `members` are such as `a-z0-9_`. */
function oneOf(members: string, isNegated: boolean): (character: string) => boolean {
  const ranges = [...members.matchAll(/(.)-(.)|(.)/gs)].map(([, from, to, one = '']) => [from ?? one, to ?? one]);
  return (character) => ranges.some(([from = '', to = '']) => from <= character && character <= to) !== isNegated;
}

/** The pattern as plain text; null where a unit is not a literal character. */
function literalOf(units: readonly Unit[]): string | null {
  return units.every((unit) => typeof unit === 'string') ? units.join('') : null;
}

function betweenStars(units: readonly Unit[]): readonly (readonly Exclude<Unit, null>[])[] {
  const runs: Exclude<Unit, null>[][] = [[]];
  for (const unit of units) {
    if (unit === null) runs.push([]);
    else runs.at(-1)?.push(unit);
  }
  return runs;
}

function runOf(units: readonly Exclude<Unit, null>[]): Run<string> {
  const { length } = units;
  const literal = literalOf(units);
  if (literal !== null) return { length, fits: (name, at) => name.startsWith(literal, at) };
  return {
    length,
    fits: (name, at) =>
      units.every((unit, index) => {
        const character = name[at + index] ?? '';
        return typeof unit === 'string' ? unit === character : unit(character);
      }),
  };
}
