import type { FilePath } from '../ports';
import { readDocument } from '../text/document';
import { plainText } from '../text/plainText';

/** What a document's text gives to look for. */
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

/** Past this a document is a book, and what it is about is said before. */
const longestText = 96 * 1024;
const longestLine = 2_000;

/** Headings apart from the rest, both without markup; code and tables belong to the rest. */
export function searchableText(path: FilePath, text: string): SearchableText {
  const whole = text.slice(0, longestText);
  const headings = readDocument(path, whole).sections.map(({ heading }) => heading.text);
  return { headings: headings.join('\n'), body: whole };
}

/** Lines that say something, plain. Front matter, rules and comments say nothing that people read. */
export function plainLines(path: FilePath, text: string): readonly PlainLine[] {
  const whole = text.slice(0, longestText);
  const { frontMatter } = readDocument(path, whole);
  return whole
    .split(/\r\n?|\n/)
    .map((written, at) => ({ line: at + 1, written }))
    .slice(frontMatter.lines)
    .filter(({ written }) => /[\p{L}\p{N}]/u.test(written) && !/^\s*(?:<!--|\.\. |\/\/)/.test(written))
    .map(({ line, written }) => ({
      line,
      text: plainText(written.slice(0, longestLine).replace(/^[\s>#=*+|-]+/, '')),
    }));
}
