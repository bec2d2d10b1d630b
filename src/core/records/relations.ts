import { MultiMap } from '../multiMap';
import { namesOf } from '../names/recordNames';
import type { FilePath } from '../ports';
import { compareText } from '../text/compareText';
import { type Claims, claimsOf, sidesOf } from './claims';
import type { DocRecord, ParsedRecord } from './record';

/**
 * Places records among each other: supersessions get their targets, and what only one side says is added to the other
 * (`mirrored`). `status` stays the file's own word even where another record retires it; surfaces show `supersededBy`
 * beside it, so an "accepted" that nobody updated is seen for what it is. Nothing is walked, so cycles and chains of
 * any length cost what they weigh.
 *
 * A change marks what it touches: the record itself, and those whose supersessions asked for a name that it has or had.
 * The order of changes leaves no trace (docs/adr/0003).
 */
export class Relations {
  private readonly parsed = new Map<FilePath, ParsedRecord>();
  private readonly byName = new MultiMap<string, ParsedRecord>();
  private readonly claims = new Map<FilePath, Claims>();
  /** By a name that their claims asked for, whether or not a record has it. */
  private readonly asking = new MultiMap<string, FilePath>();
  /** By a record that their claims name. */
  private readonly claiming = new MultiMap<FilePath, FilePath>();
  private readonly placed = new Map<FilePath, DocRecord>();
  private readonly unclaimed = new Set<FilePath>();
  private readonly unplaced = new Set<FilePath>();
  private addedDates: ReadonlyMap<FilePath, string> = new Map();

  /** Takes over what a file says. */
  set(record: ParsedRecord): void {
    this.delete(record.path);
    this.parsed.set(record.path, record);
    for (const name of namesOf(record)) this.byName.add(name, record);
    this.touch(record);
  }

  /** @returns false where there was no such record */
  delete(path: FilePath): boolean {
    const record = this.parsed.get(path);
    if (!record) return false;
    this.parsed.delete(path);
    for (const name of namesOf(record)) this.byName.delete(name, record);
    this.touch(record);
    return true;
  }

  /** Records that state no date: what git is asked for. */
  undated(): readonly FilePath[] {
    return [...this.parsed.values()].filter(({ date }) => date === null).map(({ path }) => path);
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

  /** Works off what changes marked, a record at a time. Other changes may come in between. */
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

  private touch(record: ParsedRecord): void {
    this.unclaimed.add(record.path);
    for (const name of namesOf(record)) for (const path of this.asking.get(name)) this.unclaimed.add(path);
  }

  /** Works out again what a record says about others; it and those it spoke or speaks of are to be placed. */
  private claim(path: FilePath): void {
    const before = this.claims.get(path);
    const record = this.parsed.get(path);
    const next = record && claimsOf(record, (name) => [...this.byName.get(name)]);
    for (const name of before?.asked ?? []) this.asking.delete(name, path);
    for (const { to } of before?.mirrors ?? []) this.claiming.delete(to, path);
    for (const name of next?.asked ?? []) this.asking.add(name, path);
    for (const { to } of next?.mirrors ?? []) this.claiming.add(to, path);
    if (next) this.claims.set(path, next);
    else this.claims.delete(path);
    for (const { to } of [...(before?.mirrors ?? []), ...(next?.mirrors ?? [])]) this.unplaced.add(to);
    this.unplaced.add(path);
  }

  private place(path: FilePath): void {
    const record = this.parsed.get(path);
    if (!record) {
      this.placed.delete(path);
      return;
    }
    const added = this.addedDates.get(path);
    // In the order of paths, so that lists of successors do not tell which file was read first.
    const others = [...this.claiming.get(path)].sort(compareText).flatMap((other) => this.claims.get(other) ?? []);
    const next: DocRecord = {
      // First, and what is spread after it: otherwise V8 gives each record a shape of its own, and every pass over ten
      // thousand of them takes five times as long.
      dateSource: record.date !== null ? 'record' : added === undefined ? null : 'git',
      ...record,
      date: record.date ?? added ?? null,
      ...sidesOf(path, this.claims.get(path), others),
    };
    const before = this.placed.get(path);
    if (!before || !isSame(before, next)) this.placed.set(path, next);
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
