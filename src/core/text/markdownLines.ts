import { closesFence } from './codeFence';
import { CommentStripper } from './comments';
import { blank, code, hidden, indentOf, type Line } from './line';
import { isSeparator, pipeCells } from './tableCells';

/** At any indentation: fences inside list items are indented, and the code in them must never be read as text. */
const fenceStart = /^\s*(`{3,}|~{3,})/;
const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const listItem = /^\s*(?:([-*+])|\d{1,9}[.)])(?:\s+|$)/;
const quoteMark = /^\s{0,3}(?:>\s?)+/;
/** Boxes of MkDocs and Docusaurus: the marker is hidden, the content is text. */
const boxMark = /^\s*(?:!!!|\?\?\?\+?|:::+)(?:\s|\w|$|\[|\{)/;
/** A Setext underline, of at least two marks: a single dash below a line is an empty list item. */
const underline = /^ {0,3}(?:={2,}|-{2,})\s*$/;
/** `Status: accepted` above a rule; CommonMark would take it for a heading. */
const looksLikeField = /^[^:]{1,40}:(?:\s|$|\*)/;
/** `[name]: target`; a footnote (`[^1]: …`) has the same form and is not read either. */
const definition = /^ {0,3}\[([^\]]{1,200})\]:\s{1,20}<?([^\s>]{1,1000})/;
/** `<h1 align="center">Use X</h1>`, whole on its line. */
const htmlHeading = /^ {0,3}<h([1-6])(?:\s[^<>]{0,200})?>(.{1,500})<\/h\1>\s*$/i;
/** A line at the head of an MDX file. */
const moduleLine = /^(?:import|export)\s/;

/**
 * Markdown as lines of known kind. It is a scanner, not a parser, and follows what people write in records rather than
 * CommonMark: a field before a `---` rule is no heading, and a box's indented text is not code.
 * @param source lines without their ends, without those of the front matter
 * @param first the number of the first line
 */
export function markdownLines(source: readonly string[], first: number): Line[] {
  const scanner = new MarkdownScanner();
  source.forEach((line, index) => {
    scanner.take(line, first + index);
  });
  return scanner.lines;
}

class MarkdownScanner {
  readonly lines: Line[] = [];
  private readonly comments = new CommentStripper();
  private fence: string | null = null;
  private inList = false;
  private inBox = false;
  private inTable = false;

  take(raw: string, number: number): void {
    if (this.fence !== null) {
      if (closesFence(this.fence, raw.replace(quoteMark, ''))) this.fence = null;
      this.lines.push(code(number));
      return;
    }
    this.lines.push(this.classify(this.comments.strip(raw), raw, number));
  }

  private classify(stripped: string, raw: string, number: number): Line {
    if (stripped.trim() === '') {
      if (raw.trim() !== '') return hidden(number);
      this.inTable = false;
      return blank(number);
    }
    // Most lines begin with a letter, and no markup does.
    if (isLetter(stripped.charCodeAt(0)) && !this.inTable) return this.text(stripped, number);
    const line = stripped.replace(quoteMark, '');
    if (line.trim() === '') return blank(number);
    const fence = fenceStart.exec(line)?.[1];
    if (fence !== undefined && !(fence.startsWith('`') && line.trim().slice(fence.length).includes('`'))) {
      this.fence = fence;
      return code(number);
    }
    if (boxMark.test(line)) {
      this.inBox = true;
      return hidden(number);
    }
    const named = definition.exec(line);
    if (named) return { kind: 'definition', name: named[1] ?? '', target: named[2] ?? '', number };
    return this.heading(line, number) ?? this.row(line, number) ?? this.item(line, number) ?? this.text(line, number);
  }

  private heading(line: string, number: number): Line | null {
    const marks = atxHeading.exec(line);
    if (marks) {
      this.leaveBlocks();
      const written = line.slice(marks[0].length).trim();
      const text = written.endsWith('#') ? written.replace(/(?<=\s|^)#+$/, '').trim() : written;
      return { kind: 'heading', level: marks[1]?.length ?? 1, text, number };
    }
    const html = line.includes('</h') && htmlHeading.exec(line);
    if (html) {
      this.leaveBlocks();
      return { kind: 'heading', level: Number(html[1]), text: html[2]?.trim() ?? '', number };
    }
    const above = this.lines.at(-1);
    if (underline.test(line) && above?.kind === 'text' && above.indent < 4 && this.isParagraphOfOne()) {
      if (line.includes('-') && looksLikeField.test(above.text)) return hidden(number);
      this.leaveBlocks();
      const level = line.includes('=') ? 1 : 2;
      this.lines[this.lines.length - 1] = { kind: 'heading', level, text: above.text, number: above.number };
      return hidden(number);
    }
    return /^\s*(?:-\s*){3,}$|^\s*(?:\*\s*){3,}$|^\s*(?:_\s*){3,}$/.test(line.slice(0, 200)) ? hidden(number) : null;
  }

  private isParagraphOfOne(): boolean {
    const before = this.lines.at(-2);
    return before === undefined || before.kind !== 'text';
  }

  /** Tables with and without outer pipes; rows without them count only below a separator. */
  private row(line: string, number: number): Line | null {
    const trimmed = line.trim();
    if (isSeparator(trimmed)) {
      const above = this.lines.at(-1);
      if (above?.kind === 'row') this.lines[this.lines.length - 1] = { ...above, header: true };
      else if (above?.kind === 'text' && above.text.includes('|')) {
        const cells = pipeCells(above.text);
        this.lines[this.lines.length - 1] = { kind: 'row', cells, header: true, number: above.number };
      } else return trimmed.includes('|') ? hidden(number) : null;
      this.inTable = true;
      return hidden(number);
    }
    if (!(trimmed.startsWith('|') && trimmed.lastIndexOf('|') > 0) && !(this.inTable && trimmed.includes('|')))
      return null;
    return { kind: 'row', cells: pipeCells(trimmed), header: false, number };
  }

  private item(line: string, number: number): Line | null {
    const marker = listItem.exec(line);
    if (!marker || this.isIndentedCode(line)) return null;
    this.inList = true;
    const text = line.slice(marker[0].length).trim();
    return { kind: 'item', indent: indentOf(line), ordered: marker[1] === undefined, text, number };
  }

  private text(line: string, number: number): Line {
    const indent = indentOf(line);
    if (this.isIndentedCode(line)) return code(number);
    if (indent === 0) {
      if (this.lines.at(-1)?.kind === 'blank') this.inList = false;
      this.inBox = false;
      if (moduleLine.test(line) && /\bfrom\b|[{;]/.test(line)) return hidden(number);
    }
    return { kind: 'text', indent, text: line.trim(), number };
  }

  /** Whether a line is indented by four columns after a blank line, outside lists and boxes. */
  private isIndentedCode(line: string): boolean {
    const above = this.lines.at(-1)?.kind;
    return !this.inList && !this.inBox && indentOf(line) >= 4 && (above === 'blank' || above === 'code');
  }

  private leaveBlocks(): void {
    this.inList = false;
    this.inBox = false;
    this.inTable = false;
  }
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
