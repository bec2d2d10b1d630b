import { fewAtOnce } from './fewAtOnce';
import { copied, type FileFacts, isAsDeep, type ReadingDepth, readFacts, shared } from './fileFacts';
import type { FileTree } from './files/fileTree';
import { readText, type TextResult } from './files/readText';
import { isTextPath } from './files/textPaths';
import { type KeptFacts, kindOf } from './keptFacts';
import type { AntoraComponent } from './names/antora';
import type { FilePath, FileStore, Pacer } from './ports';
import type { Candidate } from './records/find/kindByFolder';
import type { RecordFinder } from './records/find/recordFinder';
import { kepMetadataOf, maxKepBytes, withKepMetadata } from './records/read/kepMetadata';

/** What files are read with. */
export interface Reading {
  readonly files: FileStore;
  readonly pacer: Pacer;
  readonly kept: KeptFacts;
  readonly components?: readonly AntoraComponent[];
  readonly isForRecordsOnly?: boolean;
  /** As in `ProjectServices`. */
  readonly onlyFor?: FilePath;
  /** As in `ProjectServices`. */
  readonly isLasting?: boolean;
}

/** The facts of a file that was read ahead, and the kind that its path had then. */
interface Ahead {
  readonly kind: string;
  /** Null while it is being read, and where it no longer existed. */
  readonly facts: FileFacts | null;
}

/** Reads the facts of each file, when its turn comes or ahead of it. */
export class FileReader {
  /** Facts of files whose change has not been applied yet. */
  private readonly ahead = new Map<FilePath, Ahead>();

  constructor(
    private readonly tree: FileTree,
    private readonly finder: RecordFinder,
    private readonly reading: Reading,
  ) {}

  /** Whether a file is read at all: a record, or a file that may have references. */
  isLookedInto(path: FilePath, candidate = this.finder.candidate(path)): boolean {
    return candidate !== null || isTextPath(path);
  }

  /** The facts of a file, read ahead or now; null where it no longer exists. */
  async facts(path: FilePath, candidate: Candidate | null): Promise<FileFacts | null> {
    const ahead = this.ahead.get(path);
    const isKnown = ahead?.kind === kindOf(candidate);
    return (isKnown ? ahead.facts : null) ?? (await this.readNow(path, candidate));
  }

  /** Reads listed files, so that `facts` answers without reading, unless `outdate` was called in between. */
  async readAhead(paths: readonly FilePath[], signal: AbortSignal): Promise<void> {
    const read = (path: FilePath) => (this.tree.has(path) ? this.readOneAhead(path) : undefined);
    await fewAtOnce(paths, read, this.reading.pacer, signal);
  }

  /** @param path for a folder, all its files: a watcher may report only a folder that replaced another */
  outdate(path: FilePath): void {
    const files = this.ahead.size > 0 && this.tree.hasDirectory(path) ? this.tree.filesUnder(path) : [path];
    for (const file of files) this.ahead.delete(file);
  }

  /** To be called when everything that was read ahead has been applied. */
  forgetAhead(): void {
    this.ahead.clear();
  }

  private async readOneAhead(path: FilePath): Promise<void> {
    const candidate = this.finder.candidate(path);
    if (!this.isLookedInto(path, candidate)) return;
    const pending: Ahead = { kind: kindOf(candidate), facts: null };
    this.ahead.set(path, pending);
    const facts = await this.readNow(path, candidate);
    if (this.ahead.get(path) === pending) this.ahead.set(path, { ...pending, facts });
  }

  private async readNow(path: FilePath, candidate: Candidate | null): Promise<FileFacts | null> {
    const { files, pacer, kept, isLasting = false } = this.reading;
    const depth = this.depthFor(path, candidate);
    const metadata = candidate && kepMetadataOf(path, candidate.kind);
    const beside = metadata === null ? null : await readText(files, metadata, maxKepBytes);
    const look = await kept.look(path, candidate);
    if (look.facts && isAsDeep(look.facts, depth)) {
      return withMetadata(isLasting ? shared(look.facts, path) : look.facts, beside);
    }
    const read = await readText(files, path);
    if (!read.ok && read.reason === 'missing') return null;
    const facts = await readFacts(path, candidate, read, pacer, depth);
    // A file that cannot be read may be readable another time.
    if (read.ok || read.reason === 'not-text') kept.put(path, candidate, look, facts);
    const all = withMetadata(facts, beside);
    return isLasting ? shared(copied(all), path) : all;
  }

  /** How much of a file's text has to be parsed for later questions. */
  private depthFor(path: FilePath, candidate: Candidate | null): ReadingDepth {
    const { isForRecordsOnly, onlyFor } = this.reading;
    if (isForRecordsOnly) return 'records';
    return onlyFor === undefined || candidate === null || path === onlyFor ? 'all' : 'names';
  }
}

/** The facts of a file with those in a metadata file beside it; facts are kept without them, for each file alone. */
function withMetadata(facts: FileFacts, beside: TextResult | null): FileFacts {
  const [record, ...others] = facts.records;
  if (!beside?.ok || record === undefined || others.length > 0) return facts;
  return { ...facts, records: [withKepMetadata(record, beside.text)] };
}
