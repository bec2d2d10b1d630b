import type { FilePath, Pacer } from '../ports';
import { FileNames } from './fileNames';
import type { IgnoreRules } from './ignoreRules';
import { ancestors, join } from './paths';
import { mergeSorted } from './sortInSlices';

/** How many symbolic links are followed for one path; links may form a cycle. */
const mostLinks = 8;

/**
 * The files of one workspace folder, as names only. Built by `walk`, then kept up to date by the watcher's events.
 * Every answer is cheap for 50,000 files; arrays that were handed out are never changed.
 */
export class FileTree {
  /** Grows with every change. */
  version = 0;
  /** Each folder with the number of files and folders directly in it. */
  private readonly children = new Map<FilePath, number>();
  private readonly names = new FileNames();
  private sorted: readonly FilePath[] = [];
  private unsorted: FilePath[] = [];
  private hasDeletions = false;

  /**
   * @param truncated whether a limit or a signal stopped the walk, so that files may be missing
   * @param links what links to files and folders lead to, as the walk found them
   */
  constructor(
    files: Iterable<FilePath>,
    private readonly rules: IgnoreRules,
    readonly truncated: boolean,
    private readonly links: ReadonlyMap<FilePath, FilePath> = new Map(),
  ) {
    for (const file of files) this.add(file);
  }

  /**
   * A tree of files that come sorted and once each, built without holding the thread for all of them
   * (docs/security.md#r49).
   */
  static async build(
    sorted: readonly FilePath[],
    rules: IgnoreRules,
    truncated: boolean,
    pacer: Pacer,
    links?: ReadonlyMap<FilePath, FilePath>,
  ): Promise<FileTree> {
    const tree = new FileTree([], rules, truncated, links);
    for (const file of sorted) {
      tree.enter(file);
      await pacer.breathe();
    }
    tree.sorted = sorted;
    return tree;
  }

  has(path: FilePath): boolean {
    return this.names.has(path);
  }

  /** The path with links resolved: `docs/adr/x.md` for `adr/x.md` where `adr` links to `docs/adr`. */
  real(path: FilePath): FilePath {
    if (this.links.size === 0) return path;
    let place = path;
    // The target of a link may lie below another link.
    for (let steps = 0; steps < mostLinks; steps++) {
      const next = this.behindLink(place);
      if (next === place) break;
      place = next;
    }
    return place;
  }

  private behindLink(path: FilePath): FilePath {
    for (const place of [path, ...ancestors(path)]) {
      const target = this.links.get(place);
      if (target !== undefined) return join(target, path.slice(place.length + 1));
    }
    return path;
  }

  /** The file of this tree that a link to a file points to; null for any other path. */
  linkedFile(path: FilePath): FilePath | null {
    const target = this.links.get(path);
    return target !== undefined && target !== path && this.has(target) ? target : null;
  }

  /** True for a folder with at least one file somewhere below it. */
  hasDirectory(path: FilePath): boolean {
    return this.children.has(path);
  }

  /** All files in the order of their code units, so that a folder's files stand together. */
  files(): readonly FilePath[] {
    this.settle();
    return this.sorted;
  }

  /** The files below a folder at any depth, sorted. */
  filesUnder(directory: FilePath): readonly FilePath[] {
    const files = this.files();
    if (directory === '') return files;
    const from = lowerBound(files, `${directory}/`);
    // `0` follows `/` in code unit order.
    return files.slice(from, lowerBound(files, `${directory}0`));
  }

  /** The files whose name is that without its extension, in no order. */
  filesCalled(name: string): readonly FilePath[] {
    return this.names.called(name);
  }

  /** Folders with at least one file below them, without `''`, in no order. */
  directories(): Iterable<FilePath> {
    return this.children.keys();
  }

  /** Whether the walk left the path out, or would have: excluded by name, setting or `.gitignore`. */
  isIgnored(path: FilePath): boolean {
    return this.rules.isIgnored(path);
  }

  /** Adds a file. @returns false where it was there already. */
  add(path: FilePath): boolean {
    if (path === '' || this.has(path)) return false;
    this.unsorted.push(path);
    this.enter(path);
    return true;
  }

  /** Removes a file, or a folder with all its files. @returns the files that are gone, sorted. */
  delete(path: FilePath): readonly FilePath[] {
    const gone = this.has(path) ? [path] : this.filesUnder(path);
    for (const file of gone) this.remove(file);
    if (gone.length > 0) this.version++;
    return gone;
  }

  private enter(path: FilePath): void {
    this.names.add(path);
    for (const folder of ancestors(path)) {
      const count = this.children.get(folder) ?? 0;
      if (folder !== '') this.children.set(folder, count + 1);
      if (count > 0) break;
    }
    this.version++;
  }

  private remove(file: FilePath): void {
    this.names.delete(file);
    this.hasDeletions = true;
    for (const folder of ancestors(file)) {
      const count = (this.children.get(folder) ?? 0) - 1;
      if (count > 0) this.children.set(folder, count);
      else this.children.delete(folder);
      if (count > 0) break;
    }
  }

  /** Merges added files and drops deleted ones since the last call: one pass however many events there were. */
  private settle(): void {
    if (this.hasDeletions) {
      this.sorted = this.sorted.filter((file) => this.has(file));
      this.unsorted = this.unsorted.filter((file) => this.has(file));
      this.hasDeletions = false;
    }
    if (this.unsorted.length === 0) return;
    // A file that was deleted and came back stands in both lists.
    this.sorted = mergeSorted(this.sorted, [...new Set(this.unsorted)].sort());
    this.unsorted = [];
  }
}

function lowerBound(files: readonly FilePath[], path: FilePath): number {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((files[middle] ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
