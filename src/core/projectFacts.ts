import type { FileTree } from './files/fileTree';
import { readText, type TextResult } from './files/readText';
import { isTextPath } from './files/textPaths';
import type { Remote } from './forge/remotes';
import { declaredNames } from './links/declaredNames';
import { LinkGraph } from './links/graph';
import type { ScannedReference } from './links/link';
import { type NamedIdentifier, namedIdentifiers } from './links/namedIdentifiers';
import { maxReferences, scanInSlices, scanReferences } from './links/scan';
import { NameIndex } from './names/nameIndex';
import type { FilePath, FileStore, Pacer } from './ports';
import type { FileProblem } from './projectView';
import type { Candidate } from './records/find/kindByFolder';
import type { RecordFinder } from './records/find/recordFinder';
import { readRecord, unreadableRecord } from './records/read/readRecord';
import { type DocRecord, isAboutCode, ownText, type ParsedRecord } from './records/record';
import { Relations } from './records/relations';

/** What the facts are read with. */
export interface Reading {
  readonly files: FileStore;
  readonly pacer: Pacer;
  readonly isForRecordsOnly?: boolean;
}

/** Files that are read at the same time. */
const concurrency = 16;

/**
 * What each file of one folder states by itself, and nothing that depends on two of them (docs/adr/0003): an event
 * replaces the facts of the files it names, and every answer is worked out from the facts when it is asked for.
 */
export class ProjectFacts {
  readonly names = new NameIndex();
  readonly graph: LinkGraph;
  /** Files whose citations are not all known. */
  readonly problems = new Map<FilePath, FileProblem>();
  private readonly relations: Relations;
  private readonly read = new Set<FilePath>();
  /** Records of files that hold several, by the file. */
  private readonly parts = new Map<FilePath, readonly FilePath[]>();
  private scanned = false;

  constructor(
    readonly tree: FileTree,
    readonly finder: RecordFinder,
    remotes: readonly Remote[],
    private readonly reading: Reading,
  ) {
    this.relations = new Relations(this.names, tree, remotes);
    this.graph = new LinkGraph(this.names, tree, remotes);
  }

  /** Whether `readOthers` came to its end. */
  get complete(): boolean {
    return this.scanned;
  }

  /** Changes whenever an answer could. */
  get stamp(): string {
    return `${this.names.version} ${this.graph.version} ${this.tree.version}`;
  }

  /** Every record with its place among the others, in no order. Those that did not change are the same objects. */
  records(): ReadonlyMap<FilePath, DocRecord> {
    return this.relations.records();
  }

  /** Records that state no date: their dates are requested from git. */
  undated(): readonly FilePath[] {
    return this.relations.undated();
  }

  date(addedDates: ReadonlyMap<FilePath, string>): void {
    this.relations.date(addedDates);
  }

  /** Works out what `records` will answer, in slices; it would do the rest itself, in one go. */
  async settle(): Promise<void> {
    for (const _ of this.relations.settle()) await this.reading.pacer.breathe();
  }

  /** Reads every candidate; its references too, so that no file is read twice. */
  async readRecords(signal: AbortSignal): Promise<void> {
    await this.each((candidate) => candidate !== null, signal);
  }

  /** Finds the references of every other text file, and where they lead: the first question must not wait for that. */
  async readOthers(signal: AbortSignal): Promise<void> {
    await this.each((candidate, path) => candidate === null && isTextPath(path), signal);
    for (const path of this.tree.files()) {
      if (signal.aborted) return;
      this.graph.referencesOf(path);
      await this.reading.pacer.breathe();
    }
    this.scanned = !signal.aborted;
    if (this.scanned) this.graph.complete();
  }

  /** The references of an open file whose turn has not come yet. @returns whether the answers changed */
  prefetch(path: FilePath, text: () => string): boolean {
    if (this.read.has(path) || !(this.tree.has(path) || this.isBeyondLimit(path))) return false;
    this.add(path);
    this.read.add(path);
    const written = text();
    this.setReferences(path, scanReferences(written, path), null, declaredNames(path, written));
    return true;
  }

  /** Whether what a file cites is known, or will never be: an ignored file's turn does not come. */
  isRead(path: FilePath): boolean {
    if (this.read.has(path) || !isTextPath(path)) return true;
    return this.tree.has(path) ? this.scanned : !this.isBeyondLimit(path);
  }

  /** Whether a limit may have kept the file out (docs/security.md#r54): such a file is read once it is opened. */
  private isBeyondLimit(path: FilePath): boolean {
    return this.tree.truncated && !this.tree.has(path) && !this.tree.isIgnored(path);
  }

  /** Takes a file that appeared into the list of files; `refresh` reads it. */
  add(path: FilePath): void {
    if (this.tree.add(path)) this.relations.touchFile(path);
  }

  /** Reads one file again, whatever it was before. */
  async refresh(path: FilePath): Promise<void> {
    await this.readFile(path, this.finder.candidate(path));
  }

  private async readFile(path: FilePath, candidate: Candidate | null): Promise<void> {
    if (candidate === null && !isTextPath(path)) return;
    const { files, pacer, isForRecordsOnly } = this.reading;
    const read = await readText(files, path);
    if (isForRecordsOnly) return this.takeRecords(path, candidate, read);
    // Several files may have arrived at once, and each of them is work.
    await pacer.breathe();
    const references = read.ok ? await scanInSlices(read.text, path, pacer) : [];
    this.take(path, candidate, read, references);
  }

  /** Removes the facts of a file, or of every file below a folder. */
  forget(path: FilePath): void {
    for (const file of this.tree.delete(path)) {
      this.read.delete(file);
      this.problems.delete(file);
      this.relations.touchFile(file);
      this.graph.deleteFile(file);
      this.setRecords(file, []);
    }
  }

  private async each(
    isWanted: (candidate: Candidate | null, path: FilePath) => boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const batch: Promise<void>[] = [];
    for (const path of this.tree.files()) {
      if (signal.aborted) break;
      const candidate = this.finder.candidate(path);
      if (isWanted(candidate, path)) batch.push(this.readFile(path, candidate));
      if (batch.length === concurrency) await Promise.all(batch.splice(0));
      await this.reading.pacer.breathe();
    }
    await Promise.all(batch);
  }

  private take(
    path: FilePath,
    candidate: Candidate | null,
    read: TextResult,
    references: readonly ScannedReference[],
  ): void {
    this.takeRecords(path, candidate, read);
    if (!this.read.has(path)) return;
    const isUnread = !read.ok && (read.reason === 'too-large' || read.reason === 'unreadable');
    const declared = read.ok && !candidate ? declaredNames(path, read.text) : [];
    this.setReferences(path, references, isUnread ? read.reason : null, declared);
  }

  private takeRecords(path: FilePath, candidate: Candidate | null, read: TextResult): void {
    if (!read.ok && read.reason === 'missing') {
      this.forget(path);
      return;
    }
    this.read.add(path);
    if (candidate) this.setRecords(path, parse(candidate, read), read.ok ? read.text : '');
  }

  private setReferences(
    path: FilePath,
    references: readonly ScannedReference[],
    problem: FileProblem | null,
    declared: readonly string[],
  ): void {
    const found = references.length >= maxReferences ? 'too-many' : problem;
    if (found) this.problems.set(path, found);
    else this.problems.delete(path);
    this.graph.setFile(path, references, declared);
  }

  /** Replaces the records of a file: mostly one or none. */
  private setRecords(path: FilePath, records: readonly ParsedRecord[], text = ''): void {
    const paths = records.map((record) => record.path);
    for (const gone of [path, ...(this.parts.get(path) ?? [])]) if (!paths.includes(gone)) this.setRecord(gone, null);
    for (const record of records) {
      const isNaming =
        !this.reading.isForRecordsOnly &&
        isAboutCode(record.kind) &&
        (record.part !== undefined || records.length === 1);
      this.setRecord(record.path, record, isNaming ? namedIdentifiers(ownText(record, text), record.title) : []);
    }
    if (paths.length > 1) this.parts.set(path, paths.slice(1));
    else this.parts.delete(path);
  }

  private setRecord(path: FilePath, record: ParsedRecord | null, identifiers: readonly NamedIdentifier[] = []): void {
    if (record) {
      this.relations.set(record);
      if (!this.reading.isForRecordsOnly) this.graph.setRecord(record, identifiers);
    } else if (this.relations.delete(path)) {
      this.graph.deleteRecord(path);
    }
  }
}

/** One file that cannot be read is listed with the reason; it never hides the others (docs/adr/0014). */
function parse(candidate: Candidate, read: TextResult): readonly ParsedRecord[] {
  if (!read.ok) return candidate.how === 'log' ? [] : [unreadableRecord(candidate, read)];
  const outcome = readRecord(candidate, read.text, read.encoding);
  return 'record' in outcome ? [outcome.record, ...(outcome.parts ?? [])] : [];
}
