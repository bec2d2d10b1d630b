import type { Reference } from '../links/link';
import { MultiMap } from '../multiMap';
import { seriesOf } from '../names/series';
import { numberOfName, sameNumber, stemOf } from '../names/spelling';
import type { DocRecord } from '../records/record';

/** Up to so many missing numbers say nothing yet about a series with few records. */
const fewNumbers = 5;

/** Whether the records of a series are kept here, as far as files and citations show. Computed on first use. */
export class SeriesKept {
  private files: MultiMap<string, string> | undefined;
  private elsewhere: ReadonlySet<string> | undefined;
  private foreign: ReadonlySet<string> | undefined;

  /** @param records, paths, references of the whole folder */
  constructor(
    private readonly records: readonly DocRecord[],
    private readonly paths: () => readonly string[],
    private readonly references: () => Iterable<Reference>,
  ) {}

  /** Whether a file that is none of `records` has that number in its name: a draft in another form, an agent's file. */
  hasOther(prefix: string, number: string, records: readonly string[] = []): boolean {
    this.files ??= this.named();
    return [...this.files.get(keyOf(prefix, number))].some((path) => !records.includes(path));
  }

  /** Whether more numbers of a series are cited and missing than it has records here: then it is another project's. */
  isElsewhere(prefix: string): boolean {
    this.elsewhere ??= new Set(this.missed());
    return this.elsewhere.has(prefix.toUpperCase());
  }

  /** Whether a file links to a record of that number in another repository. */
  isForeign(prefix: string, number: string): boolean {
    this.foreign ??= new Set(this.linkedElsewhere());
    return this.foreign.has(keyOf(prefix, number));
  }

  private named(): MultiMap<string, string> {
    const files = new MultiMap<string, string>();
    for (const path of this.paths()) {
      const name = numberOfName(stemOf(path));
      if (name?.number) files.add(keyOf(name.prefix ?? 'ADR', name.number), path);
    }
    return files;
  }

  private *linkedElsewhere(): Generator<string> {
    for (const { resolution, form, prefix, number } of this.references()) {
      if (resolution === 'foreign' && form === 'url' && number !== null) yield keyOf(prefix ?? 'ADR', number);
    }
  }

  private *missed(): Generator<string> {
    const numbers = new Map<string, Set<string>>();
    for (const { resolution, prefix, number } of this.references()) {
      if (resolution !== 'missing' || prefix === null || number === null) continue;
      const series = prefix.toUpperCase();
      const known = numbers.get(series) ?? new Set();
      numbers.set(series, known.add(sameNumber(number)));
    }
    for (const [series, { size }] of numbers) {
      const kept = this.records.filter((record) => seriesOf(record).includes(series)).length;
      if (size > Math.max(kept, fewNumbers)) yield series;
    }
  }
}

function keyOf(prefix: string, number: string): string {
  return `${prefix.toUpperCase()} ${sameNumber(number)}`;
}
