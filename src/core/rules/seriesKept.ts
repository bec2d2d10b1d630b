import { basename } from '../files/paths';
import type { Reference } from '../links/link';
import { MultiMap } from '../multiMap';
import { seriesOf } from '../names/series';
import { numberOfName, sameNumber } from '../names/spelling';
import type { DocRecord } from '../records/record';

/** So many numbers that are not here say nothing yet of a series with few records. */
const fewNumbers = 5;

/** Whether the records of a series are kept here, as far as files and citations tell. Worked out when it is first asked. */
export class SeriesKept {
  private files: MultiMap<string, string> | undefined;
  private elsewhere: ReadonlySet<string> | undefined;

  /** @param records, paths, references of the whole folder */
  constructor(
    private readonly records: readonly DocRecord[],
    private readonly paths: () => readonly string[],
    private readonly references: () => Iterable<Reference>,
  ) {}

  /** Whether a file is called so that is none of these: a draft in another form, one in a folder of agents. */
  hasOther(prefix: string, number: string, records: readonly string[] = []): boolean {
    this.files ??= this.named();
    return [...this.files.get(keyOf(prefix, number))].some((path) => !records.includes(path));
  }

  /** Whether more of its numbers are cited and not here than there are records: then it is another project's. */
  isElsewhere(prefix: string): boolean {
    this.elsewhere ??= new Set(this.missed());
    return this.elsewhere.has(prefix.toUpperCase());
  }

  private named(): MultiMap<string, string> {
    const files = new MultiMap<string, string>();
    for (const path of this.paths()) {
      const name = numberOfName(basename(path));
      if (name?.number) files.add(keyOf(name.prefix ?? 'ADR', name.number), path);
    }
    return files;
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
