import type { PlainLine } from './searchableText';
import { searchWords } from './words';

export interface Passage {
  /** Counts from 1. */
  readonly line: number;
  /** Plain, at most 240 characters. */
  readonly text: string;
}

const longest = 240;
/** A sentence often goes on in the next line. */
const linesTogether = 2;

/**
 * The lines that have most of the words, rare words counting for more; the first of equals. Where none has any, the
 * first line.
 * @param weights of words as `searchWords` gives them
 */
export function bestPassage(lines: readonly PlainLine[], weights: ReadonlyMap<string, number>): Passage | null {
  const words = lines.map(({ text }) => new Set(searchWords(text).filter((word) => weights.has(word))));
  let best = { at: 0, score: 0 };
  for (const at of lines.keys()) {
    const together = new Set(words.slice(at, at + linesTogether).flatMap((some) => [...some]));
    const own = words[at]?.size ?? 0;
    const score = own === 0 ? 0 : [...together].reduce((sum, word) => sum + (weights.get(word) ?? 0), own / 1000);
    if (score > best.score) best = { at, score };
  }
  const [first, second] = lines.slice(best.at, best.at + linesTogether);
  if (first === undefined) return null;
  const goesOn = second?.line === first.line + 1 && first.text.length < longest / 2;
  const text = goesOn ? `${first.text} ${second.text}` : first.text;
  return { line: first.line, text: text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text };
}
