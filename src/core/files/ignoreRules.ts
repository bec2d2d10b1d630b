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
  private readonly byFolder = new Map<FilePath, Ignore>();
  private readonly pruned = new Set<FilePath>();
  private readonly excluded: PathMatcher;

  constructor(exclude: readonly string[]) {
    this.excluded = compileGlobs(exclude);
  }

  /** Takes over the text of a `.gitignore` (or `.git/info/exclude` for `''`); several for one folder add up. */
  add(folder: FilePath, text: string): void {
    const rules = this.byFolder.get(folder) ?? ignore({ ignorecase: false });
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

  /** The same for an entry of a folder that is known to be kept. */
  leavesOut(path: FilePath, isDirectory: boolean): boolean {
    if (this.pruned.has(path) || this.excluded(path)) return true;
    const name = basename(path);
    if (neverWalked.has(name) || (name === 'worktrees' && basename(dirname(path)) === '.claude')) return true;
    return this.byFolder.size > 0 && this.isIgnoredByGit(path, isDirectory);
  }

  /**
   * The deepest file with an opinion wins (gitignore(5)). A file that only ignores the folder we are in was overruled
   * by a deeper one, or we would not be in it.
   */
  private isIgnoredByGit(path: FilePath, isDirectory: boolean): boolean {
    const parent = dirname(path);
    for (const folder of ancestors(path)) {
      const rules = this.byFolder.get(folder);
      if (!rules) continue;
      const below = (inside: FilePath) => (folder === '' ? inside : inside.slice(folder.length + 1));
      const verdict = rules.test(isDirectory ? `${below(path)}/` : below(path));
      if (verdict.unignored) return false;
      if (verdict.ignored && (parent === folder || !rules.test(`${below(parent)}/`).ignored)) return true;
    }
    return false;
  }
}

function isCheapPattern(pattern: string): boolean {
  if (pattern.length > limits.length) return false;
  const segments = pattern.split('/');
  return (
    segments.filter((segment) => segment === '**').length <= limits.globstars &&
    segments.every((segment) => segment === '**' || segment.split('*').length - 1 <= limits.starsPerSegment)
  );
}
