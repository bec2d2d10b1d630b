import { slugOf, stemOf } from '../../names/spelling';
import type { FilePath } from '../../ports';
import { searchableText } from '../../search/searchableText';
import { searchWords } from '../../search/words';
import { isGeneralWord } from './generalWords';

/** The words of a record. */
export interface RecordWords {
  /** The words of its title and of its file's name, each once. */
  readonly title: readonly string[];
  /** How often each word occurs; one in the title counts five times, one in a heading twice. */
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

const titleWeight = 5;

export function recordWords(path: FilePath, title: string, text: string): RecordWords {
  const counts = new Map<string, number>();
  const add = (words: readonly string[], weight: number): void => {
    for (const word of words) if (!isGeneralWord(word)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  const { headings, body } = searchableText(path, text);
  const words = searchWords(body);
  add(words, 1);
  add(searchWords(headings), 1);
  const own = searchWords(title);
  add(own, titleWeight);
  const named = searchWords(slugOf(stemOf(path)));
  return {
    title: [...new Set([...own, ...named])].filter((word) => !isGeneralWord(word)),
    counts,
    length: words.length,
  };
}
