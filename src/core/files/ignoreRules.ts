import ignore, { type Ignore } from 'ignore';
import type { FilePath } from '../ports';
import { compileGlobs, type PathMatcher } from './globs';
import { ancestors, basename, dirname } from './paths';

/**
 * Folders that hold other people's files or a tool's own state, whether git ignores them or not (docs/security.md#r54).
 */
const neverWalked: ReadonlySet<string> = new Set([
  ...['.git', '.hg', '.svn', '.jj', '.worktrees'],
  ...['node_modules', 'bower_components', 'jspm_packages', 'vendor', 'site-packages', 'Pods', 'Carthage'],
  ...['.venv', 'venv', '.tox', '.nox', '__pycache__', '.mypy_cache', '.pytest_cache', '.gradle', '.terraform'],
  ...['.yarn', '.pnpm-store', '.next', '.nuxt', '.svelte-kit', '.turbo', '.cache', '.idea', '.vscode-test'],
]);

/** Hostile ignore files are cut short, never refused: a pattern that is dropped only leaves more files visible. */
const limits = { patterns: 2000, length: 512, globstars: 3, starsPerSegment: 3 };

/** What is left out of a walk: built-in folders, worktrees, `.gitignore` at every level, and the user's globs. */
export class IgnoreRules {
  private readonly byFolder = new Map<FilePath, FolderRules>();
  private readonly pruned = new Set<FilePath>();
  private readonly excluded: PathMatcher;

  constructor(exclude: readonly string[]) {
    this.excluded = compileGlobs(exclude);
  }

  /** Takes over the text of a `.gitignore` (or `.git/info/exclude` for `''`); several for one folder add up. */
  add(folder: FilePath, text: string): void {
    const rules = this.byFolder.get(folder) ?? new FolderRules();
    rules.add(text.split(/\r?\n/).slice(0, limits.patterns).filter(isCheapPattern));
    this.byFolder.set(folder, rules);
  }

  /** Leaves out one folder: a second working tree of the same repository. */
  prune(folder: FilePath): void {
    this.pruned.add(folder);
  }

  /** Whether a path is left out, by its own name or by a folder above it. */
  isIgnored(path: FilePath): boolean {
    const chain = [...ancestors(path)].reverse().slice(1);
    return chain.some((folder) => this.leavesOut(folder, true)) || this.leavesOut(path, false);
  }

  /** The same for an entry of a folder that is known not to be ignored. */
  leavesOut(path: FilePath, isDirectory: boolean): boolean {
    if (this.pruned.has(path) || this.excluded(path)) return true;
    const name = basename(path);
    if (neverWalked.has(name) || (name === 'worktrees' && basename(dirname(path)) === '.claude')) return true;
    return this.byFolder.size > 0 && this.isIgnoredByGit(path, isDirectory);
  }

  /**
   * The deepest ignore file that matches wins (gitignore(5)). A file that only ignores the entry's own folder was
   * overruled by a deeper one, or the walk would not be in that folder.
   */
  private isIgnoredByGit(path: FilePath, isDirectory: boolean): boolean {
    const parent = dirname(path);
    for (const folder of ancestors(path)) {
      const rules = this.byFolder.get(folder);
      if (!rules) continue;
      const below = (inside: FilePath) => (folder === '' ? inside : inside.slice(folder.length + 1));
      const entry = isDirectory ? `${below(path)}/` : below(path);
      // No pattern of this file can match the entry. If one ignored a folder above it, a deeper file overruled that.
      if (!rules.mayMatch(entry)) continue;
      const verdict = rules.test(entry);
      if (verdict.unignored) return false;
      if (verdict.ignored && (parent === folder || !rules.test(`${below(parent)}/`).ignored)) return true;
    }
    return false;
  }
}

/** The rules of one folder, for paths below it. */
class FolderRules {
  private readonly rules: Ignore = ignore({ ignorecase: false });
  private readonly pieces = new Set<string>();
  private quick: RegExp | null = null;

  add(patterns: readonly string[]): void {
    this.rules.add(patterns);
    for (const pattern of patterns) {
      const piece = pieceOf(pattern);
      if (piece !== null) this.pieces.add(piece);
    }
    if (this.pieces.size > 0) this.quick = new RegExp([...this.pieces].join('|'));
  }

  /** A quick test against all patterns at once, instead of one after the other; false for most paths. */
  mayMatch(path: FilePath): boolean {
    return this.quick?.test(path) ?? false;
  }

  test(path: FilePath): ReturnType<Ignore['test']> {
    return this.rules.test(path);
  }
}

/**
 * A literal text that every path matched by the pattern contains, escaped for a regular expression: whole segments in a
 * row, else the longest run of characters without special meaning. Null where the line is no pattern.
 */
function pieceOf(line: string): string | null {
  if (line.trim() === '' || line.startsWith('#')) return null;
  // A byte order mark may or may not belong to the pattern: `''` rules out no path.
  if (line.includes('\ufeff')) return '';
  const pattern = line.replace(/^!/, '');
  const open = pattern.indexOf('[');
  // Bracket expressions lie between the first `[` and the last `]`.
  const plain = open < 0 ? pattern : `${pattern.slice(0, open)}*${afterLast(pattern, ']')}`;
  const whole = plain.split('/').map((name) => (special.test(name) ? '*' : name));
  const names = longest(
    whole
      .join('/')
      .split('*')
      .map((row) => row.replace(/^\/|\/$/g, '')),
  );
  return names === '' ? escaped(longest(plain.split(/\\.?|[[*?/\s]/))) : `(?<![^/])${escaped(names)}(?![^/])`;
}

const special = /[\\[*?\s]/;

function longest(texts: readonly string[]): string {
  return texts.reduce((most, text) => (text.length > most.length ? text : most), '');
}

function afterLast(text: string, mark: string): string {
  const at = text.lastIndexOf(mark);
  return at < 0 ? '' : text.slice(at + 1);
}

function escaped(text: string): string {
  return text.replace(/[.+^${}()|]/g, '\\$&');
}

function isCheapPattern(pattern: string): boolean {
  if (pattern.length > limits.length) return false;
  const segments = pattern.split('/');
  return (
    segments.filter((segment) => segment === '**').length <= limits.globstars &&
    segments.every((segment) => segment === '**' || segment.split('*').length - 1 <= limits.starsPerSegment)
  );
}
