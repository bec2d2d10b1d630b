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
export const gitConfig = '.git/config';

/** Reads one folder: which files there are, its records, then what cites them. */
export class ProjectReading {
  /** Facts that are being read for the first time; null where none are. */
  coming: ProjectFacts | null = null;
  /** Null where git is not asked, or could not say which files there are. */
  private code: CodeSearch | null = null;

  constructor(private readonly services: ProjectServices) {}

  /**
   * @param given aborted where nothing of it is wanted any more
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

  /** Every other text file, for what it cites. */
  async others(facts: ProjectFacts, signal: AbortSignal): Promise<void> {
    const found = await this.code?.mayCite([...facts.records.all().values()], signal);
    await facts.readOthers(signal, found ?? null);
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
}
