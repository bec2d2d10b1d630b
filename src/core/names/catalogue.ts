import { MultiMap } from '../multiMap';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { seriesOfKind } from './label';
import { chooseNearest, homesOf } from './nearness';
import { recordKeys } from './recordKeys';
import { isFolderDocument, lettersOf, sameNumber, slugOf, stemOf, withoutExtension, wordsOf } from './spelling';

/** More than that nobody chooses among, and every reference keeps its own. */
const maxCandidates = 500;

/** A record with everything that it can be called by; computed once, so that lookups are map reads. */
interface Entry {
  readonly path: FilePath;
  readonly record: ParsedRecord;
  readonly homes: readonly FilePath[];
  readonly keys: readonly string[];
}

/** What a name leads to: one record, several that are as near, or none. */
export type Found =
  | { readonly kind: 'one'; readonly record: ParsedRecord }
  | { readonly kind: 'several'; readonly records: readonly ParsedRecord[] }
  | { readonly kind: 'none' };

/**
 * The records of one workspace folder by everything that a text may call them. Lookups give candidates in no order;
 * `nearest` chooses among them.
 */
export class Catalogue {
  private readonly entries = new Map<FilePath, Entry>();
  private readonly index = new MultiMap<string, Entry>();
  private changes = 0;
  private nameChanges = 0;

  /** Grows with every change. */
  get version(): number {
    return this.changes;
  }

  /** Grows when what records are called changes, and so where references lead; not with every edit of a text. */
  get namesVersion(): number {
    return this.nameChanges;
  }

  get size(): number {
    return this.entries.size;
  }

  set(record: ParsedRecord): void {
    const before = this.entries.get(record.path);
    const entry = { path: record.path, record, homes: homesOf(record.path), keys: recordKeys(record) };
    if (before?.record.kind !== record.kind || before.keys.join('\n') !== entry.keys.join('\n')) this.nameChanges++;
    this.remove(record.path);
    this.entries.set(record.path, entry);
    for (const key of entry.keys) this.index.add(key, entry);
    this.changes++;
  }

  delete(path: FilePath): void {
    if (!this.remove(path)) return;
    this.changes++;
    this.nameChanges++;
  }

  get(path: FilePath): ParsedRecord | undefined {
    return this.entries.get(path)?.record;
  }

  /** In no order. */
  *all(): Iterable<ParsedRecord> {
    for (const { record } of this.entries.values()) yield record;
  }

  /** The record at that path; failing that those that differ only in case, then those that differ in extension. */
  byPath(path: FilePath): readonly ParsedRecord[] {
    const exact = this.get(path);
    if (exact) return [exact];
    const folded = path.toLowerCase();
    const sameCase = this.lookUp(`path ${folded}`);
    return sameCase.length > 0 ? sameCase : this.lookUp(`bare ${withoutExtension(folded)}`);
  }

  /** Records at that path written without its extension, or the README of that folder where it is the record. */
  byBarePath(path: FilePath): readonly ParsedRecord[] {
    return this.lookUp(`bare ${path.toLowerCase()}`);
  }

  /**
   * `prefix` null: of any series. `7`, `007` and `0007` are equal. `ADR-7` is the record of just that series before those
   * of its areas (`ADR-NET-7`).
   */
  byNumber(prefix: string | null, digits: string): readonly ParsedRecord[] {
    const number = sameNumber(digits);
    if (prefix === null) return this.lookUp(`number ${number}`);
    const series = prefix.toUpperCase();
    const found = this.lookUp(`id ${series} ${number}`);
    const own = found.filter(({ idPrefix, kind }) => (idPrefix?.toUpperCase() ?? seriesOfKind[kind]) === series);
    return own.length > 0 ? own : found;
  }

  /** Records with that number right in that folder (`docs/adr/0012` and stale slugs). */
  byNumberIn(folder: FilePath, digits: string): readonly ParsedRecord[] {
    return this.lookUp(`in ${folder.toLowerCase()} ${sameNumber(digits)}`);
  }

  /** By file name with extension (`0012-slug.md`). */
  byBasename(name: string): readonly ParsedRecord[] {
    return this.lookUp(`base ${name.toLowerCase()}`);
  }

  /** By whole stem (`20200927-slug`), failing that by id, failing that by the stem without its number. */
  bySlug(name: string): readonly ParsedRecord[] {
    const named = this.lookUp(`name ${name.toLowerCase()}`);
    return named.length > 0 ? named : this.lookUp(`slug ${wordsOf(name)}`);
  }

  byTitle(title: string): readonly ParsedRecord[] {
    const words = wordsOf(title);
    return words === '' ? [] : this.lookUp(`title ${words}`);
  }

  /** Runbooks by alert, file name or title. */
  byAlert(name: string): readonly ParsedRecord[] {
    const letters = lettersOf(name);
    return letters === '' ? [] : this.lookUp(`alert ${letters}`);
  }

  /** Whether any numbered record belongs to that series. */
  hasSeries(prefix: string): boolean {
    return this.index.has(`series ${prefix.toUpperCase()}`);
  }

  /** Whether any record has that file name, give or take its extension and case. False rules `byPath` and the like out. */
  hasFileName(path: FilePath): boolean {
    const stem = stemOf(path.toLowerCase());
    return this.index.has(`name ${stem}`) || this.index.has(`slug ${slugOf(stem)}`) || isFolderDocument(path);
  }

  /** Whether a numbered record lies right in that folder. */
  hasRecordsIn(folder: FilePath): boolean {
    return this.index.has(`folder ${folder.toLowerCase()}`);
  }

  /** The only nearest of the candidates, or all of them (at most 500) with the nearest first. */
  nearest(candidates: readonly ParsedRecord[], from: FilePath): Found {
    const entries = [...new Set(candidates)].flatMap((record) => this.entries.get(record.path) ?? []);
    if (entries.length === 0) return { kind: 'none' };
    const choice = chooseNearest(entries, from);
    return 'one' in choice
      ? { kind: 'one', record: choice.one.record }
      : { kind: 'several', records: choice.several.slice(0, maxCandidates).map(({ record }) => record) };
  }

  private lookUp(key: string): readonly ParsedRecord[] {
    return Array.from(this.index.get(key), ({ record }) => record);
  }

  private remove(path: FilePath): boolean {
    const entry = this.entries.get(path);
    if (!entry) return false;
    this.entries.delete(path);
    for (const key of entry.keys) this.index.delete(key, entry);
    return true;
  }
}
