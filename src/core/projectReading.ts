import { CodeSearch } from './codeSearch';
import type { FileTree } from './files/fileTree';
import { readText } from './files/readText';
import { walk } from './files/walk';
import { parseRemotes } from './forge/remotes';
import { KeptFacts } from './keptFacts';
import { antoraComponents } from './names/antora';
import type { FilePath, FileSearch, FileStore, GitReader, Logger, Pacer, Shelf } from './ports';
import { ProjectFacts } from './projectFacts';
import { type FindSettings, RecordFinder } from './records/find/recordFinder';

export interface ProjectServices {
  readonly files: FileStore;
  /** Called each time: null while git must not or cannot be used (docs/security.md#r11). */
  readonly git: () => GitReader | null;
  readonly log: Logger;
  readonly pacer: Pacer;
  readonly settings: FindSettings;
  /**
   * Given where files are only scanned for references, and git may be asked: it lists them, and finds those that may
   * have some.
   */
  readonly search?: FileSearch;
  /** Set where only `records` will be asked for: files are not scanned for references. */
  readonly isForRecordsOnly?: boolean;
  /**
   * Set where only the links of this file will be asked for. References of records are then not scanned, because they
   * link nothing to a file that is no record. Where the file turns out to be a record, `linksFor` lacks the records
   * that cite it.
   */
  readonly onlyFor?: FilePath;
  /** Where facts of files are kept between runs; left out to keep none. */
  readonly shelf?: Shelf;
  /**
   * Whether the project lives as long as a window: facts must then not keep the texts in memory from which they were
   * parsed.
   */
  readonly isLasting?: boolean;
}

/** Where the repository's own address is; read as text, so that it needs neither git nor trust (docs/adr/0005). */
export const gitConfig = '.git/config';

/** Reads one folder: its list of files, its records, then what cites them. */
export class ProjectReading {
  /** Facts during the first reading; null at any other time. */
  coming: ProjectFacts | null = null;
  /** Null where git is not asked, or could not list the files. */
  private code: CodeSearch | null = null;

  constructor(private readonly services: ProjectServices) {}

  /**
   * @param given aborted where the result is no longer wanted
   * @param enough aborted where a person stops the reading: what was read until then counts
   * @param dates of records that state none
   * @returns null where the reading was cancelled
   */
  async records(
    given: AbortSignal,
    enough: AbortSignal,
    dates: ReadonlyMap<FilePath, string>,
  ): Promise<ProjectFacts | null> {
    const signal = AbortSignal.any([given, enough]);
    const { files, settings } = this.services;
    const kept = await KeptFacts.open(files, this.services.shelf ?? null, this.services.pacer);
    const tree = await this.listFiles(kept, signal);
    const finder = await RecordFinder.load(files, tree, settings, signal);
    const config = await readText(files, gitConfig);
    const remotes = config.ok ? parseRemotes(config.text) : [];
    const components = await antoraComponents(files, tree, signal);
    const facts = new ProjectFacts(tree, finder, remotes, { ...this.services, kept, components });
    this.coming = facts;
    await facts.readRecords(signal);
    this.coming = null;
    if (given.aborted) return null;
    if (enough.aborted) facts.stoppedAt ??= { done: 0, total: 0 };
    facts.records.date(dates);
    await facts.settle();
    return facts;
  }

  /** Reads every other text file for its references. */
  async others(facts: ProjectFacts, signal: AbortSignal): Promise<void> {
    const found = await this.code?.mayCite([...facts.records.all().values()], signal);
    await facts.readOthers(signal, found ?? null);
  }

  /** Lists the files by git where it may be asked, else by a walk. */
  private async listFiles(kept: KeptFacts, signal: AbortSignal): Promise<FileTree> {
    const { files, pacer, settings, search } = this.services;
    const options = { exclude: settings.exclude };
    this.code = search ? new CodeSearch(search, files, kept, pacer) : null;
    const tree = await this.code?.tree(options, signal);
    if (tree) return tree;
    this.code = null;
    return walk(files, options, signal, pacer);
  }
}
