import { dirname } from '../files/paths';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { NameLookup } from './nameLookup';
import { chooseNearest, type Found, homesOf } from './nearness';
import { NameMap, namesOf, type RecordName } from './recordName';

/** A record with everything that it can be called by; computed once, so that lookups are map reads. */
interface Entry {
  readonly path: FilePath;
  readonly record: ParsedRecord;
  readonly homes: readonly FilePath[];
  readonly names: readonly RecordName[];
}

/**
 * The records of one workspace folder by everything that a text may call them: the one index that references,
 * supersessions, backlinks and hovers are resolved by.
 */
export class NameIndex extends NameLookup {
  private readonly entries = new Map<FilePath, Entry>();
  private readonly index = new NameMap<Entry>();
  private readonly homes = new Map<FilePath, readonly FilePath[]>();
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

  /** @returns the names that the record has or had: what was resolved by one of them may lead elsewhere now */
  set(record: ParsedRecord): readonly RecordName[] {
    const before = this.entries.get(record.path);
    const entry = { path: record.path, record, homes: this.homesOf(record.path), names: namesOf(record) };
    if (!before || !isKnownAs(before, entry)) this.nameChanges++;
    this.remove(before);
    this.entries.set(record.path, entry);
    for (const name of entry.names) this.index.add(name, entry);
    this.changes++;
    return before ? [...before.names, ...entry.names] : entry.names;
  }

  /** @returns the names that the record had; empty where there was no such record */
  delete(path: FilePath): readonly RecordName[] {
    const entry = this.entries.get(path);
    if (!entry) return [];
    this.remove(entry);
    this.changes++;
    this.nameChanges++;
    return entry.names;
  }

  get(path: FilePath): ParsedRecord | undefined {
    return this.entries.get(path)?.record;
  }

  /** In no order. */
  *all(): Iterable<ParsedRecord> {
    for (const { record } of this.entries.values()) yield record;
  }

  called(name: RecordName): readonly ParsedRecord[] {
    // A record may have one name twice: its file is called as its title is.
    return Array.from(this.index.get(name), ({ record }) => record);
  }

  has(name: RecordName): boolean {
    return this.index.has(name);
  }

  nearest(candidates: readonly ParsedRecord[], from: FilePath): Found {
    const entries = [...new Set(candidates)].flatMap((record) => this.entries.get(record.path) ?? []);
    return chooseNearest(entries, from);
  }

  /** The same for all files of a folder. */
  private homesOf(path: FilePath): readonly FilePath[] {
    const folder = dirname(path);
    const homes = this.homes.get(folder) ?? homesOf(path);
    this.homes.set(folder, homes);
    return homes;
  }

  private remove(entry: Entry | undefined): void {
    if (!entry) return;
    this.entries.delete(entry.path);
    for (const name of entry.names) this.index.delete(name, entry);
  }
}

/** Whether a record is still known by the same: its names, and what titles are compared with (`likeness.ts`). */
function isKnownAs(before: Entry, next: Entry): boolean {
  return (
    before.record.kind === next.record.kind &&
    before.record.decision === next.record.decision &&
    before.record.people.join() === next.record.people.join() &&
    areSame(before.names, next.names)
  );
}

function areSame(before: readonly RecordName[], next: readonly RecordName[]): boolean {
  return (
    before.length === next.length &&
    before.every(({ kind, value }, at) => next[at]?.kind === kind && next[at]?.value === value)
  );
}
