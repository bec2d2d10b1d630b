import { dirname } from '../files/paths';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { annexesAmong, annexStanding } from './annex';
import { broaderNames, hasBroaderName } from './broaderName';
import { NameLookup } from './nameLookup';
import { chooseNearest, type Found, homesOf } from './nearness';
import { type CallingName, NameMap, namesOf, type RecordName, type ToldName } from './recordName';

/**
 * The records of one workspace folder by everything that a text may call them, so that lookups are map reads: the one
 * index that references, supersessions, backlinks and hovers are resolved by.
 */
export class NameIndex extends NameLookup {
  private readonly records = new Map<FilePath, ParsedRecord>();
  private readonly index: NameMap<ParsedRecord>;
  /** How many records belong to each series, and lie in each folder of numbered records. */
  private readonly told: Readonly<Record<ToldName['kind'], Map<string, number>>> = {
    series: new Map(),
    numberedFolder: new Map(),
  };
  private readonly homes = new Map<FilePath, readonly FilePath[]>();
  /** Cache of annexes by number, valid while `nameChanges` equals `at`. */
  private annexes = { at: 0, byNumber: new Map<string, ReadonlySet<FilePath>>() };
  private changes = 0;
  private nameChanges = 0;

  /** @param isLate see `NameMap` */
  constructor(isLate = false) {
    super();
    this.index = new NameMap(isLate);
  }

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
    const before = this.records.get(record.path);
    const names = namesOf(record);
    const gone = before ? this.remove(before) : [];
    if (!before || !isKnownAs(before, record) || !areSame(gone, names)) this.nameChanges++;
    this.records.set(record.path, record);
    for (const name of names) this.count(name, record, 1);
    this.changes++;
    return [...gone, ...names];
  }

  /** @returns the names that the record had; empty where there was no such record */
  delete(path: FilePath): readonly RecordName[] {
    const record = this.records.get(path);
    if (!record) return [];
    this.changes++;
    this.nameChanges++;
    return this.remove(record);
  }

  get(path: FilePath): ParsedRecord | undefined {
    return this.records.get(path);
  }

  /** All records, in no order. */
  all(): Iterable<ParsedRecord> {
    return this.records.values();
  }

  called(name: CallingName): readonly ParsedRecord[] {
    const { kind, value } = name;
    if (kind === 'path') return [...this.at(value), ...this.index.get(name)];
    const broader = broaderNames(name);
    if (broader === null) return [...this.index.get(name)];
    const found = new Set<ParsedRecord>();
    for (const { name: other, isOne } of broader) {
      for (const record of this.index.get(other)) if (isOne(record)) found.add(record);
    }
    return [...found];
  }

  annexesOf(number: string): ReadonlySet<FilePath> {
    if (this.annexes.at !== this.nameChanges) this.annexes = { at: this.nameChanges, byNumber: new Map() };
    const { byNumber } = this.annexes;
    const known = byNumber.get(number);
    if (known !== undefined) return known;
    const found = annexesAmong([...this.index.get({ kind: 'number', value: number })]);
    const paths = new Set([...found].map(({ path }) => path));
    byNumber.set(number, paths);
    return paths;
  }

  has(name: RecordName): boolean {
    if (isTold(name)) return this.told[name.kind].has(name.value);
    return name.kind === 'path' || hasBroaderName(name) ? this.called(name).length > 0 : this.index.has(name);
  }

  /** The record at a path in lower case; a path with capitals is in the index. */
  private at(path: FilePath): readonly ParsedRecord[] {
    const record = this.records.get(path);
    return record ? [record] : [];
  }

  nearest(candidates: readonly ParsedRecord[], from: FilePath): Found {
    const known = [...new Set(candidates)].flatMap(({ path }) => this.records.get(path) ?? []);
    const placed = known.map((record) => ({ record, homes: this.homesOf(record.path) }));
    return chooseNearest(placed, from);
  }

  /** Cached by folder: all files of a folder have the same homes. */
  private homesOf(path: FilePath): readonly FilePath[] {
    const folder = dirname(path);
    const homes = this.homes.get(folder) ?? homesOf(path);
    this.homes.set(folder, homes);
    return homes;
  }

  /** @returns the names that it had; computed again, because keeping them all takes as much memory as the index */
  private remove(record: ParsedRecord): readonly RecordName[] {
    const names = namesOf(record);
    this.records.delete(record.path);
    for (const name of names) this.count(name, record, -1);
    return names;
  }

  private count(name: RecordName, record: ParsedRecord, by: 1 | -1): void {
    if (isTold(name)) {
      const { [name.kind]: told } = this.told;
      const count = (told.get(name.value) ?? 0) + by;
      if (count > 0) told.set(name.value, count);
      else told.delete(name.value);
    } else if (isFoundOtherwise(name, record)) return;
    else if (by > 0) this.index.add(name, record);
    else this.index.delete(name, record);
  }
}

function isTold(name: RecordName): name is ToldName {
  return name.kind === 'series' || name.kind === 'numberedFolder';
}

/** Whether a name stays out of the index because `records` or a broader name finds its records. */
function isFoundOtherwise(name: CallingName, { path }: ParsedRecord): boolean {
  return (name.kind === 'path' && name.value === path) || hasBroaderName(name);
}

/** Whether what resolution depends on besides names is unchanged: see `likeness.ts` and `annex.ts`. */
function isKnownAs(before: ParsedRecord, next: ParsedRecord): boolean {
  return (
    before.kind === next.kind &&
    annexStanding(before) === annexStanding(next) &&
    before.decision === next.decision &&
    before.people.join() === next.people.join()
  );
}

function areSame(before: readonly RecordName[], next: readonly RecordName[]): boolean {
  return (
    before.length === next.length &&
    before.every(({ kind, value }, at) => next[at]?.kind === kind && next[at]?.value === value)
  );
}
