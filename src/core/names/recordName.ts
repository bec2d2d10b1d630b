import { basename, decodeOnce, dirname } from '../files/paths';
import { MultiMap } from '../multiMap';
import type { FilePath } from '../ports';
import type { ParsedRecord } from '../records/record';
import { plainLabel, seriesOf, seriesOfYear } from './series';
import { datedNumber, homeOf, lettersOf, sameNumber, slugOf, stemOf, withoutExtension, wordsOf } from './spelling';

/**
 * The ways to name a record, each with its value in one spelling:
 * - `path`: in lower case; `barePath`: the same without extension, or the folder of a README that is the record;
 * - `fileName`: in lower case; `stem`: file name without extension, or the id; `slug`: the stem without its number;
 * - `title`: its words, joined by `-`; `alert`: the letters of a runbook's alert, file name or title;
 * - `number`: digits without padding; `label`: `ADR-12`; `numberInFolder`: `docs/adr/12`.
 *
 * Two kinds only say what exists: `series` (`ADR`) and `numberedFolder` (a folder that numbered records lie in).
 */
export type NameKind =
  | 'path'
  | 'barePath'
  | 'fileName'
  | 'stem'
  | 'slug'
  | 'title'
  | 'alert'
  | 'number'
  | 'label'
  | 'numberInFolder'
  | 'series'
  | 'numberedFolder';

/** A name that is only tested for existence. */
export interface ToldName {
  readonly kind: Extract<NameKind, 'series' | 'numberedFolder'>;
  readonly value: string;
}

/** A name by which records are looked up. */
export interface CallingName {
  readonly kind: Exclude<NameKind, ToldName['kind']>;
  readonly value: string;
}

export type RecordName = CallingName | ToldName;

const leadingDigits = new RegExp(String.raw`^(?:\d+(?:\.\d+|[a-z])?(?=$|-\D)|${datedNumber}$)`);

/** The number in an id: all of `0012`, `051.1`, `0051a`, `2024-001` and `20240506-01`, the date of `20200927-avoid-default-exports`; a date with dashes is none. */
function numberIn(id: string | null): string | null {
  const digits = id === null ? null : (leadingDigits.exec(id)?.[0] ?? null);
  return digits === null ? null : sameNumber(digits);
}

/** The value of `numberInFolder`. */
export function numberInFolder(folder: FilePath, digits: string): string {
  return `${folder.toLowerCase()}/${sameNumber(digits)}`;
}

/** Returns the same string where it has no capitals: the file's names are slices of it and would keep a copy alive. */
export function inLowerCase(path: FilePath): FilePath {
  const lower = path.toLowerCase();
  return lower === path ? path : lower;
}

/** Everything that a record can be called by; names of one kind may repeat. */
export function namesOf(record: ParsedRecord): readonly RecordName[] {
  const names: RecordName[] = [];
  const add = (kind: NameKind, value: string) => void names.push({ kind, value });
  const path = inLowerCase(record.path);
  const stem = stemOf(path);
  add('path', path);
  if (record.part) {
    // The file's name is that of all its records; a link's fragment names one.
    add('stem', path.slice(record.part.file.length + 1));
    add('slug', wordsOf(record.title));
  } else {
    names.push(...placeNamesOf(record));
    add('stem', stem);
    add('slug', slugOf(stem));
  }
  if (record.id !== null) add('stem', record.id.toLowerCase());
  add('title', wordsOf(record.title));
  if (record.kind === 'runbook') {
    for (const name of [record.runbook?.alert ?? '', stem, record.title]) add('alert', lettersOf(name));
  }
  const number = numberIn(record.id);
  return number === null ? names : [...names, ...numberNamesOf(record), ...toldBy(record, number)];
}

/** The names that come from the record's file and folder; none for a part, as its file holds other records too. */
export function placeNamesOf(record: ParsedRecord): readonly CallingName[] {
  if (record.part) return [];
  const path = inLowerCase(record.path);
  const bare = withoutExtension(path);
  const names: CallingName[] = [{ kind: 'barePath', value: bare }];
  if (stemOf(path) !== basename(bare)) names.push({ kind: 'barePath', value: dirname(path) });
  return [...names, { kind: 'fileName', value: basename(path) }];
}

/** The names that contain the record's number. */
function numberNamesOf(record: ParsedRecord): readonly CallingName[] {
  const number = numberIn(record.id);
  if (number === null) return [];
  const labels = seriesOf(record).map((series) => ({ kind: 'label', value: plainLabel(series, number) }) as const);
  const folder = homeOf(inLowerCase(record.path));
  return [
    { kind: 'number', value: number },
    { kind: 'numberInFolder', value: numberInFolder(folder, number) },
    ...labels,
  ];
}

/** The series and the folder that a numbered record is proof of. */
function toldBy(record: ParsedRecord, number: string): readonly ToldName[] {
  const all = seriesOf(record);
  // Some series begin anew each year. In a year without a record the same letters and digits are something else.
  const ofYear = all.flatMap((series) => seriesOfYear(series, number) ?? []);
  const series = [...all, ...ofYear].map((value) => ({ kind: 'series', value }) as const);
  return [{ kind: 'numberedFolder', value: homeOf(inLowerCase(record.path)) }, ...series];
}

/** The names in a reference as written, before anything is resolved. */
export interface WrittenName {
  /** The digits as written, or null. */
  readonly number: string | null;
  /** A path, URL, slug, title or alert as written, or null. */
  readonly name: string | null;
  /** As it stands in its text, with the fragment that names a part of a file. */
  readonly text?: string;
}

/**
 * Letters or digits that a reference shares with every record that it could lead to. A shared hint proves nothing; a
 * missing one rules the reference out, so "who cites this record" need not look at every file.
 */
export function hintsOfRecord(record: ParsedRecord): ReadonlySet<string> {
  const hints = new Set<string>();
  for (const { kind, value } of namesOf(record)) {
    if (kind === 'number') hints.add(value);
    else if (textKinds.has(kind)) addLetters(hints, basename(value));
  }
  hints.delete('');
  return hints;
}

const textKinds: ReadonlySet<NameKind> = new Set(['barePath', 'fileName', 'stem', 'slug', 'title', 'alert']);

/** See `hintsOfRecord`. */
export function hintsOfReference({ number, name, text = '' }: WrittenName): ReadonlySet<string> {
  const hints = new Set<string>();
  if (number !== null) hints.add(sameNumber(number));
  const written = name ?? '';
  // A path of a README names its folder; a URL may hold the path in its query.
  for (const part of written.split(/[/?&=#]/).slice(-20)) addLetters(hints, decodeOnce(part) ?? part);
  hints.add(lettersOf(written));
  const fragment = text.includes('#') ? (text.split('#').at(-1) ?? '') : '';
  hints.add(lettersOf(decodeOnce(fragment) ?? fragment)).add(sameNumber(/\d{1,6}/.exec(fragment)?.[0] ?? ''));
  hints.delete('');
  return hints;
}

/** With and without what looks like an extension: `0012-use-node.js` may be a whole stem. */
function addLetters(hints: Set<string>, name: string): void {
  hints.add(lettersOf(name)).add(lettersOf(withoutExtension(name)));
}

/** Names of one kind that are not indexed yet: `values[i]` is the name of `items[i]`. */
interface Waiting<T> {
  readonly values: string[];
  readonly items: T[];
}

/** A map from names to sets of values. */
export class NameMap<T> {
  private readonly kinds = new Map<NameKind, MultiMap<string, T>>();
  private readonly waiting = new Map<NameKind, Waiting<T>>();

  /**
   * @param isLate whether the names of a kind are indexed only when a name of that kind is first looked up: a process
   * that ends after one answer never looks up most kinds
   */
  constructor(private readonly isLate = false) {}

  add({ kind, value }: RecordName, item: T): void {
    if (!this.isLate || this.kinds.has(kind)) this.ofKind(kind).add(value, item);
    else {
      const { values, items } = this.waitingOf(kind);
      values.push(value);
      items.push(item);
    }
  }

  delete({ kind, value }: RecordName, item: T): void {
    this.ofKind(kind).delete(value, item);
  }

  has({ kind, value }: RecordName): boolean {
    return this.ofKind(kind).has(value);
  }

  get({ kind, value }: RecordName): Iterable<T> {
    return this.ofKind(kind).get(value);
  }

  private waitingOf(kind: NameKind): Waiting<T> {
    const waiting = this.waiting.get(kind) ?? { values: [], items: [] };
    this.waiting.set(kind, waiting);
    return waiting;
  }

  private ofKind(kind: NameKind): MultiMap<string, T> {
    const known = this.kinds.get(kind);
    if (known !== undefined) return known;
    const found = new MultiMap<string, T>();
    this.kinds.set(kind, found);
    const { values, items } = this.waitingOf(kind);
    this.waiting.delete(kind);
    for (const [at, item] of items.entries()) found.add(values[at] ?? '', item);
    return found;
  }
}
