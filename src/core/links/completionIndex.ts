import { basename, dirname } from '../files/paths';
import { append } from '../lists';
import { annexesAmong } from '../names/annex';
import { seriesOf } from '../names/series';
import { sameNumber, stemOf } from '../names/spelling';
import type { FilePath } from '../ports';
import { type DocRecord, fileOf } from '../records/record';
import { isRetired } from '../records/succession';

/** A record with the text that completes a citation of it: `0012`, a file's name, a stem. */
export class CitableRecord {
  private words: string | undefined;

  constructor(
    readonly record: DocRecord,
    readonly text: string,
  ) {}

  /**
   * The text that the editor filters by: the number, also without its zeros (`57` for `0572`), and the title. An editor
   * compares what was typed with the beginnings of words and does not skip zeros.
   */
  get sought(): string {
    return [...this.spellings, this.record.title].join(' ');
  }

  /** Whether the text or a word of the title begins with what was typed. @param typed in lower case */
  goesOnAs(typed: string): boolean {
    if (typed === '') return true;
    this.words ??= ['', ...this.spellings, ...this.record.title.split(/[^\p{L}\p{N}]+/u)].join('\n').toLowerCase();
    return this.words.includes(`\n${typed}`);
  }

  private get spellings(): ReadonlySet<string> {
    return new Set([this.text, sameNumber(this.text)]);
  }
}

/**
 * The records of a folder by what is typed before them. Prepared once, because a list is asked for at each keystroke. In
 * each list the newest numbers come first and retired records last.
 */
export class CompletionIndex {
  private ordered: readonly DocRecord[] | undefined;
  private bySeries: ReadonlyMap<string, readonly CitableRecord[]> | undefined;
  private byFolder: ReadonlyMap<string, readonly CitableRecord[]> | undefined;
  private byStem: readonly CitableRecord[] | undefined;

  /** @param records sorted by path */
  constructor(private readonly records: readonly DocRecord[]) {}

  /** @param series in capitals */
  ofSeries(series: string): readonly CitableRecord[] {
    this.bySeries ??= bySeries(this.inOrder());
    return this.bySeries.get(series) ?? [];
  }

  /** @param folder named by its last parts: `adr` for `docs/adr` */
  below(folder: string): readonly CitableRecord[] {
    this.byFolder ??= byFolder(this.inOrder());
    return this.byFolder.get(folder) ?? [];
  }

  stems(): readonly CitableRecord[] {
    this.byStem ??= this.inOrder().flatMap((record) =>
      record.part === undefined ? [new CitableRecord(record, stemOf(record.path))] : [],
    );
    return this.byStem;
  }

  private inOrder(): readonly DocRecord[] {
    this.ordered ??= this.records
      .map((record) => ({ record, retired: Number(isRetired(record)), number: Number(record.id) || 0 }))
      .sort((a, b) => a.retired - b.retired || b.number - a.number)
      .map(({ record }) => record);
    return this.ordered;
  }
}

function bySeries(records: readonly DocRecord[]): ReadonlyMap<string, readonly CitableRecord[]> {
  const lists = new Map<string, CitableRecord[]>();
  const known = new Set<string>();
  const annexes = annexesAmong(records);
  for (const record of records) {
    if (annexes.has(record) || record.id === null || !/^\d{1,6}(?:\.\d{1,2}|[a-z])?$/.test(record.id)) continue;
    for (const series of seriesOf(record)) {
      // Records of one number have the same text, so one is listed: which of them is meant depends on the citing file.
      const label = `${series}-${sameNumber(record.id)}`;
      if (known.has(label)) continue;
      known.add(label);
      append(lists, series, new CitableRecord(record, record.id));
    }
  }
  return lists;
}

/** Records by each ending of their folder's path: `0012-x.md` is below `docs/adr` and below `adr`. */
function byFolder(records: readonly DocRecord[]): ReadonlyMap<string, readonly CitableRecord[]> {
  const lists = new Map<string, CitableRecord[]>();
  for (const record of records) {
    if (record.part) continue;
    const file = fileOf(record);
    const own = dirname(file);
    const name = basename(file);
    const endings = endingsOf(own);
    for (const ending of endings) append(lists, ending, new CitableRecord(record, name));
    if (!/^(?:readme|index)\./i.test(name)) continue;
    // A folder that is a record is completed by its name, unless the ending is also one of its own: then by its file.
    for (const ending of endingsOf(dirname(own))) {
      if (!endings.includes(ending)) append(lists, ending, new CitableRecord(record, basename(own)));
    }
  }
  return lists;
}

/** `docs/adr` and `adr` of `docs/adr`; none of the root. */
function endingsOf(folder: FilePath): readonly string[] {
  const parts = folder.split('/').filter((part) => part !== '');
  return parts.map((_, at) => parts.slice(at).join('/'));
}
