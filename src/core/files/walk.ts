import type { DirectoryEntry, FilePath, FileStore, Pacer, SearchedFiles } from '../ports';
import { FileTree } from './fileTree';
import { IgnoreRules } from './ignoreRules';
import { basename, dirname, join } from './paths';
import { readText } from './readText';
import { sortInSlices } from './sortInSlices';
import { isProsePath, isTextPath } from './textPaths';

export interface WalkOptions {
  /** Globs of paths to leave out, as in the editor's own excludes; those that are too costly are dropped. */
  readonly exclude?: readonly string[];
  readonly limits?: Partial<WalkLimits>;
}

export interface WalkLimits {
  /** Files that can hold references (`isTextPath`) and are no documents: no record is left out in favour of code. */
  readonly textFiles: number;
  readonly files: number;
  readonly directories: number;
  /** Nested folders. */
  readonly depth: number;
}

/** docs/security.md#r54 for text files; the others keep a hostile or generated tree from taking the memory. */
const defaultLimits: WalkLimits = { textFiles: 50_000, files: 200_000, directories: 50_000, depth: 64 };

/** How many directories are listed at the same time; more is no faster on a disk or over a remote connection. */
const concurrency = 16;
const maxIgnoreFileBytes = 64 * 1024;

/** Whether a change of this file changes what a walk finds, so that the folder has to be walked again. */
export function isIgnoreFile(path: FilePath): boolean {
  return basename(path) === '.gitignore';
}

/**
 * Lists a workspace folder level by level, so that a walk stopped by a limit has what is near the top. Directories that
 * cannot be listed are skipped. Never rejects; a cancelled walk returns at once what it has, as `truncated`.
 */
export async function walk(
  store: FileStore,
  options: WalkOptions,
  signal: AbortSignal,
  pacer: Pacer,
): Promise<FileTree> {
  return new Walk(store, options, signal, pacer).run();
}

/**
 * The same tree from git's list of files: tracked files are kept although a rule ignores them, and only folders that
 * git says nothing about are walked.
 */
export async function listed(
  store: FileStore,
  search: SearchedFiles,
  options: WalkOptions,
  signal: AbortSignal,
  pacer: Pacer,
): Promise<FileTree> {
  return new Walk(store, options, signal, pacer).from(search);
}

interface Listing {
  readonly directory: FilePath;
  readonly entries: readonly DirectoryEntry[];
}

/** At most `limit` files; where there are more, those nearest to the top, as in a walk. */
function nearestFirst(files: readonly FilePath[], limit: number): readonly FilePath[] {
  if (files.length <= limit) return files;
  const levels: FilePath[][] = [];
  for (const path of files) {
    const depth = depthOf(path);
    const level = levels[depth] ?? [];
    levels[depth] = level;
    level.push(path);
  }
  return levels.flat();
}

/** How many folders a path is below. */
function depthOf(path: FilePath): number {
  let depth = 0;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) depth++;
  return depth;
}

class Walk {
  private readonly rules: IgnoreRules;
  private limits: WalkLimits;
  private readonly files: FilePath[] = [];
  private readonly links = new Map<FilePath, FilePath>();
  private textFiles = 0;
  private directories = 0;
  private truncated = false;

  constructor(
    private readonly store: FileStore,
    options: WalkOptions,
    private readonly signal: AbortSignal,
    private readonly pacer: Pacer,
  ) {
    this.rules = new IgnoreRules(options.exclude ?? []);
    this.limits = { ...defaultLimits, ...options.limits };
  }

  async run(): Promise<FileTree> {
    await this.readIgnoreFile('', '.git/info/exclude');
    await this.walkFrom(['']);
    return this.tree();
  }

  /** Reads the `.gitignore` files last: what git has listed is kept whatever they say. */
  async from({ files, uncertain, folders }: SearchedFiles): Promise<FileTree> {
    // Text files need no limit of their own here: git's search finds the few that have to be read.
    this.limits = { ...this.limits, textFiles: this.limits.files };
    const leftOut = new Map<FilePath, boolean>([['', false]]);
    const isLeftOut = (folder: FilePath): boolean => {
      const known = leftOut.get(folder);
      if (known !== undefined) return known;
      const isOut = isLeftOut(dirname(folder)) || this.rules.leavesOut(folder, true);
      leftOut.set(folder, isOut);
      return isOut;
    };
    const isKept = (path: FilePath) => !isLeftOut(dirname(path)) && !this.rules.leavesOut(path, false);
    for (const path of nearestFirst(files, this.limits.files)) {
      if (this.isStopped()) break;
      if (isKept(path)) this.takeFile(path);
      await this.pacer.breathe();
    }
    const seen = new Map<FilePath, readonly DirectoryEntry[]>();
    for (const path of uncertain) {
      const folder = dirname(path);
      const entries = seen.get(folder) ?? (await this.store.list(folder).catch(() => []));
      seen.set(folder, entries);
      const entry = entries.find(({ name }) => name === basename(path));
      if (entry === undefined || !isKept(path)) continue;
      this.takeLink(path, entry);
      if (entry.kind === 'file') this.takeFile(path);
    }
    await this.walkFrom(folders.filter((folder) => !isLeftOut(folder)));
    await this.readIgnoreFile('', '.git/info/exclude');
    for (const path of files) if (isIgnoreFile(path)) await this.readIgnoreFile(dirname(path), path);
    return this.tree();
  }

  private async walkFrom(folders: readonly FilePath[]): Promise<void> {
    let level: readonly FilePath[] = folders;
    for (let depth = 0; level.length > 0 && !this.isStopped(); depth++) {
      if (depth > this.limits.depth) {
        this.truncated = true;
        break;
      }
      level = await this.walkLevel(level);
    }
  }

  /** Lists the directories of one depth and returns those of the next. Order of arrival does not matter. */
  private async walkLevel(level: readonly FilePath[]): Promise<FilePath[]> {
    const next: FilePath[] = [];
    for (let at = 0; at < level.length && !this.isStopped(); at += concurrency) {
      const batch = level.slice(at, at + concurrency);
      for (const listing of await Promise.all(batch.map((directory) => this.list(directory)))) {
        if (listing) await this.take(listing, next);
      }
    }
    return next;
  }

  private async list(directory: FilePath): Promise<Listing | null> {
    try {
      const entries = await this.store.list(directory);
      const has = (name: string) => entries.some((entry) => entry.name === name && entry.kind === 'file');
      if (directory !== '' && has('.git') && (await this.isSecondWorkingTree(directory))) {
        this.rules.prune(directory);
        return null;
      }
      if (has('.gitignore')) await this.readIgnoreFile(directory, join(directory, '.gitignore'));
      return { directory, entries };
    } catch {
      return null;
    }
  }

  private async take({ directory, entries }: Listing, next: FilePath[]): Promise<void> {
    for (const entry of entries) {
      if (this.isStopped()) return;
      await this.pacer.breathe();
      const path = join(directory, entry.name);
      if (entry.kind === 'other' && entry.leadsTo === undefined) continue;
      if (this.rules.leavesOut(path, entry.kind === 'directory')) continue;
      this.takeLink(path, entry);
      if (entry.kind === 'other') continue;
      if (entry.kind === 'directory') this.takeDirectory(path, next);
      else this.takeFile(path);
    }
  }

  private takeLink(path: FilePath, { leadsTo }: DirectoryEntry): void {
    if (leadsTo !== undefined && this.links.size < this.limits.directories) this.links.set(path, leadsTo);
  }

  private takeDirectory(path: FilePath, next: FilePath[]): void {
    if (this.directories >= this.limits.directories) {
      this.truncated = true;
      return;
    }
    this.directories++;
    next.push(path);
  }

  private takeFile(path: FilePath): void {
    const isText = isTextPath(path) && !isProsePath(path);
    if (this.files.length >= this.limits.files || (isText && this.textFiles >= this.limits.textFiles)) {
      this.truncated = true;
      return;
    }
    if (isText) this.textFiles++;
    this.files.push(path);
  }

  /** Past the limit on text files the walk goes on and drops further ones; only a full tree or an abort ends it. */
  private isStopped(): boolean {
    return this.signal.aborted || (this.truncated && this.files.length >= this.limits.files);
  }

  private async tree(): Promise<FileTree> {
    const truncated = this.truncated || this.signal.aborted;
    return FileTree.build(await sortInSlices(this.files, this.pacer), this.rules, truncated, this.pacer, this.links);
  }

  private async readIgnoreFile(folder: FilePath, path: FilePath): Promise<void> {
    const result = await readText(this.store, path, maxIgnoreFileBytes);
    if (result.ok) this.rules.add(folder, result.text);
  }

  /**
   * `git worktree add` leaves a `.git` file that points into `.git/worktrees`; a submodule's `.git` file points
   * elsewhere.
   */
  private async isSecondWorkingTree(directory: FilePath): Promise<boolean> {
    const result = await readText(this.store, join(directory, '.git'), 4096);
    return result.ok && /^gitdir:.*[/\\]worktrees[/\\]/m.test(result.text);
  }
}
