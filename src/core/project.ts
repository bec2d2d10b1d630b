import type { FileTree } from './files/fileTree';
import { isIgnoreFile } from './files/walk';
import { alone, resolveAcross, type Surroundings } from './links/acrossFolders';
import { linksOfReferences } from './links/graph';
import type { Backlink, Link, Reference } from './links/link';
import { scanReferences } from './links/scan';
import { MaybeLinks } from './links/words/maybeLinks';
import type { World } from './names/nameLookup';
import { type FilePath, neverCancelled } from './ports';
import type { ProjectFacts } from './projectFacts';
import { gitConfig, ProjectReading, type ProjectServices } from './projectReading';
import type { FileProblem, PathChange, ProjectView, ReadingProgress } from './projectView';
import type { RecordCopy } from './records/find/copies';
import { GitDates } from './records/gitDates';
import type { DocRecord, ParsedRecord, RecordKind } from './records/record';
import { compareText } from './text/compareText';

/**
 * The records and references of one workspace folder. Nothing is read before a method asks for it. Methods that read
 * must be called one after the other, never at the same time.
 */
export class Project implements ProjectView {
  private facts: ProjectFacts | null = null;
  private readonly dates: GitDates;
  private changes = 0;
  private readonly reading: ProjectReading;
  private maybe: MaybeLinks;

  constructor(private readonly services: ProjectServices) {
    this.reading = new ProjectReading(services);
    this.dates = new GitDates(services.git, services.log);
    this.maybe = this.noWords();
  }

  get loaded(): boolean {
    return this.facts !== null;
  }

  get complete(): boolean {
    return this.facts?.complete ?? false;
  }

  get progress(): ReadingProgress | null {
    return (this.reading.coming ?? this.facts)?.progress ?? null;
  }

  get coming(): Iterable<ParsedRecord> {
    return this.facts === null ? (this.reading.coming?.records.found() ?? []) : [];
  }

  get stoppedAt(): ReadingProgress | null {
    return this.facts?.stoppedAt ?? null;
  }

  get version(): number {
    return this.changes;
  }

  get truncated(): boolean {
    return this.facts?.tree.truncated ?? false;
  }

  /**
   * Reads everything: the records, then what cites them. On a second load the old answers stay until the end and change
   * all at once; a cancelled load leaves them as they were.
   * @param enough as in `loadRecords`
   */
  async load(given: AbortSignal = neverCancelled, enough: AbortSignal = neverCancelled): Promise<void> {
    if (this.facts === null) {
      await this.loadRecords(given, enough);
      return this.scanReferences(given, enough);
    }
    const facts = await this.reading.records(given, enough, this.dates.dates);
    if (facts === null) return;
    this.reading.coming = facts;
    await this.reading.others(facts, AbortSignal.any([given, enough]));
    this.reading.coming = null;
    if (!given.aborted) this.replace(facts);
  }

  /**
   * Finds and reads the records. Answers change at its end, all at once.
   * @param enough aborted where a person stops the reading: what was read until then counts
   */
  async loadRecords(given: AbortSignal = neverCancelled, enough: AbortSignal = neverCancelled): Promise<void> {
    const facts = await this.reading.records(given, enough, this.dates.dates);
    if (facts !== null) this.replace(facts);
  }

  private replace(facts: ProjectFacts): void {
    this.facts = facts;
    this.maybe = this.noWords();
    this.changed();
  }

  /** Reads every other text file for references; until then links and backlinks are those of the records alone. */
  async scanReferences(given: AbortSignal = neverCancelled, enough: AbortSignal = neverCancelled): Promise<void> {
    if (this.facts) await this.reading.others(this.facts, AbortSignal.any([given, enough]));
    this.changed();
  }

  /** Keeps facts for the next run; to be called once this run has read everything that it needs. */
  async keep(): Promise<void> {
    await this.facts?.keep();
  }

  /**
   * Parses the references of an open file from its text before the scan has reached it; nothing is read.
   * @returns whether the answers changed
   */
  prefetch(path: FilePath, text: () => string): boolean {
    const isNew = this.facts?.prefetch(path, text) ?? false;
    if (isNew) this.changed();
    return isNew;
  }

  /**
   * Asks git when records without a date were added. Without git, or where it cannot answer, nothing changes.
   * @param isForNew whether to ask only about records that were not asked about before
   */
  async dateFromGit(signal: AbortSignal = neverCancelled, isForNew = false): Promise<void> {
    if (!(await this.dates.ask(this.facts?.records.undated() ?? [], isForNew, signal))) return;
    this.facts?.records.date(this.dates.dates);
    await this.facts?.settle();
    this.changed();
  }

  /**
   * Applies changes of some paths, in any order. Whether a file exists is checked when it is read, even where it was
   * reported as deleted, because git replaces files. A changed ignore file or tool configuration means reading
   * everything again.
   */
  async apply(changes: readonly PathChange[], signal: AbortSignal = neverCancelled): Promise<void> {
    const { facts } = this;
    if (facts === null || changes.some(({ path }) => rulesOf(path, facts))) return this.load(signal);
    const before = facts.stamp;
    const last = new Map(changes.map(({ path, kind }) => [path, kind]));
    const gone = [...last].flatMap(([path, kind]) => (kind === 'deleted' ? path : []));
    const changed = [...last].flatMap(([path, kind]) => (kind === 'deleted' ? [] : path));
    for (const path of gone) this.maybe.forget(path);
    for (const path of changed) this.maybe.outdate(path);
    await facts.refresh(changed, gone, signal);
    await facts.settle();
    if (facts.stamp !== before) this.changed();
  }

  /** Reads files before their change is passed to `apply`, and holds their facts for it; no answer changes. */
  async readAhead(paths: readonly FilePath[], signal: AbortSignal = neverCancelled): Promise<void> {
    await this.facts?.reader.readAhead(paths, signal);
  }

  /** To be called with each change of a file, as soon as it is known: facts that were read ahead no longer hold. */
  outdate(path: FilePath): void {
    this.facts?.reader.outdate(path);
  }

  records(): readonly DocRecord[] {
    return this.facts?.records.inOrder() ?? [];
  }

  record(path: FilePath): DocRecord | undefined {
    return this.facts?.records.all().get(path);
  }

  recordsIn(file: FilePath): readonly DocRecord[] {
    return [file, ...(this.facts?.records.partsOf(file) ?? [])].flatMap((path) => this.record(path) ?? []);
  }

  kindAt(path: FilePath): RecordKind | null {
    const found = this.facts?.finder.candidate(path);
    // A file that only its content could make a record is none before it exists.
    return found && found.how !== 'evidence' && found.how !== 'log' ? found.kind : null;
  }

  copiesOf(record: FilePath): readonly RecordCopy[] {
    return this.facts?.finder.copies?.of(record) ?? [];
  }

  referencesIn(path: FilePath, text: string, window: Surroundings = alone): readonly Reference[] {
    const { world } = this;
    if (world === null) return [];
    return resolveAcross(scanReferences(text, path), path, world, window);
  }

  /** What names mean in this folder; null before the records have been read. */
  get world(): World | null {
    return this.facts?.graph.world ?? null;
  }

  /** The files of the folder; null before they have been listed. */
  get tree(): FileTree | null {
    return this.facts?.tree ?? null;
  }

  isRead(file: FilePath): boolean {
    return this.facts?.isRead(file) ?? false;
  }

  problemOf(file: FilePath): FileProblem | null {
    return this.facts?.problems.get(file) ?? null;
  }

  /** Files of which not all references are known, sorted. */
  partlyRead(): readonly { readonly file: FilePath; readonly problem: FileProblem }[] {
    const problems = [...(this.facts?.problems ?? [])].map(([file, problem]) => ({ file, problem }));
    return problems.sort((a, b) => compareText(a.file, b.file));
  }

  linksFor(file: FilePath): readonly Link[] {
    return this.facts?.graph.linksFor(file, this.facts.records.all()) ?? [];
  }

  linksOf(references: readonly Reference[]): readonly Link[] {
    return this.facts ? linksOfReferences(references, this.facts.records.all()) : [];
  }

  /**
   * Reads what `maybeFor` needs to answer for the file; nothing where enough records are tied to it.
   * @returns whether there is more to read
   */
  async readWords(file: FilePath, signal: AbortSignal = neverCancelled): Promise<boolean> {
    const { facts } = this;
    if (facts === null) return false;
    const sources = { links: this.linksFor(file), records: facts.records.all(), files: facts.tree.files() };
    const { isUnfinished, isOther } = await this.maybe.read(file, sources, signal);
    if (isOther) this.changed();
    return isUnfinished;
  }

  maybeFor(file: FilePath): readonly Link[] {
    return this.facts ? this.maybe.of(file, { links: this.linksFor(file), records: this.facts.records.all() }) : [];
  }

  private noWords(): MaybeLinks {
    return new MaybeLinks(this.services.files, this.services.pacer);
  }

  /** Whether `scanReferences` may link a record to the file because the record names what the file declares. */
  mayBeNamed(file: FilePath): boolean {
    return this.facts?.graph.mayBeNamed(file) ?? false;
  }

  backlinks(record: FilePath): readonly Backlink[] {
    return this.facts?.graph.backlinks(record) ?? [];
  }

  allReferences(): readonly { readonly file: FilePath; readonly reference: Reference }[] {
    return this.facts?.graph.allReferences() ?? [];
  }

  private changed(): void {
    this.changes++;
  }
}

function rulesOf(path: FilePath, facts: ProjectFacts): boolean {
  return path === gitConfig || isIgnoreFile(path) || facts.finder.isConfigFile(path);
}
