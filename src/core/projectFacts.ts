import { fewAtOnce } from './fewAtOnce';
import { type FileFacts, tiesOfText } from './fileFacts';
import { FileReader, type Reading } from './fileReader';
import type { FileTree } from './files/fileTree';
import { newFilesUnder } from './files/newFiles';
import { isProsePath, isTextPath } from './files/textPaths';
import { FolderRecords } from './folderRecords';
import type { Remote } from './forge/remotes';
import { LinkGraph } from './links/graph';
import { NameIndex } from './names/nameIndex';
import type { FilePath } from './ports';
import type { FileProblem, ReadingProgress } from './projectView';
import { ReadingTurns } from './readingTurns';
import type { Candidate } from './records/find/kindByFolder';
import type { RecordFinder } from './records/find/recordFinder';
import { kepTextOf } from './records/read/kepMetadata';

/**
 * The facts of each file of one folder, and nothing that depends on two of them (docs/adr/0003). An event replaces the
 * facts of the files that it names, and every answer is computed from the facts when it is asked for.
 */
export class ProjectFacts {
  readonly names: NameIndex;
  readonly graph: LinkGraph;
  readonly reader: FileReader;
  /** Files of which not all references are known. */
  readonly problems = new Map<FilePath, FileProblem>();
  readonly records: FolderRecords;
  private readonly turns = new ReadingTurns();
  /** The progress of the current reading; null where there is none. */
  progress: ReadingProgress | null = null;
  /** Where a reading was stopped; null where none was. */
  stoppedAt: ReadingProgress | null = null;

  constructor(
    readonly tree: FileTree,
    readonly finder: RecordFinder,
    remotes: readonly Remote[],
    private readonly reading: Reading,
  ) {
    this.reader = new FileReader(tree, finder, reading);
    this.names = new NameIndex(reading.isForRecordsOnly || reading.onlyFor !== undefined);
    this.graph = new LinkGraph(this.names, tree, remotes, reading.isLasting, reading.components);
    this.records = new FolderRecords(this.names, tree, remotes, reading.isForRecordsOnly ? null : this.graph);
  }

  /** Whether `readOthers` has finished. */
  get complete(): boolean {
    return this.turns.complete;
  }

  /** Changes whenever an answer may have changed. */
  get stamp(): string {
    return `${this.names.version} ${this.graph.version} ${this.tree.version}`;
  }

  /** Computes the relations of the records, in slices. */
  async settle(): Promise<void> {
    for (const _ of this.records.settle()) await this.reading.pacer.breathe();
  }

  /** Reads every candidate, its references too, so that no file is read twice. */
  async readRecords(signal: AbortSignal): Promise<void> {
    await this.each((path) => this.finder.candidate(path) ?? undefined, signal);
  }

  /** Keeps the facts for the next run, and releases the kept ones. */
  async keep(): Promise<void> {
    await this.reading.kept.save((path) => this.tree.has(path));
  }

  /**
   * Scans every other text file for references and resolves them, so that the first question need not wait for that.
   * @param found the only files of code that may have any; null where that is not known
   */
  async readOthers(signal: AbortSignal, found: ReadonlySet<FilePath> | null = null): Promise<void> {
    const isWanted = (path: FilePath) => (found === null || found.has(path) || isProsePath(path)) && isTextPath(path);
    // Checked first: most files of a large folder are not wanted, and finding a candidate takes longer.
    const other = (path: FilePath) => {
      if (!isWanted(path) || this.finder.candidate(path) !== null) return undefined;
      if (this.tree.linkedFile(path) === null) return null;
      this.turns.passOver(path);
      return undefined;
    };
    await this.each(other, signal);
    for (const path of this.tree.files()) {
      if (signal.aborted) return;
      this.graph.prepare(path);
      await this.reading.pacer.breathe();
    }
    this.turns.end(!signal.aborted);
    if (signal.aborted) return;
    this.graph.complete();
    this.stoppedAt = null;
  }

  /** Parses the references of an open file whose turn has not come yet. @returns whether the answers changed */
  prefetch(path: FilePath, text: () => string): boolean {
    if (this.isTaken(path) || !(this.tree.has(path) || this.isBeyondLimit(path))) return false;
    this.add(path);
    this.take(path, tiesOfText(path, text()));
    return true;
  }

  /** Whether the references of a file are known, or never will be, as those of an ignored file. */
  isRead(path: FilePath): boolean {
    return this.isTaken(path) || !isTextPath(path) || (!this.tree.has(path) && !this.isBeyondLimit(path));
  }

  private isTaken(path: FilePath): boolean {
    return this.turns.isTaken(path, (file) => this.tree.has(file) && this.reader.isLookedInto(file));
  }

  /** Whether a limit may have left the file out (docs/security.md#r54): such a file is read once it is opened. */
  private isBeyondLimit(path: FilePath): boolean {
    return this.tree.truncated && !this.tree.has(path) && !this.tree.isIgnored(path);
  }

  /** Adds a new file to the list of files. */
  private add(path: FilePath): void {
    if (this.tree.add(path)) this.records.touchFile(path);
  }

  /**
   * Reads files again, or for the first time, whatever they were before.
   * @param changed for a folder all files in it, also those of a folder that it replaced
   * @param deleted for a folder all its files; files that still exist stay
   */
  async refresh(changed: readonly FilePath[], deleted: readonly FilePath[], signal: AbortSignal): Promise<void> {
    const { files, pacer } = this.reading;
    const before = this.tree.version;
    const found = new Set<FilePath>();
    const replaced = changed.filter((path) => this.tree.hasDirectory(path));
    for (const path of [...deleted, ...replaced]) {
      const known = this.tree.has(path) ? [path] : this.tree.hasDirectory(path) ? this.tree.filesUnder(path) : [];
      for (const file of known) {
        if (this.reader.isLookedInto(file)) found.add(file);
        else this.forget(file);
      }
      await pacer.breathe();
    }
    const look = async (path: FilePath) => {
      for (const file of await newFilesUnder(path, this.tree, files, signal)) found.add(file);
    };
    await fewAtOnce(changed, look, pacer, signal);
    for (const file of [...found]) {
      const text = kepTextOf(file);
      if (text === null || !this.tree.has(text)) continue;
      this.reader.outdate(text);
      found.add(text);
    }
    const read = (file: FilePath) => {
      const candidate = this.finder.candidate(file);
      if (this.reader.isLookedInto(file, candidate)) return this.readFile(file, candidate);
      this.add(file);
      return undefined;
    };
    await fewAtOnce(found, read, pacer, signal);
    const logs = this.tree.version === before ? [] : this.finder.logsOver(found);
    const others = logs.filter((log) => !found.has(log));
    for (const log of others) this.reader.outdate(log);
    await fewAtOnce(others, read, pacer, signal);
    this.reader.forgetAhead();
  }

  private async readFile(path: FilePath, candidate: Candidate | null): Promise<void> {
    const facts = await this.reader.facts(path, candidate);
    if (facts === null) return this.forget(path);
    // Only added once it is known to exist: a file that was made and deleted changes no answer.
    this.add(path);
    this.take(path, facts);
  }

  /** Removes the facts of a file, or of every file below a folder. */
  forget(path: FilePath): void {
    for (const file of this.tree.delete(path)) {
      this.turns.forget(file);
      this.problems.delete(file);
      this.records.touchFile(file);
      this.graph.deleteFile(file);
      this.records.setFile(file, []);
    }
  }

  /** @param candidateOf returns undefined for a file that is not to be read */
  private async each(
    candidateOf: (path: FilePath) => Candidate | null | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const files = this.tree.files();
    const total = files.length;
    const read = ([done, path]: [number, FilePath]) => {
      this.progress = { done, total };
      const candidate = candidateOf(path);
      return candidate === undefined ? undefined : this.readFile(path, candidate);
    };
    const done = await fewAtOnce(files.entries(), read, this.reading.pacer, signal);
    if (done < total) this.stoppedAt ??= { done, total };
    this.progress = null;
  }

  private take(path: FilePath, { records, ties, problem }: FileFacts): void {
    this.turns.take(path);
    this.records.setFile(path, records, ties?.identifiers);
    if (problem) this.problems.set(path, problem);
    else this.problems.delete(path);
    if (ties && !this.reading.isForRecordsOnly) this.graph.setFile(path, ties.references ?? [], ties.declared);
  }
}
