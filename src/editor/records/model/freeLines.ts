import { readFrontMatter } from '../../../core/text/frontMatter';

/** Lines that are searched for the end of a head. */
const longest = 200;
/** Lines that are read for a front matter and what tells it from a text between two rules. */
const mostRead = 1_000;

/**
 * How many lines a file begins with that have to stay its first ones: a program's `#!`, a declaration of XML, a front
 * matter, the title of AsciiDoc. What is written above them would break the file.
 * @param lineOf counts from 0
 */
export function linesThatStayFirst(lineOf: (line: number) => string, count: number, language: string): number {
  const first = lineOf(0);
  const through = (end: RegExp, from = 0): number => {
    for (let line = from; line < Math.min(count, longest); line++) if (end.test(lineOf(line))) return line + 1;
    return 0;
  };
  if (/^<\?(?:php|hh)\b/.test(first) || /^@charset\b/.test(first)) return 1;
  if (/^<\?xml\b/.test(first)) return through(/\?>/);
  if (/^<!doctype\b/i.test(first)) return through(/>/);
  if (language === 'asciidoc') return /^= \S/.test(first) ? through(/^\s*$/) || count : 0;
  // A page of Astro begins with a script, which takes a comment.
  if (language === 'astro') return first.trim() === '---' ? 1 : 0;
  // A comment above the first document of YAML is one of it.
  if (/^(?:---|\+\+\+)\s*$/.test(first) && language !== 'yaml')
    return readFrontMatter(Array.from({ length: Math.min(count, mostRead) }, (_, line) => lineOf(line))).lines;
  const begins = first.startsWith('#!') ? 1 : 0;
  // Python reads the encoding from the first two lines.
  return begins < count && /^#.{0,40}\bcoding[:=]/.test(lineOf(begins)) ? begins + 1 : begins;
}
