import { MultiMap } from '../../multiMap';
import type { FilePath } from '../../ports';
import { compareText } from '../../text/compareText';
import type { FileWords } from './fileWords';
import type { RecordWords } from './recordWords';

/** A record that fits a file's words, where the file fits the record's words too. */
export interface WordHit {
  readonly record: FilePath;
  /** From `leastScore` up. */
  readonly score: number;
  /** Words of the title that the path has, in the form that `searchWords` gives them. */
  readonly words: readonly string[];
}

/** 52 of 57 such pairs were right in the repositories it was tuned on, 51 of 60 in six others; from 1.5 up, 48 of 71. */
const leastScore = 3;
const mostHits = 2;
/** As usual for BM25. */
const saturation = 1.2;
const lengthShare = 0.75;

/** How well a record fits a file. */
interface Fit {
  readonly record: FilePath;
  readonly title: number;
  readonly text: number;
  readonly score: number;
}

interface Scores {
  /** How well each file fits, best first. */
  readonly byTitle: readonly number[];
  readonly byText: readonly number[];
}

/**
 * Which records a file may be about, by words alone. Words rank well and tell nothing by themselves, because every common
 * word is the best of some file. So both directions count: how many records fit the file better, and how many files fit
 * the record better.
 */
export class WordIndex {
  private readonly files = new Map<FilePath, FileWords>();
  private readonly records = new Map<FilePath, RecordWords>();
  private readonly filesByPathWord = new MultiMap<string, FilePath>();
  private readonly filesByWord = new MultiMap<string, FilePath>();
  private readonly recordsByWord = new MultiMap<string, FilePath>();
  private readonly scores = new Map<FilePath, Scores>();
  private totalLength = 0;

  /** Paths of the records, in no order. */
  recordPaths(): readonly FilePath[] {
    return [...this.records.keys()];
  }

  setFile(path: FilePath, words: FileWords | null): void {
    const known = this.files.get(path);
    if (known === undefined && words === null) return;
    this.scores.clear();
    for (const word of known?.path.keys() ?? []) this.filesByPathWord.delete(word, path);
    for (const word of known?.about.keys() ?? []) this.filesByWord.delete(word, path);
    this.files.delete(path);
    if (words === null) return;
    this.files.set(path, words);
    for (const word of words.path.keys()) this.filesByPathWord.add(word, path);
    for (const word of words.about.keys()) this.filesByWord.add(word, path);
  }

  setRecord(path: FilePath, words: RecordWords | null): void {
    const known = this.records.get(path);
    if (known === undefined && words === null) return;
    this.scores.clear();
    for (const word of known?.counts.keys() ?? []) this.recordsByWord.delete(word, path);
    this.totalLength += (words?.length ?? 0) - (known?.length ?? 0);
    this.records.delete(path);
    if (words === null) return;
    this.records.set(path, words);
    for (const word of words.counts.keys()) this.recordsByWord.add(word, path);
  }

  /** Whether a record fits the file well enough as far as is known without the other files. */
  mayHaveHits(file: FilePath): boolean {
    const words = this.files.get(file);
    return words !== undefined && this.fitting(words).length > 0;
  }

  /** At most two records, the likeliest first; mostly none. */
  of(file: FilePath): readonly WordHit[] {
    const words = this.files.get(file);
    if (words === undefined) return [];
    return this.fitting(words)
      .flatMap((fit) => this.hit(words, fit) ?? [])
      .sort((a, b) => b.score - a.score || compareText(a.record, b.record))
      .slice(0, mostHits);
  }

  /** Records that fit the file, before it is known how well other files fit them. */
  private fitting(words: FileWords): readonly Fit[] {
    const texts = new Map(
      [...this.recordsHaving(words.about)].map((record) => [record, this.textScore(words, record)]),
    );
    const whole = this.wholeWeight(words);
    return [...texts].flatMap(([record, text]) => {
      const title = this.titleScore(words, record);
      const product = (100 * title * text) / whole;
      if (product < leastScore) return [];
      const better = [...texts.values()].filter((other) => other > text).length;
      const score = product / (1 + better);
      return score < leastScore ? [] : [{ record, title, text, score }];
    });
  }

  private hit(words: FileWords, { record, title, text, score: first }: Fit): WordHit | null {
    const { byTitle, byText } = this.scoresOf(record);
    const score = first / (Math.sqrt(1 + above(byText, text)) * Math.sqrt(1 + above(byTitle, title)));
    return score < leastScore ? null : { record, score, words: this.shared(words, record) };
  }

  private recordsHaving(words: ReadonlyMap<string, number>): ReadonlySet<FilePath> {
    return new Set([...words.keys()].flatMap((word) => [...this.recordsByWord.get(word)]));
  }

  private shared(words: FileWords, record: FilePath): readonly string[] {
    return (this.records.get(record)?.title ?? []).filter((word) => words.path.has(word));
  }

  /** The share of the title's words that the path has, rare ones counting for more; from 0 to 1. */
  private titleScore(words: FileWords, record: FilePath): number {
    let found = 0;
    let all = 0;
    for (const word of this.records.get(record)?.title ?? []) {
      const rarity = this.rarity(word);
      all += rarity;
      found += rarity * (words.path.get(word) ?? 0);
    }
    return all === 0 ? 0 : found / all;
  }

  /** BM25 of the record for what the file says of itself. */
  private textScore({ about }: FileWords, record: FilePath): number {
    const known = this.records.get(record);
    if (known === undefined) return 0;
    const length = 1 - lengthShare + (lengthShare * known.length * this.records.size) / (this.totalLength || 1);
    let score = 0;
    for (const [word, weight] of about) {
      const times = known.counts.get(word);
      if (times === undefined) continue;
      score += (weight * this.rarity(word) * times * (saturation + 1)) / (times + saturation * length);
    }
    return score;
  }

  /** Divides the scores of a file, so that files with few and with many words are comparable. */
  private wholeWeight({ about }: FileWords): number {
    let all = 0;
    for (const [word, weight] of about) all += weight * this.rarity(word);
    return all || 1;
  }

  private rarity(word: string): number {
    const having = this.recordsByWord.count(word);
    return Math.log(1 + (this.records.size - having + 0.5) / (having + 0.5));
  }

  private scoresOf(record: FilePath): Scores {
    const known = this.scores.get(record);
    if (known) return known;
    const words = this.records.get(record);
    const near = new Set<FilePath>();
    for (const word of words?.title ?? []) for (const file of this.filesByPathWord.get(word)) near.add(file);
    const about = new Set<FilePath>();
    for (const word of words?.counts.keys() ?? []) for (const file of this.filesByWord.get(word)) about.add(file);
    const scores = {
      byTitle: this.sorted(near, (file) => this.titleScore(file, record)),
      byText: this.sorted(about, (file) => this.textScore(file, record)),
    };
    this.scores.set(record, scores);
    return scores;
  }

  private sorted(files: Iterable<FilePath>, score: (words: FileWords) => number): readonly number[] {
    const scores: number[] = [];
    for (const file of files) {
      const words = this.files.get(file);
      if (words) scores.push(score(words));
    }
    return scores.sort((a, b) => b - a);
  }
}

/** How many of the scores, best first, are better. */
function above(scores: readonly number[], limit: number): number {
  let better = 0;
  while (better < scores.length && (scores[better] ?? 0) > limit + 1e-9) better++;
  return better;
}
