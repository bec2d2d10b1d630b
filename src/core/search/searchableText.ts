import type { FilePath } from '../ports';
import { readDocument } from '../text/document';
import { splitLines } from '../text/lineEnds';
import { plainText } from '../text/plainText';
import { searchWords } from './words';

/** The parts of a document's text that are indexed. */
export interface SearchableText {
  readonly headings: string;
  readonly body: string;
}

/** A line as it is shown. */
export interface PlainLine {
  /** Counts from 1. */
  readonly line: number;
  readonly text: string;
}

/** In UTF-16 units. A longer document is a book, which says before this point what it is about. */
const longestText = 96 * 1024;
const longestLine = 2_000;

/** Headings apart from the whole text, which still has its markup, code and tables. */
export function searchableText(path: FilePath, text: string): SearchableText {
  const whole = text.slice(0, longestText);
  const headings = readDocument(path, whole).sections.map(({ heading }) => heading.text);
  return { headings: headings.join('\n'), body: whole };
}

/** Lines with text, without markup. Front matter, rules and comments have nothing that people read. */
export function plainLines(path: FilePath, text: string): readonly PlainLine[] {
  const whole = text.slice(0, longestText);
  const { frontMatter } = readDocument(path, whole);
  return splitLines(whole)
    .map((written, at) => ({ line: at + 1, written }))
    .slice(frontMatter.lines)
    .filter(({ written }) => /[\p{L}\p{N}]/u.test(written) && !/^\s*(?:<!--|\.\. |\/\/)/.test(written))
    .map(({ line, written }) => ({
      line,
      text: plainText(written.slice(0, longestLine).replace(/^[\s>#=*+|-]+/, '')),
    }));
}

interface Passage {
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
