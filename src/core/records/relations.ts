import { ancestors } from '../files/paths';
import type { Remote } from '../forge/remotes';
import { MultiMap } from '../multiMap';
import type { NameIndex } from '../names/nameIndex';
import { type KnownFiles, nameOfFile, type World } from '../names/nameLookup';
import { NameMap, type RecordName } from '../names/recordName';
import type { FilePath } from '../ports';
import { compareText } from '../text/compareText';
import { type Claims, claimsOf, sidesOf } from './claims';
import { DateOrders } from './dateOrders';
import type { DocRecord, ParsedRecord } from './record';

/**
 * Places records among each other: supersessions get their targets, and what only one side states is added to the other
 * (`mirrored`). `status` stays the file's own word even where another record retires it; surfaces show `supersededBy`
 * beside it, so that an outdated "accepted" is recognised. No chain is followed, so cycles and chains of any length
 * cost no more than their records.
 *
 * A change marks what it touches: the record itself, and those whose supersessions were resolved by a name that it has
 * or had. The order of changes leaves no trace (docs/adr/0003).
 */
export class Relations {
  private readonly world: World;
  private readonly claims = new Map<FilePath, Claims>();
  /** Records by each name that their claims were resolved by, whether or not a record has that name. */
  private readonly requesting = new NameMap<FilePath>();
  /** Records by each record that their claims name. */
  private readonly claiming = new MultiMap<FilePath, FilePath>();
  private readonly placed = new Map<FilePath, DocRecord>();
  private readonly unclaimed = new Set<FilePath>();
  private readonly unplaced = new Set<FilePath>();
  private readonly dateOrders = new DateOrders();
  private changes = 0;
  private addedDates: ReadonlyMap<FilePath, string> = new Map();

  /** @param names the index of the same records, which is kept by `set` and `delete` */
  constructor(
    private readonly names: NameIndex,
    files: KnownFiles,
    remotes: readonly Remote[],
  ) {
    this.world = { names, files, remotes };
  }

  /** Adds a record, or replaces it. */
  set(record: ParsedRecord): void {
    this.touch(record.path, this.names.set(record));
    this.redate(record.path, record.dateOrder);
  }

  /** @returns false where there was no such record */
  delete(path: FilePath): boolean {
    const names = this.names.delete(path);
    this.redate(path, undefined);
    if (names.length > 0) this.touch(path, names);
    return names.length > 0;
  }

  /** To be called where a file appeared or is gone; `set` and `delete` say whether it is a record. */
  touchFile(path: FilePath): void {
    this.touchNames([path, ...ancestors(path)].map(nameOfFile));
  }

  /** Records that state no date: their dates are requested from git. */
  undated(): readonly FilePath[] {
    return [...this.names.all()].filter(({ date, part }) => date === null && !part).map(({ path }) => path);
  }

  /** @param addedDates dates from git for records that state none */
  date(addedDates: ReadonlyMap<FilePath, string>): void {
    this.addedDates = addedDates;
    for (const path of this.undated()) this.unplaced.add(path);
  }

  /** Every record with its place among the others, in no order. Those that did not change are the same objects. */
  records(): ReadonlyMap<FilePath, DocRecord> {
    for (const _ of this.settle());
    return this.placed;
  }

  /** Grows whenever the answer of `records` changes. */
  get version(): number {
    return this.changes;
  }

  /** Resolves and places what changes have marked, and yields after each record. Other changes may come in between. */
  *settle(): Generator<void> {
    while (this.unclaimed.size + this.unplaced.size > 0) {
      for (const path of this.unclaimed) {
        this.unclaimed.delete(path);
        this.claim(path);
        yield;
      }
      for (const path of this.unplaced) {
        this.unplaced.delete(path);
        this.place(path);
        yield;
      }
    }
  }

  private redate(path: FilePath, dateOrder: ParsedRecord['dateOrder']): void {
    for (const other of this.dateOrders.set(path, dateOrder)) this.unplaced.add(other);
  }

  private touch(path: FilePath, names: readonly RecordName[]): void {
    this.unclaimed.add(path);
    this.touchNames(names);
  }

  private touchNames(names: readonly RecordName[]): void {
    for (const name of names) for (const path of this.requesting.get(name)) this.unclaimed.add(path);
  }

  /** Resolves again what a record states about others, and marks it and those that it named or names to be placed. */
  private claim(path: FilePath): void {
    const before = this.claims.get(path);
    const record = this.names.get(path);
    const next = record && claimsOf(record, this.world);
    for (const name of before?.requested ?? []) this.requesting.delete(name, path);
    for (const { to } of before?.mirrors ?? []) this.claiming.delete(to, path);
    for (const name of next?.requested ?? []) this.requesting.add(name, path);
    for (const { to } of next?.mirrors ?? []) this.claiming.add(to, path);
    if (next) this.claims.set(path, next);
    else this.claims.delete(path);
    for (const { to } of [...(before?.mirrors ?? []), ...(next?.mirrors ?? [])]) this.unplaced.add(to);
    this.unplaced.add(path);
  }

  private place(path: FilePath): void {
    const record = this.names.get(path);
    if (!record) {
      if (this.placed.delete(path)) this.changes++;
      return;
    }
    const added = this.addedDates.get(path);
    // Sorted by path, so that the order of reading does not show in lists of successors.
    const others = [...this.claiming.get(path)].sort(compareText).flatMap((other) => this.claims.get(other) ?? []);
    const next: DocRecord = {
      // A property before the spread: otherwise V8 gives each record a shape of its own, and every pass over ten
      // thousand of them takes five times as long.
      dateSource: record.date !== null ? 'record' : added === undefined ? null : 'git',
      ...record,
      date: this.dateOrders.dateOf(record) ?? added ?? null,
      ...sidesOf(path, this.claims.get(path), others),
    };
    const before = this.placed.get(path);
    if (before && isSame(before, next)) return;
    this.placed.set(path, next);
    this.changes++;
  }
}

/** Whether nothing that a surface shows has changed. Parsed values are shared between results and compare by identity. */
function isSame(before: DocRecord, next: DocRecord): boolean {
  return (Object.keys(next) as (keyof DocRecord)[]).every((key) =>
    key === 'supersedes' || key === 'supersededBy' ? areSame(before[key], next[key]) : before[key] === next[key],
  );
}

function areSame<T extends object>(before: readonly T[], next: readonly T[]): boolean {
  return (
    before.length === next.length &&
    before.every((item, index) => (Object.keys(item) as (keyof T)[]).every((key) => item[key] === next[index]?.[key]))
  );
}
