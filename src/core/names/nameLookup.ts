import type { Remote } from '../forge/remotes';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { withoutAnnexes } from './annex';
import type { AntoraComponent } from './antora';
import type { Found } from './nearness';
import { type CallingName, numberInFolder, type RecordName } from './recordName';
import { mainSeries, plainLabel, seriesMeant } from './series';
import { isFolderDocument, lettersOf, sameNumber, slugOf, stemOf, withoutExtension, wordsOf } from './spelling';

/** Lookups by each kind of name. They give candidates in no order; `nearest` chooses among them. */
export abstract class NameLookup {
  /** The record at exactly that path. */
  abstract get(path: FilePath): ParsedRecord | undefined;

  /** The records of that name, in no order. */
  abstract called(name: CallingName): readonly ParsedRecord[];

  abstract has(name: RecordName): boolean;

  /** The only nearest of the candidates, or all of them (at most 500) with the nearest first. */
  abstract nearest(candidates: readonly ParsedRecord[], from: FilePath): Found;

  /** Those of a number's records that are annexes of another. `number` is unpadded; hundreds of records may share it. */
  abstract annexesOf(number: string): ReadonlySet<FilePath>;

  /** The record at that path; failing that those that differ only in case, then those that differ in extension. */
  byPath(path: FilePath): readonly ParsedRecord[] {
    const exact = this.get(path);
    if (exact) return [exact];
    const folded = path.toLowerCase();
    const sameCase = this.called({ kind: 'path', value: folded });
    return sameCase.length > 0 ? sameCase : this.called({ kind: 'barePath', value: withoutExtension(folded) });
  }

  /** Records at that path written without its extension, or the README of that folder where it is the record. */
  byBarePath(path: FilePath): readonly ParsedRecord[] {
    return this.called({ kind: 'barePath', value: path.toLowerCase() });
  }

  /**
   * The records that a number means; `series` null means any series. `7`, `007` and `0007` are equal. `ADR-7` means
   * records of its areas (`ADR-NET-7`) only where exactly that series has none. A word for a series (`DR-0007`) counts
   * where no record here has a series of that name. Annexes (`annex.ts`) are left out.
   */
  byNumber(series: string | null, digits: string): readonly ParsedRecord[] {
    const found = this.numbered(series, digits);
    if (found.length < 2) return found;
    const annexes = this.annexesOf(sameNumber(digits));
    return annexes.size === 0 ? found : found.filter(({ path }) => !annexes.has(path));
  }

  private numbered(series: string | null, digits: string): readonly ParsedRecord[] {
    if (series === null) return this.called({ kind: 'number', value: sameNumber(digits) });
    const own = this.inSeries(series.toUpperCase(), digits);
    const meant = own.length > 0 ? null : seriesMeant(series.toUpperCase(), digits);
    return meant === null || this.hasSeries(series) ? own : this.inSeries(meant, digits);
  }

  /** Records with that number right in that folder (`docs/adr/0016` and stale slugs). */
  byNumberIn(folder: FilePath, digits: string): readonly ParsedRecord[] {
    return withoutAnnexes(this.called({ kind: 'numberInFolder', value: numberInFolder(folder, digits) }));
  }

  /** By file name with extension (`0012-slug.md`). */
  byFileName(name: string): readonly ParsedRecord[] {
    return this.called({ kind: 'fileName', value: name.toLowerCase() });
  }

  /** By whole stem (`20200927-slug`) or id, failing that by the stem without its number. */
  bySlug(name: string): readonly ParsedRecord[] {
    const named = this.byStem(name);
    return named.length > 0 ? named : this.called({ kind: 'slug', value: wordsOf(name) });
  }

  byStem(name: string): readonly ParsedRecord[] {
    return this.called({ kind: 'stem', value: name.toLowerCase() });
  }

  byTitle(title: string): readonly ParsedRecord[] {
    const value = wordsOf(title);
    return value === '' ? [] : this.called({ kind: 'title', value });
  }

  /** Runbooks by alert, file name or title. */
  byAlert(name: string): readonly ParsedRecord[] {
    const value = lettersOf(name);
    return value === '' ? [] : this.called({ kind: 'alert', value });
  }

  /** Whether any numbered record belongs to that series. */
  hasSeries(series: string): boolean {
    return this.has({ kind: 'series', value: series.toUpperCase() });
  }

  /** Whether any record has that file name, in any case and extension. If not, `byPath` and the like find nothing. */
  hasFileName(path: FilePath): boolean {
    const stem = stemOf(path.toLowerCase());
    return (
      this.has({ kind: 'stem', value: stem }) ||
      this.has({ kind: 'slug', value: slugOf(stem) }) ||
      isFolderDocument(path)
    );
  }

  /** Whether a numbered record lies right in that folder. */
  hasRecordsIn(folder: FilePath): boolean {
    return this.has({ kind: 'numberedFolder', value: folder.toLowerCase() });
  }

  private inSeries(series: string, digits: string): readonly ParsedRecord[] {
    const found = this.called({ kind: 'label', value: plainLabel(series, digits) });
    const own = found.filter((record) => mainSeries(record) === series);
    return own.length > 0 ? own : found;
  }
}

/** Which files exist; `FileTree` is one. */
export interface KnownFiles {
  has(path: FilePath): boolean;
  /** True for a folder with at least one file somewhere below it. */
  hasDirectory(path: FilePath): boolean;
  /** The path with symbolic links resolved, where they are known. */
  real?(path: FilePath): FilePath;
}

/** What names are resolved against. */
export interface World {
  readonly names: NameLookup;
  readonly files: KnownFiles;
  /** The repository's own addresses; empty where it has none or they are not known. */
  readonly remotes: readonly Remote[];
  /** The components of its Antora sites; left out where it has none. */
  readonly components?: readonly AntoraComponent[];
}

/** A view of an index that notes each name that is looked up, found or not: an answer holds until one of them changes. */
class NotedNames extends NameLookup {
  constructor(
    private readonly names: NameLookup,
    private readonly note: (name: RecordName) => void,
  ) {
    super();
  }

  get(path: FilePath): ParsedRecord | undefined {
    this.note(nameOfFile(path));
    return this.names.get(path);
  }

  called(name: CallingName): readonly ParsedRecord[] {
    this.note(name);
    return this.names.called(name);
  }

  has(name: RecordName): boolean {
    this.note(name);
    return this.names.has(name);
  }

  /** Nothing to note: annexes and their records have the number that was looked up. */
  annexesOf(number: string): ReadonlySet<FilePath> {
    return this.names.annexesOf(number);
  }

  nearest(candidates: readonly ParsedRecord[], from: FilePath): Found {
    return this.names.nearest(candidates, from);
  }
}

/** The name that stands for the existence of a file or folder at that path. */
export function nameOfFile(path: FilePath): RecordName {
  return { kind: 'path', value: path.toLowerCase() };
}

/** The same world, with every name and file that is looked up noted. */
export function notedWorld({ names, files, ...others }: World, note: (name: RecordName) => void): World {
  const noted = (path: FilePath): FilePath => {
    note(nameOfFile(path));
    return path;
  };
  return {
    names: new NotedNames(names, note),
    files: {
      has: (path) => files.has(noted(path)),
      hasDirectory: (path) => files.hasDirectory(noted(path)),
      real: (path) => files.real?.(path) ?? path,
    },
    ...others,
  };
}
