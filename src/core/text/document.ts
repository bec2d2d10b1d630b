import type { FilePath } from '../ports';
import { asciidocLines } from './asciidocLines';
import { CodeFence } from './codeFence';
import { withoutFenceOfHead } from './fencedHead';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { withHtmlTables } from './htmlTable';
import type { Definitions } from './inlineLinks';
import { limits } from './limits';
import { type HeadingLine, hidden, type Line } from './line';
import { splitLines } from './lineEnds';
import { markdownLines } from './markdownLines';
import { normalName, plainText } from './plainText';
import { rstLines } from './rstLines';
import { withoutEnding, withoutTags } from './templated';

export type Flavour = 'markdown' | 'rst' | 'asciidoc';

/** A heading with the lines below it. */
export interface Section {
  readonly heading: HeadingLine;
  /** The heading in lower case without number and punctuation, to compare with lists of names. */
  readonly name: string;
  /** Positions in `lines`: its own text, up to the next heading of any level. */
  readonly start: number;
  readonly end: number;
  /** Where its subsections end too. */
  readonly outerEnd: number;
}

/** A file, read once, line by line (docs/adr/0004). */
export interface SourceDocument {
  readonly path: FilePath;
  readonly flavour: Flavour;
  readonly frontMatter: FrontMatter;
  /** Lines after the front matter. */
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly definitions: Definitions;
  /** True where a limit cut something off. */
  readonly truncated: boolean;
  /** True where a merge was left unfinished; its sides are not in `lines`. */
  readonly conflict: boolean;
}

/** The markers that git, and tools like it, write around the two sides of a conflict. */
export const conflictStart = /^<{7}(?:\s|$)/;
export const conflictEnd = /^>{7}(?:\s|$)/;

const mayHaveHtmlTable = /<(?:t[adhr]|dl)/i;

const scanners = { markdown: markdownLines, rst: rstLines, asciidoc: asciidocLines } as const;

export function flavourOf(path: FilePath): Flavour {
  if (/\.(?:rst|rest)$/i.test(path)) return 'rst';
  return /\.(?:adoc|asciidoc|asc)$/i.test(path) ? 'asciidoc' : 'markdown';
}

/** Parses a document. Linear in the text; CRLF, CR and a byte order mark make no difference. */
export function readDocument(path: FilePath, text: string): SourceDocument {
  const untagged = withoutTags(path, text);
  const { source: written, cut } = sourceLines(untagged);
  const { source, conflict } = untagged.includes('<<<<<<<')
    ? withoutConflicts(written)
    : { source: written, conflict: false };
  const flavour = flavourOf(withoutEnding(path));
  const frontMatter = readFrontMatter(source);
  const below = source.slice(frontMatter.lines);
  const all = scanners[flavour](
    flavour === 'markdown' ? withoutFenceOfHead(path, below) : below,
    frontMatter.lines + 1,
  );
  const { lines, dropped } = capHeadings(
    flavour === 'markdown' && mayHaveHtmlTable.test(untagged) ? withHtmlTables(all) : all,
  );
  return {
    path,
    flavour,
    frontMatter,
    lines,
    sections: sectionsOf(lines),
    definitions: definitionsIn(lines),
    truncated: cut || dropped,
    conflict,
  };
}

/**
 * Cuts the text and its lines to the same length for every format, before anything is parsed (docs/security.md#r32).
 */
function sourceLines(text: string): { source: string[]; cut: boolean } {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const kept = text.slice(start, start + limits.fileLength);
  const cut = kept.length < text.length - start;
  const lines = splitLines(kept);
  if (lines.every((line) => line.length <= limits.lineLength)) return { source: lines, cut };
  return { source: lines.map((line) => line.slice(0, limits.lineLength)), cut: true };
}

/**
 * Replaces the sides of an unfinished merge (`<<<<<<<`, `=======`, `>>>>>>>`) by blank lines, because only a person can
 * say which side holds. Markers inside a code fence are an example.
 */
function withoutConflicts(source: readonly string[]): { source: readonly string[]; conflict: boolean } {
  if (!source.some((line) => conflictStart.test(line))) return { source, conflict: false };
  const lastEnd = source.findLastIndex((line) => conflictEnd.test(line));
  const kept: string[] = [];
  const fence = new CodeFence();
  let inside = false;
  let conflict = false;
  source.forEach((line, at) => {
    if (inside) inside = !conflictEnd.test(line);
    else if (fence.take(line) === null && conflictStart.test(line)) {
      // Without an end marker only the start marker is removed.
      inside = at < lastEnd;
      conflict = true;
    } else {
      kept.push(line);
      return;
    }
    kept.push('');
  });
  return { source: kept, conflict };
}

/** Hides headings beyond the limit, so that loops over all sections stay quick (docs/security.md#r32). */
function capHeadings(all: Line[]): { lines: Line[]; dropped: boolean } {
  if (all.length <= limits.headings) return { lines: all, dropped: false };
  let headings = 0;
  const lines = all.map((line) =>
    line.kind === 'heading' && ++headings > limits.headings ? hidden(line.number) : line,
  );
  return { lines, dropped: headings > limits.headings };
}

function sectionsOf(lines: readonly Line[]): Section[] {
  const starts: { heading: HeadingLine; index: number }[] = [];
  lines.forEach((line, index) => {
    if (line.kind === 'heading') starts.push({ heading: line, index });
  });
  // A stack of open headings: one pass however deep and however many.
  const outerEnds = new Map<number, number>();
  const open: { heading: HeadingLine; index: number }[] = [];
  for (const next of starts) {
    while ((open.at(-1)?.heading.level ?? 0) >= next.heading.level) outerEnds.set(open.pop()?.index ?? 0, next.index);
    open.push(next);
  }
  return starts.map(({ heading, index }, position) => ({
    heading,
    name: normalName(plainText(heading.text)),
    start: index + 1,
    end: starts[position + 1]?.index ?? lines.length,
    outerEnd: outerEnds.get(index) ?? lines.length,
  }));
}

/** `[name]: target` holds for the whole file, above its definition as well. */
function definitionsIn(lines: readonly Line[]): Definitions {
  const found: (readonly [string, string])[] = [];
  for (const line of lines) if (line.kind === 'definition') found.push([line.name.trim().toLowerCase(), line.target]);
  // The first of several counts.
  return new Map(found.slice(0, limits.links).reverse());
}
