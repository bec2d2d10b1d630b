import type { FileTree } from './files/fileTree';
import { maxTextBytes } from './files/readText';
import { isProsePath, isTextPath } from './files/textPaths';
import { listed, type WalkOptions } from './files/walk';
import { type KeptFacts, type Match, type Searched, worthShare } from './keptFacts';
import { commonPattern, furtherPattern } from './links/searchPattern';
import type { FilePath, FileSearch, FileStore, Pacer } from './ports';
import type { DocRecord } from './records/record';

type Found = ReadonlySet<FilePath> | null;

const none: ReadonlySet<FilePath> = new Set();

/** Up to this many changed files are read themselves, instead of having git search all files. */
const fewFiles = 50;

/**
 * The files of code that may cite a record, as git finds them. Matches of files that did not change since are kept
 * (docs/adr/0031), so that git need not search these again. Changed files count as matches. That is never wrong,
 * because whatever is found in them is resolved like everything else.
 */
export class CodeSearch {
  /** Git's matches among all files; null while it has not been asked. */
  private common: Promise<Found> | null = null;
  /** Files that git's search does not cover. */
  private unsearched: readonly FilePath[] = [];
  /** Searched files with their stamps, taken before git searches: a later change gives another stamp. */
  private readonly searched: (readonly [path: FilePath, stamp: string | null])[] = [];
  /** Unchanged files with a kept match. */
  private readonly known = new Map<FilePath, Match>();
  /** Files that changed since they were searched, or never were. */
  private readonly unknown = new Set<FilePath>();

  constructor(
    private readonly search: FileSearch,
    private readonly files: FileStore,
    private readonly kept: KeptFacts,
    private readonly pacer: Pacer,
  ) {}

  /** Lists the files. @returns null where git could not list them */
  async tree(options: WalkOptions, signal: AbortSignal): Promise<FileTree | null> {
    // Where nothing is kept, the search runs beside the listing.
    if (!this.kept.isKeeping) this.ask(signal);
    const known = await this.search.list(signal);
    if (known === null) return null;
    const tree = await listed(this.files, known, options, signal, this.pacer);
    this.unsearched = [...known.uncertain, ...known.folders.flatMap((folder) => tree.filesUnder(folder))];
    if (this.kept.isKeeping) await this.lookAt(tree.files(), signal);
    return tree;
  }

  /** Files that may cite one of the records; null where git could not search. */
  async mayCite(records: readonly DocRecord[], signal: AbortSignal): Promise<Found> {
    const pattern = furtherPattern(records);
    const now = await this.common;
    const isAsked = this.common !== null;
    if (isAsked && now === null) return null;
    if (!isAsked && pattern === this.kept.furtherPattern) return this.with(this.known.keys());
    const further = pattern === null ? none : await this.search.matching(pattern, signal);
    if (further === null) return null;
    const common = now ?? new Set([...this.known].flatMap(([path, match]) => (match === 'common' ? path : [])));
    if (isAsked) this.unknown.clear();
    const matches = this.searched.flatMap(([path, stamp]): [FilePath, Searched][] => {
      const match = common.has(path) ? 'common' : further.has(path) ? 'further' : 'none';
      return stamp !== null && !this.unknown.has(path) ? [[path, { stamp, match }]] : [];
    });
    if (this.kept.isKeeping && !signal.aborted) await this.kept.setMatches(pattern, matches);
    return this.with([...common, ...further]);
  }

  /** The matches, with the files about which nothing is known. */
  private with(found: Iterable<FilePath>): Found {
    return new Set([...found, ...this.unknown, ...this.unsearched]);
  }

  private ask(signal: AbortSignal): void {
    this.common = this.search.matching(commonPattern, signal);
  }

  private async lookAt(files: readonly FilePath[], signal: AbortSignal): Promise<void> {
    const others = new Set(this.unsearched);
    for (const path of files) {
      if (signal.aborted) return;
      if (others.has(path) || !isTextPath(path) || isProsePath(path)) continue;
      const { stamp, match } = await this.kept.searched(path);
      this.searched.push([path, stamp]);
      if (match === null) this.unknown.add(path);
      else if (match !== 'none') this.known.set(path, match);
      await this.pacer.breathe();
    }
    const most = Math.max(fewFiles, this.searched.length * worthShare);
    if (this.unknown.size > most || !(await this.areSearchable(this.unknown))) this.ask(signal);
  }

  /** Whether git's search matches our own in all of the files: it searches bytes, and matches nothing in UTF-16. */
  private async areSearchable(files: Iterable<FilePath>): Promise<boolean> {
    for (const path of files) {
      const read = await this.files.read(path, maxTextBytes);
      if (!read.ok || (read.bytes[0] ?? 0) >= 0xfe) return false;
    }
    return true;
  }
}
