import type { FileTree } from './files/fileTree';
import { maxTextBytes } from './files/readText';
import { isProsePath, isTextPath } from './files/textPaths';
import { listed, type WalkOptions } from './files/walk';
import { type KeptFacts, type Match, worthShare } from './keptFacts';
import { commonPattern, furtherPattern } from './links/searchPattern';
import type { FilePath, FileSearch, FileStore, Pacer } from './ports';
import type { DocRecord } from './records/record';

type Found = ReadonlySet<FilePath> | null;

/** So few files are read at once rather than looked for among all. */
const fewFiles = 50;

/**
 * The files of code that may cite a record, as git finds them. What it said of files that are the same since is kept
 * (docs/adr/0031), so that it need not look again; the few others are taken for such files, which is never wrong: what is
 * found in them is resolved like all else.
 */
export class CodeSearch {
  /** What git says of all files; null while it was not asked. */
  private common: Promise<Found> | null = null;
  /** About these git is not asked for a line. */
  private unsearched: readonly FilePath[] = [];
  private readonly matches = new Map<FilePath, Match>();
  /** Files that are not as they were when they were searched, or never were. */
  private readonly unknown: FilePath[] = [];

  constructor(
    private readonly search: FileSearch,
    private readonly files: FileStore,
    private readonly kept: KeptFacts,
    private readonly pacer: Pacer,
  ) {}

  /** Lists the files. @returns null where git could not say which there are */
  async tree(options: WalkOptions, signal: AbortSignal): Promise<FileTree | null> {
    // Where nothing is kept, beside the listing.
    if (!this.kept.isKeeping) this.ask(signal);
    const known = await this.search.list(signal);
    if (known === null) return null;
    const tree = await listed(this.files, known, options, signal, this.pacer);
    this.unsearched = [...known.uncertain, ...known.folders.flatMap((folder) => tree.filesUnder(folder))];
    if (this.kept.isKeeping) await this.lookAt(tree.files(), signal);
    return tree;
  }

  /** Files that may cite one of the records; null where that is not known. */
  async mayCite(records: readonly DocRecord[], signal: AbortSignal): Promise<Found> {
    const pattern = furtherPattern(records);
    const common = await this.common;
    if (this.common !== null && common === null) return null;
    const isOther = this.common !== null || pattern !== this.kept.furtherPattern;
    const further = isOther && pattern !== null ? await this.search.matching(pattern, signal) : new Set<FilePath>();
    if (further === null) return null;
    if (isOther && !signal.aborted) await this.settle(pattern, common, further);
    const found = new Set([...this.unsearched, ...this.unknown, ...(common ?? []), ...further]);
    for (const [path, match] of this.matches) if (match !== 'none') found.add(path);
    return found;
  }

  private ask(signal: AbortSignal): void {
    this.common = this.search.matching(commonPattern, signal);
  }

  /** The stamps are taken before git looks: what changes from then on has another one. */
  private async lookAt(files: readonly FilePath[], signal: AbortSignal): Promise<void> {
    const others = new Set(this.unsearched);
    for (const path of files) {
      if (signal.aborted) return;
      if (!isTextPath(path) || isProsePath(path) || others.has(path)) continue;
      const match = await this.kept.matchOf(path);
      if (match === null) this.unknown.push(path);
      else this.matches.set(path, match);
      await this.pacer.breathe();
    }
    const most = Math.max(fewFiles, this.matches.size * worthShare);
    if (this.unknown.length > most || !(await this.areSearchable(this.unknown))) this.ask(signal);
  }

  /** Whether git would find in all of them what we do: it looks at the bytes, of which those of UTF-16 say nothing to it. */
  private async areSearchable(files: readonly FilePath[]): Promise<boolean> {
    for (const path of files) {
      const read = await this.files.read(path, maxTextBytes);
      if (!read.ok || (read.bytes[0] ?? 0) >= 0xfe) return false;
    }
    return true;
  }

  private async settle(pattern: string | null, common: Found, further: ReadonlySet<FilePath>): Promise<void> {
    const matchOf = (path: FilePath): Match => (common?.has(path) ? 'common' : further.has(path) ? 'further' : 'none');
    for (const [path, match] of this.matches) {
      if (common !== null || match !== 'common') this.matches.set(path, matchOf(path));
    }
    if (common !== null) for (const path of this.unknown.splice(0)) this.matches.set(path, matchOf(path));
    if (this.kept.isKeeping) await this.kept.setMatches(pattern, this.matches);
  }
}
