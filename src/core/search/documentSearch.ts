import MiniSearch from 'minisearch';
import { basename } from '../files/paths';
import { readText } from '../files/readText';
import type { FilePath, FileStore, Pacer } from '../ports';
import { compareText } from '../text/compareText';
import { QueryTerms } from './queryTerms';
import { relatedWords } from './relatedWords';
import { bestPassage, plainLines, searchableText } from './searchableText';
import type { SearchSource } from './searchSources';
import { searchWords, WordFamilies } from './words';

export interface FoundDocument {
  readonly source: SearchSource;
  /** Comparable only within one search. */
  readonly score: number;
  /** The lines that fit best, plain; `''` where the file is gone. */
  readonly passage: string;
  /** Counts from 1. */
  readonly line: number;
}

/** One document as it is indexed; texts are not kept. */
interface Entry {
  readonly id: FilePath;
  readonly title: string;
  readonly names: string;
  readonly decision: string;
  readonly headings: string;
  readonly body: string;
}

const fields = ['title', 'names', 'decision', 'headings', 'body'] as const;
/** The title weighs most: it says what a document is about. */
const boost = { title: 4, names: 1, decision: 1.5, headings: 1.5, body: 1 };
/** A retired record still tells why, but ranks below one that holds. */
const retiredWeight = 0.7;
const mostDocuments = 5_000;
const mostQueryWords = 60;
/** A limit, because the file of each result is read again for its passage. */
const mostResults = 20;

/**
 * Ranked full-text search over the documents of one workspace folder (BM25+ by minisearch). The index is built at the
 * first search, in slices, and kept up to date by reading only changed files again.
 */
export class DocumentSearch {
  private readonly sources = new Map<FilePath, SearchSource>();
  private readonly index = new MiniSearch<Entry>({
    fields: [...fields],
    tokenize: (text) => {
      const words = searchWords(text);
      this.families.add(words);
      return words;
    },
    processTerm: (term) => term,
  });
  private readonly families = new WordFamilies();
  private readonly related = relatedWords();

  constructor(
    private readonly files: FileStore,
    private readonly pacer: Pacer,
  ) {}

  /** The number of indexed documents. */
  get size(): number {
    return this.sources.size;
  }

  /**
   * Indexes new documents, removes those that are gone, and indexes again those whose title, decision or status
   * changed. A file that cannot be read is left out.
   */
  async update(sources: readonly SearchSource[], signal: AbortSignal): Promise<void> {
    const wanted = new Map(sources.slice(0, mostDocuments).map((source) => [source.path, source]));
    this.forget([...this.sources].filter(([path, known]) => !isSame(known, wanted.get(path))).map(([path]) => path));
    for (const [path, source] of wanted) {
      if (signal.aborted) return;
      if (this.sources.has(path)) continue;
      const read = await readText(this.files, path);
      if (read.ok && !this.sources.has(path)) this.add(source, read.text);
      await this.pacer.breathe();
    }
  }

  /** Drops files whose text has changed from the index; the next `update` reads them again. */
  forget(paths: readonly FilePath[]): void {
    for (const path of paths) if (this.sources.delete(path)) this.index.discard(path);
  }

  /**
   * The documents that fit the words best, the best first. Any one word is enough; a document with more of the query's
   * words, or with rarer ones, ranks higher. Words of one family or meaning match one another with a lower weight.
   */
  async search(query: string, limit: number, signal: AbortSignal): Promise<readonly FoundDocument[]> {
    const words = [...new Set(searchWords(query.slice(0, 10_000)))].slice(0, mostQueryWords);
    const terms = new QueryTerms(words, this.families, this.related);
    const matches = this.index.search([...terms.weights.keys()].join(' '), {
      boost,
      tokenize: (text) => text.split(' '),
      boostTerm: (term) => terms.weights.get(term) ?? 1,
      boostDocument: (path) => (this.sources.get(path)?.retired ? retiredWeight : 1),
    });
    const coverage = terms.coverage(matches.map(({ queryTerms }) => new Set(queryTerms)));
    // Plain BM25: minisearch multiplies by the number of matched words, and a long document has some words of every
    // query.
    const results = matches
      .map(({ id, score, queryTerms }, at) => ({
        id,
        queryTerms,
        score: (score / queryTerms.length) * (coverage[at] ?? 0),
      }))
      .sort((a, b) => b.score - a.score || compareText(a.id, b.id));
    const weights = weightsOf(results.map(({ queryTerms }) => queryTerms));
    const found: FoundDocument[] = [];
    for (const { id, score } of results.slice(0, Math.min(limit, mostResults))) {
      const source = this.sources.get(id);
      if (source === undefined || signal.aborted) continue;
      const read = await readText(this.files, id);
      const passage = read.ok ? bestPassage(plainLines(id, read.text), weights) : null;
      found.push({ source, score, passage: passage?.text ?? '', line: passage?.line ?? 1 });
      await this.pacer.breathe();
    }
    return found;
  }

  private add(source: SearchSource, text: string): void {
    const { path, title, id, decision } = source;
    const names = `${id ?? ''} ${basename(path)}`;
    this.index.add({ id: path, title, names, decision: decision ?? '', ...searchableText(path, text) });
    this.sources.set(path, source);
  }
}

/** Weights of the terms: a term that few of the results have counts for more. */
function weightsOf(termsOfResults: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOfResults.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const all = termsOfResults.length;
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + all / count)]));
}

function isSame(a: SearchSource, b: SearchSource | undefined): boolean {
  return (
    b !== undefined &&
    a.kind === b.kind &&
    a.title === b.title &&
    a.id === b.id &&
    a.decision === b.decision &&
    a.retired === b.retired
  );
}
