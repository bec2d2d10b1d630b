import { codeBlock } from './markdownText';

/** As much as somebody reads in a question. */
const mostLines = 120;
const longestLine = 400;

/** What turns text around or shows nothing is written out: in code it may be what the question is about. */
const invisible = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const control = /(?!\t)\p{Cc}|\p{Cs}/gu;

/** Selected code in a fence that it cannot end, without the indentation that all of its lines have. */
export function fencedCode(text: string, language: string): string[] {
  const all = text.replace(/\s+$/, '').split(/\r\n|\r|\n/);
  while (all.length > 1 && all[0]?.trim() === '') all.shift();
  if (all.join('') === '') return [];
  const shown = all.slice(0, mostLines).map(visible);
  const indent = commonIndent(shown);
  const more = all.length - shown.length;
  const rest = more > 0 ? [`… ${more} more lines`] : [];
  return codeBlock([...shown.map((line) => line.slice(indent)), ...rest], language.slice(0, 30));
}

function visible(line: string): string {
  const cut = line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
  return cut
    .replace(invisible, (mark) => `\\u${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
    .replace(control, '\uFFFD');
}

function commonIndent(lines: readonly string[]): number {
  const [first = '', ...others] = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  return others.reduce((common, indent) => {
    let at = 0;
    while (at < common && first[at] === indent[at]) at++;
    return at;
  }, first.length);
}
