import type { FilePath, FileStore, Pacer } from '../../ports';
import { type Link, shownStrength } from '../link';
import type { WordLinks, WordSources } from './wordLinks';

/** What the answer for a file depends on. */
export interface MaybeSources extends WordSources {
  /** What ties records to the file, whatever its words are. */
  readonly links: readonly Link[];
}

/** A file with more links than that has enough to read. */
const mostBesideWords = 1;

/** Records that a file may have to do with, by its words; none where enough ties records to it. */
export class MaybeLinks {
  private words: WordLinks | null = null;

  constructor(
    private readonly files: FileStore,
    private readonly pacer: Pacer,
  ) {}

  /** To be called where the file, or all files below the folder, are gone. */
  forget(path: FilePath): void {
    this.words?.forget(path);
  }

  /** To be called where the words of the file, or of files below the folder, have changed. */
  outdate(path: FilePath): void {
    this.words?.outdate(path);
  }

  /** Reads what `of` needs to answer for the file. */
  async read(
    file: FilePath,
    sources: MaybeSources,
    signal: AbortSignal,
  ): Promise<{ readonly isUnfinished: boolean; readonly isOther: boolean }> {
    if (isTied(sources.links)) return { isUnfinished: false, isOther: false };
    const { WordLinks } = await import('./wordLinks');
    this.words ??= new WordLinks(this.files, this.pacer);
    const before = this.of(file, sources);
    const isUnfinished = await this.words.read(file, sources, signal);
    return { isUnfinished, isOther: !isSame(before, this.of(file, sources)) };
  }

  of(file: FilePath, { links, records }: Pick<MaybeSources, 'links' | 'records'>): readonly Link[] {
    if (this.words === null || isTied(links)) return [];
    const linked = new Set(shown(links).map(({ record }) => record.path));
    return this.words.of(file, records).filter(({ record }) => !linked.has(record.path));
  }
}

function shown(links: readonly Link[]): readonly Link[] {
  return links.filter(({ strength }) => strength >= shownStrength);
}

function isTied(links: readonly Link[]): boolean {
  return shown(links).length > mostBesideWords;
}

function isSame(before: readonly Link[], next: readonly Link[]): boolean {
  return (
    before.length === next.length &&
    before.every(({ record, strength }, at) => record === next[at]?.record && strength === next[at]?.strength)
  );
}
