import { splitLines } from './lineEnds';
/** Pieces of Markdown for the converters of other formats. Text of the source cannot break out of any of them. */

/** A code span, its fence longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A fenced block, its fence longer than any inside; a blank first line is left out. */
export function codeBlock(lines: readonly string[], language = ''): string[] {
  const longest = lines.reduce((most, line) => Math.max(most, /`{3,}/.exec(line)?.[0].length ?? 2), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language.replace(/[^\w+#.-]/g, '')}`, ...(lines[0] === '' ? lines.slice(1) : lines), fence];
}

/** A link; only its text where the target has another scheme, such as the `module:page.adoc` of Antora. */
export function link(text: string, url: string): string {
  if (/^(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(url)) return text.replace(/[[\]]/g, '\\$&');
  return `[${text.replace(/[[\]]/g, '\\$&')}](<${url.replace(/[<>\s]/g, '')}>)`;
}

export function image(alt: string, path: string): string {
  return `!${link(alt, path)}`;
}

/** A block quote with a bold first line, the shape of notes and warnings. */
export function callout(label: string, body: readonly string[]): string[] {
  const lead = label ? [`**${label}**`, ''] : [];
  return [...lead, ...body].map((line) => `> ${line}`.trimEnd());
}

/** A table whose first row is the header; short rows are filled with empty cells. Empty where there is no row. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const [header, ...body] = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, at) => (row[at] ?? '').trim().replaceAll('|', '\\|'));
    return `| ${cells.join(' | ')} |`;
  });
  return header === undefined || width === 0 ? [] : [header, `|${' --- |'.repeat(width)}`, ...body];
}

/** Puts a list marker before the first line and as many spaces before the others. */
export function listItem(marker: string, body: readonly string[]): string[] {
  const indent = ' '.repeat(marker.length);
  return body.length === 0 ? [marker] : body.map((line, at) => (at === 0 ? marker + line : line && indent + line));
}

/** The name of a directive for people, `Code-block`: the first letter in upper case. */
export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}

/** Lines of a question's code block; further lines are left out. */
const mostLines = 120;
const longestLine = 400;

/** Bidirectional and zero-width characters, which are written out: in code they may be what the question is about. */
const formatControls = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const control = /(?!\t)\p{Cc}|\p{Cs}/gu;

/** Selected code in a fence that it cannot end, without its common indentation. */
export function fencedCode(text: string, language: string): string[] {
  const all = splitLines(text.trimEnd());
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
    .replace(formatControls, (mark) => `\\u${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
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
