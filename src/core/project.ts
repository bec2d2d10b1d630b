import { CodeSearch } from './codeSearch';
import type { FileTree } from './files/fileTree';
import { readText } from './files/readText';
import { isIgnoreFile, walk } from './files/walk';
import { parseRemotes } from './forge/remotes';
import { KeptFacts } from './keptFacts';
import { alone, resolveAcross, type Surroundings } from './links/acrossFolders';
import { linksOfReferences } from './links/graph';
import { type Backlink, type Link, type Reference, shownStrength } from './links/link';
import { scanReferences } from './links/scan';
import type { WordLinks } from './links/words/wordLinks';
import { antoraComponents } from './names/antora';
import type { World } from './names/nameLookup';
import {
  type FilePath,
  type FileSearch,
  type FileStore,
  type GitReader,
  type Logger,
  neverCancelled,
  type Pacer,
  type Shelf,
} from './ports';
import { ProjectFacts } from './projectFacts';
import type { FileProblem, PathChange, ProjectView, ReadingProgress } from './projectView';
import type { RecordCopy } from './records/find/copies';
import { type FindSettings, RecordFinder } from './records/find/recordFinder';
import type { DocRecord, ParsedRecord, RecordKind } from './records/record';
import { compareText } from './text/compareText';
import { errorText } from './text/errorText';

export interface ProjectServices {
  readonly files: FileStore;
  /** Called each time: null while git must not or cannot be used (docs/security.md#r11). */
  readonly git: () => GitReader | null;
  readonly log: Logger;
  readonly pacer: Pacer;
  readonly settings: FindSettings;
  /**
   * Where files are only looked through for what they cite, and git may be asked: it lists them, and finds those in which
   * there may be something.
   */
  readonly search?: FileSearch;
  /** Where only `records` will be asked for: nothing is looked through for what ties files to them. */
  readonly isForRecordsOnly?: boolean;
  /**
   * Where only the links of this file will be asked for: what records cite is not looked for, which ties nothing to a file
   * that is no record. Where it turns out to be one, `linksFor` lacks the records that cite it.
   */
  readonly onlyFor?: FilePath;
  /** Where facts of files are kept between runs; nowhere where it is left out. */
  readonly shelf?: Shelf;
  /** Where the project lives as long as a window: what was read must not keep the texts in memory that it was read from. */
  readonly isLasting?: boolean;
}

/**
 * Where the repository's own address is written; read as text, so that it needs no git and no trust (docs/adr/0005).
 */
const gitConfig = '.git/config';

/**
 * The records and references of one workspace folder. Nothing is read before it is asked to; its methods that read are
 * called one after the other, never at the same time.
 */
export class Project implements ProjectView {
  private facts: ProjectFacts | null = null;
  /** Those that are being read for the first time. */
  private next: ProjectFacts | null = null;
  private sorted: { readonly of: ProjectFacts | null; readonly version: number; readonly all: readonly DocRecord[] } = {
    of: null,
    version: 0,
    all: [],
  };
  /** From git, of records that state none. */
  private readonly dates = new Map<FilePath, string>();
  /** Records that git was asked about. */
  private readonly asked = new Set<FilePath>();
  private changes = 0;
  private words: WordLinks | null = null;
  /** Null where git is not asked, or could not say which files there are. */
  private code: CodeSearch | null = null;

  constructor(private readonly services: ProjectServices) {}

  get loaded(): boolean {
    return this.facts !== null;
  }

  get complete(): boolean {
    return this.facts?.complete ?? false;
  }

  get progress(): ReadingProgress | null {
    return (this.next ?? this.facts)?.progress ?? null;
  }

  get coming(): Iterable<ParsedRecord> {
    return this.facts === null ? (this.next?.found() ?? []) : [];
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
   * Reads everything: the records, then what cites them. Where that was done before, the answers stay until the end and
   * change all at once; a cancelled load leaves them as they were.
   * @param enough as of `loadRecords`
   */
  async load(given: AbortSignal = neverCancelled, enough: AbortSignal = neverCancelled): Promise<void> {
    if (this.facts === null) {
      await this.loadRecords(given, enough);
      return this.scanReferences(given, enough);
    }
    const facts = await this.readRecords(given, enough);
    if (facts === null) return;
    this.next = facts;
    await this.readOthers(facts, AbortSignal.any([given, enough]));
    this.next = null;
    if (!given.aborted) this.replace(facts);
  }

  /** By git where it may be asked, else by a walk. */
  private async listFiles(kept: KeptFacts, signal: AbortSignal): Promise<FileTree> {
    const { files, pacer, settings, search } = this.services;
    const options = { exclude: settings.exclude };
    this.code = search ? new CodeSearch(search, files, kept, pacer) : null;
    const tree = await this.code?.tree(options, signal);
    if (tree) return tree;
    this.code = null;
    return walk(files, options, signal, pacer);
  }

  /**
   * Finds and reads the records. Answers change at its end and all at once.
   * @param enough aborted where a person stops the reading: what was read until then counts
   */
  async loadRecords(given: AbortSignal = neverCancelled, enough: AbortSignal = neverCancelled): Promise<void> {
    const facts = await this.readRecords(given, enough);
    if (facts !== null) this.replace(facts);
  }

  /** @returns null where the reading was cancelled */
  private async readRecords(given: AbortSignal, enough: AbortSignal): Promise<ProjectFacts | null> {
    const signal = AbortSignal.any([given, enough]);
    const { files, settings } = this.services;
    const kept = await KeptFacts.open(files, this.services.shelf ?? null, this.services.pacer);
    const tree = await this.listFiles(kept, signal);
    const finder = await RecordFinder.load(files, tree, settings, signal);
    const config = await readText(files, gitConfig);
    const remotes = config.ok ? parseRemotes(config.text) : [];
    const components = await antoraComponents(files, tree, signal);
    const facts = new ProjectFacts(tree, finder, remotes, { ...this.services, kept, components });
    this.next = facts;
    await facts.readRecords(signal);
    this.next = null;
    if (given.aborted) return null;
    if (enough.aborted) facts.stoppedAt ??= { done: 0, total: 0 };
    facts.date(this.dates);
    await facts.settle();
    return facts;
  }

  private replace(facts: ProjectFacts): void {
    this.facts = facts;
    this.words = null;
    this.changed();
  }

  /** Reads every other text file for references; until then links and backlinks are those of the records alone. */
  async scanReferences(given: AbortSignal = neverCancelled, enough: AbortSignal = neverCancelled): Promise<void> {
    if (this.facts) await this.readOthers(this.facts, AbortSignal.any([given, enough]));
    this.changed();
  }

  private async readOthers(facts: ProjectFacts, signal: AbortSignal): Promise<void> {
    const found = await this.code?.mayCite([...facts.records().values()], signal);
    await facts.readOthers(signal, found ?? null);
  }

  /** Keeps what was read for the next run, once all is read that this one needs. */
  async keep(): Promise<void> {
    await this.facts?.keep();
  }

  /**
   * Takes the references of an open file from its text while the scan has not come to it; nothing is read.
   * @returns whether the answers changed
   */
  prefetch(path: FilePath, text: () => string): boolean {
    const isNew = this.facts?.prefetch(path, text) ?? false;
    if (isNew) this.changed();
    return isNew;
  }

  /**
   * Asks git when the records that state no date were added. Without git, or where it cannot answer, nothing changes.
   * @param isForNew whether only those are asked about that it was not asked about before
   */
  async dateFromGit(signal: AbortSignal = neverCancelled, isForNew = false): Promise<void> {
    const undated = (this.facts?.undated() ?? []).filter((path) => !isForNew || !this.asked.has(path));
    const git = undated.length === 0 ? null : this.services.git();
    if (git === null) return;
    let found: ReadonlyMap<FilePath, string>;
    try {
      found = await git.addedDates(undated, signal);
    } catch (error) {
      this.services.log.warn(`no dates from git: ${errorText(error)}`);
      return;
    }
    const isOther = undated.some((path) => found.get(path) !== this.dates.get(path));
    for (const path of undated) {
      const date = found.get(path);
      this.asked.add(path);
      if (date === undefined) this.dates.delete(path);
      else this.dates.set(path, date);
    }
    if (!isOther) return;
    this.facts?.date(this.dates);
    await this.facts?.settle();
    this.changed();
  }

  /**
   * Takes over what happened to some paths, in any order: a file is there or not when it is read, also where it was said to
   * be deleted, for git writes files anew. A changed ignore file or tool configuration means reading everything.
   */
  async apply(changes: readonly PathChange[], signal: AbortSignal = neverCancelled): Promise<void> {
    const { facts } = this;
    if (facts === null || changes.some(({ path }) => rulesOf(path, facts))) return this.load(signal);
    const before = facts.stamp;
    const last = new Map(changes.map(({ path, kind }) => [path, kind]));
    const gone = [...last].flatMap(([path, kind]) => (kind === 'deleted' ? path : []));
    const changed = [...last].flatMap(([path, kind]) => (kind === 'deleted' ? [] : path));
    for (const path of gone) this.words?.forget(path);
    for (const path of changed) this.words?.outdate(path);
    await facts.refresh(changed, gone, signal);
    await facts.settle();
    if (facts.stamp !== before) this.changed();
  }

  /** Reads files of which `apply` will say that they changed, and keeps what they state for it: no answer changes. */
  async readAhead(paths: readonly FilePath[], signal: AbortSignal = neverCancelled): Promise<void> {
    await this.facts?.reader.readAhead(paths, signal);
  }

  /** To be called with each change of a file, as soon as it is known: what was read ahead no longer holds. */
  outdate(path: FilePath): void {
    this.facts?.reader.outdate(path);
  }

  records(): readonly DocRecord[] {
    const { facts } = this;
    if (facts === null) return [];
    const records = facts.records();
    const version = facts.recordsVersion;
    if (this.sorted.of === facts && this.sorted.version === version) return this.sorted.all;
    this.sorted = { of: facts, version, all: [...records.values()].sort((a, b) => compareText(a.path, b.path)) };
    return this.sorted.all;
  }

  record(path: FilePath): DocRecord | undefined {
    return this.facts?.records().get(path);
  }

  recordsIn(file: FilePath): readonly DocRecord[] {
    return [file, ...(this.facts?.partsOf(file) ?? [])].flatMap((path) => this.record(path) ?? []);
  }

  kindAt(path: FilePath): RecordKind | null {
    const found = this.facts?.finder.candidate(path);
    // What only its content could show is no record before there is any.
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

  /** What names mean in this folder; null before the records were read. */
  get world(): World | null {
    return this.facts?.graph.world ?? null;
  }

  /** Which files there are; null before they were listed. */
  get tree(): FileTree | null {
    return this.facts?.tree ?? null;
  }

  isRead(file: FilePath): boolean {
    return this.facts?.isRead(file) ?? false;
  }

  problemOf(file: FilePath): FileProblem | null {
    return this.facts?.problems.get(file) ?? null;
  }

  /** Files whose citations are not all known, sorted. */
  partlyRead(): readonly { readonly file: FilePath; readonly problem: FileProblem }[] {
    const problems = [...(this.facts?.problems ?? [])].map(([file, problem]) => ({ file, problem }));
    return problems.sort((a, b) => compareText(a.file, b.file));
  }

  linksFor(file: FilePath): readonly Link[] {
    return this.facts?.graph.linksFor(file, this.facts.records()) ?? [];
  }

  linksOf(references: readonly Reference[]): readonly Link[] {
    return this.facts ? linksOfReferences(references, this.facts.records()) : [];
  }

  /**
   * Reads what `maybeFor` needs to answer for the file: nothing where enough ties records to it.
   * @returns whether there is more to read
   */
  async readWords(file: FilePath, signal: AbortSignal = neverCancelled): Promise<boolean> {
    const { facts } = this;
    if (facts === null || this.isTied(file)) return false;
    const { files, pacer } = this.services;
    const { WordLinks } = await import('./links/words/wordLinks');
    this.words ??= new WordLinks(files, pacer);
    const before = this.maybeFor(file);
    const isUnfinished = await this.words.read(file, { records: facts.records(), files: facts.tree.files() }, signal);
    if (!isSame(before, this.maybeFor(file))) this.changed();
    return isUnfinished;
  }

  maybeFor(file: FilePath): readonly Link[] {
    if (this.facts === null || this.words === null || this.isTied(file)) return [];
    const linked = new Set(
      this.linksFor(file).flatMap((link) => (link.strength >= shownStrength ? link.record.path : [])),
    );
    return this.words.of(file, this.facts.records()).filter(({ record }) => !linked.has(record.path));
  }

  private isTied(file: FilePath): boolean {
    return this.linksFor(file).filter(({ strength }) => strength >= shownStrength).length > mostBesideWords;
  }

  /** Whether `scanReferences` may tie a record to the file that names what the file declares. */
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

/** A file with more links than that has enough to read. */
const mostBesideWords = 1;

function isSame(before: readonly Link[], next: readonly Link[]): boolean {
  return (
    before.length === next.length &&
    before.every(({ record, strength }, at) => record === next[at]?.record && strength === next[at]?.strength)
  );
}

function rulesOf(path: FilePath, facts: ProjectFacts): boolean {
  return path === gitConfig || isIgnoreFile(path) || facts.finder.isConfigFile(path);
}
