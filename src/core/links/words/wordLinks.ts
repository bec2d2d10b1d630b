import { isCode } from '../../activity/fileKinds';
import { readText } from '../../files/readText';
import type { FilePath, FileStore, Pacer } from '../../ports';
import { ownText } from '../../records/ownText';
import { type DocRecord, fileOf, isAboutCode } from '../../records/record';
import { isRetired } from '../../records/succession';
import { searchWords } from '../../search/words';
import type { Link } from '../link';
import { strengthOf } from '../strength';
import { fileWords } from './fileWords';
import { recordWords } from './recordWords';
import { WordIndex } from './wordIndex';

const mostWords = 4;
const atOnce = 500;

/** What the words are read from. */
export interface WordSources {
  readonly records: ReadonlyMap<FilePath, DocRecord>;
  readonly files: readonly FilePath[];
}

/**
 * Records that a file may be about, found by words (docs/adr/0026). Nothing is read before the first question. Then the
 * records are read, and all code only where a record fits the file so far, since a record may fit other files better.
 */
export class WordLinks {
  private readonly index = new WordIndex();
  /** Files and records whose words are in the index, or that have none; the value is whether these words are current. */
  private readonly known = new Map<FilePath, boolean>();
  private isWhole = false;

  constructor(
    private readonly files: FileStore,
    private readonly pacer: Pacer,
  ) {}

  /** To be called where the file, or all files below the folder, are gone. */
  forget(path: FilePath): void {
    for (const known of this.knownOf(path)) this.remove(known);
  }

  /** To be called where words changed. Until the next `read` the old ones count, so that a save takes no row away. */
  outdate(path: FilePath): void {
    for (const known of this.knownOf(path)) this.known.set(known, false);
  }

  /**
   * Reads what an answer for the file needs, at most `atOnce` files a call: other work for the folder comes first.
   * @returns whether there is more to read
   */
  async read(file: FilePath, sources: WordSources, signal: AbortSignal): Promise<boolean> {
    if (!isCode(file)) return false;
    const records = [...sources.records.values()].filter((record) => isAboutCode(record.kind) && !isRetired(record));
    const wanted = new Map(records.map((record) => [record.path, record]));
    for (const path of this.index.recordPaths()) if (!wanted.has(path)) this.remove(path);
    const unreadRecords = records.filter(({ path }) => !this.known.get(path));
    for (const record of unreadRecords.slice(0, atOnce)) await this.take(record.path, record, signal);
    if (unreadRecords.length > atOnce) return !signal.aborted;
    await this.take(file, null, signal);
    if (!this.index.mayHaveHits(file)) return false;
    const unread = sources.files.filter((path) => !this.known.get(path) && isCode(path));
    for (const path of unread.slice(0, atOnce)) await this.take(path, null, signal);
    if (unread.length <= atOnce && !signal.aborted) this.isWhole = true;
    return unread.length > atOnce && !signal.aborted;
  }

  /** At most two, the likeliest first; none before every file was read once, as another may fit the record better. */
  of(file: FilePath, records: ReadonlyMap<FilePath, DocRecord>): readonly Link[] {
    if (!this.isWhole) return [];
    return this.index.of(file).flatMap(({ record: path, score, words }) => {
      const record = records.get(path);
      if (!record) return [];
      const detail = { reason: 'words', words: asWritten(words, record.title), score } as const;
      return [{ record, reason: detail.reason, strength: strengthOf(detail, record), detail }];
    });
  }

  private async take(path: FilePath, record: DocRecord | null, signal: AbortSignal): Promise<void> {
    if (this.known.get(path) || signal.aborted) return;
    this.known.set(path, true);
    const read = await readText(this.files, record ? fileOf(record) : path);
    const text = read.ok ? read.text : '';
    // Forgotten while it was read: the next call reads it again.
    if (!this.known.get(path)) return;
    if (record) this.index.setRecord(path, recordWords(path, record.title, ownText(record, text)));
    else this.index.setFile(path, read.ok ? fileWords(path, text) : null);
    await this.pacer.breathe();
  }

  /** A path, what lies under it, and the records in it. */
  private knownOf(path: FilePath): readonly FilePath[] {
    const [folder, part] = [`${path}/`, `${path}#`];
    const isOf = (known: FilePath) => known === path || known.startsWith(folder) || known.startsWith(part);
    return [...this.known.keys()].filter(isOf);
  }

  private remove(path: FilePath): void {
    this.known.delete(path);
    this.index.setFile(path, null);
    this.index.setRecord(path, null);
  }
}

/** Words of the title as they stand there, for those that were compared. */
function asWritten(words: readonly string[], title: string): readonly string[] {
  const compared = new Set(words);
  const written = (title.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) =>
    searchWords(word).some((one) => compared.has(one)),
  );
  return [...new Set(written.length > 0 ? written : words)].slice(0, mostWords);
}
