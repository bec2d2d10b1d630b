import { readFrontMatter } from '../text/frontMatter';
import { markdownLines } from '../text/markdownLines';
import { isSeparator } from '../text/tableCells';

/** The prose in one line of a Markdown text. */
export interface ProseLine {
  /** Offset of its first character, in UTF-16 units from the start of the text. */
  readonly offset: number;
  /** As long as the line itself; everything else (code, addresses, link targets, tags, comments) is NUL characters. */
  readonly text: string;
  /** The row that names the columns of a table. */
  readonly isTableHead: boolean;
}

const maxLineLength = 20_000;
const readable = new Set(['text', 'item', 'heading', 'row']);

/**
 * Not prose: inline code, addresses, link targets, tags, quotations and struck-out text. No part of a pattern can match
 * in two ways, so each takes linear time.
 */
const notProse = [
  /(`{1,3})[^`]+\1/g,
  /\b[a-z][a-z+.-]{1,20}:\/\/[^\s<>)\]]+/gi,
  /\]\([^()\s]*\)/g,
  /<(code|kbd|samp|blockquote|q|del|s)(?:\s[^<>]{0,200})?>[^<>]{0,400}<\/\1>/gi,
  /~~[^~]{1,400}~~/g,
  /<\/?[a-z][^<>]*>/gi,
  /(?<![\p{L}\p{N}])"[^"\s][^"]{0,200}"(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'[^'\s][^']{0,200}'(?![\p{L}\p{N}])|‘[^‘’]{1,200}’(?![\p{L}\p{N}])|[「『][^「」『』]{1,200}[」』]/gu,
  /“[^“”]{1,200}”|„[^„“”]{1,200}[“”]|«[^«»]{1,200}»/g,
];

/**
 * The lines of a Markdown text with prose, in order. Lines of more than 20,000 characters are left out
 * (docs/security.md#r32).
 */
export function proseLines(text: string): ProseLine[] {
  const source = text.split('\n');
  const offsets: number[] = [];
  let offset = 0;
  for (const line of source) {
    offsets.push(offset);
    offset += line.length + 1;
  }
  const front = readFrontMatter(source).lines;
  const quoted = quotedLines(source);
  const lines = markdownLines(source.slice(front).map(shortEnough), front + 1);
  return lines.flatMap(({ kind, number }) => {
    const line = shortEnough(source[number - 1] ?? '');
    if (quoted.has(number)) return [];
    return readable.has(kind)
      ? [
          {
            offset: offsets[number - 1] ?? 0,
            text: withoutMarkup(line),
            isTableHead: kind === 'row' && isSeparator(source[number] ?? ''),
          },
        ]
      : [];
  });
}

function shortEnough(line: string): string {
  return line.length > maxLineLength ? '' : line;
}

function withoutMarkup(line: string): string {
  return withoutComments(notProse.reduce((rest, pattern) => rest.replace(pattern, blank), line));
}

/** A comment may span lines: the text before a lone `-->` and after a lone `<!--` belongs to one. */
function withoutComments(line: string): string {
  const close = line.indexOf('-->');
  const open = line.indexOf('<!--');
  let at = close >= 0 && (open < 0 || close < open) ? close + 3 : 0;
  let kept = blank(line.slice(0, at));
  while (at < line.length) {
    const start = line.indexOf('<!--', at);
    if (start < 0) return kept + line.slice(at);
    const end = line.indexOf('-->', start + 4);
    const after = end < 0 ? line.length : end + 3;
    kept += line.slice(at, start) + blank(line.slice(start, after));
    at = after;
  }
  return kept;
}

function blank(found: string): string {
  return '\0'.repeat(found.length);
}

/**
 * Numbers of the lines that quote another writer. A box (`> [!NOTE]`) looks like a quotation, but is the writer's own
 * text.
 */
function quotedLines(source: readonly string[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  let isBox = false;
  source.forEach((line, at) => {
    if (!/^ {0,3}>/.test(line)) isBox = false;
    else if (/^ {0,3}> ?\[!\w{1,20}\]/.test(line)) isBox = true;
    else if (!isBox) quoted.add(at + 1);
  });
  return quoted;
}
