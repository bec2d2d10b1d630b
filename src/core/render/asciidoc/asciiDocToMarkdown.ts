import { callout, capitalized, codeBlock, image, link, table } from '../../text/markdownText';
import { asciiDocInline } from './asciiDocInline';

const deepest = 10;
const attribute = /^:!?([\w-]{1,60})!?:(?: +(.*))?$/;
const heading = /^(={1,6}|#{1,6}) +(\S.*)$/;
const blockAttributes = /^\[([^\]]*)\]$/;
const admonition = /^(NOTE|TIP|IMPORTANT|WARNING|CAUTION): +(.*)$/;
const admonitionStyle = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|sidebar|quote|example)\b/i;
const delimiter = /^(?:-{4,}|\.{4,}|`{3,}|={4,}|\*{4,}|_{4,}|--|\/{4,}|\+{4,}|[|,!]===)(?=\s*$|\w)/;
const verbatim = /^(?:-{4}|\.{4}|`{3}|\+{4})/;
const listMarker = /^\s*(\*{1,6}|-|\.{1,6}|\d{1,4}\.|[a-z]\.) +(\S.*)$/;
const term = /^(\S[^:]{0,200}):{2,4}(?: +(.*))?$/;
const blockMacro = /^(image|include|video|toc|ifdef|ifndef|ifeval|endif)::([^[\s]*)\[([^\]]*)\]/;

/** AsciiDoc as Markdown that reads well: line by line, roughly. Nothing is evaluated or included. */
export function asciiDocToMarkdown(text: string): string {
  const lines = text.split('\n');
  const attributes = new Map<string, string>();
  for (const line of lines) {
    const [, name, value = ''] = attribute.exec(line) ?? [];
    if (name) attributes.set(name.toLowerCase(), value.trim());
  }
  return new AsciiDocConverter(attributes).blocks(lines).join('\n');
}

class AsciiDocConverter {
  private depth = 0;
  /** The attributes in `[…]` above the next block. */
  private style = '';
  /** Markers of the lists that are open, outermost first: a new one nests, a known one returns to its level. */
  private open: string[] = [];
  /** Set by a lone `+`: the next block belongs to the list item. */
  private attached = false;

  constructor(private readonly attributes: ReadonlyMap<string, string>) {}

  blocks(lines: readonly string[]): string[] {
    if (this.depth >= deepest) return codeBlock(lines);
    this.depth += 1;
    const outer = this.open;
    this.open = [];
    const markdown: string[] = [];
    for (let at = 0; at < lines.length; ) at = this.block(lines, at, markdown);
    this.open = outer;
    this.depth -= 1;
    return markdown;
  }

  private readonly inline = (text: string): string => asciiDocInline(text, this.attributes);

  private block(lines: readonly string[], at: number, markdown: string[]): number {
    const line = (lines[at] ?? '').trimEnd();
    const fence = delimiter.exec(line)?.[0];
    if (fence !== undefined) return this.delimited(lines, at, fence, line, markdown);
    const [, attributes] = blockAttributes.exec(line) ?? [];
    if (attributes !== undefined) this.style = attributes;
    else if (line === '+') this.attached = this.open.length > 0;
    else if (line === '') markdown.push('');
    else if (!line.startsWith('//') && !attribute.test(line)) this.line(line, markdown);
    return at + 1;
  }

  private line(line: string, markdown: string[]): void {
    const [, marks, title] = heading.exec(line) ?? [];
    const [, marker, item] = listMarker.exec(line) ?? [];
    const [, label, note] = admonition.exec(line) ?? [];
    const [, word, definition] = term.exec(line) ?? [];
    const macro = blockMacro.exec(line);
    if (marks && title) {
      this.open = [];
      markdown.push('', `${'#'.repeat(marks.length)} ${this.inline(title)}`, '');
    } else if (macro) markdown.push(...this.indent(blockMacroLines(macro)));
    else if (label && note) markdown.push(...this.indent(callout(capitalized(label), [this.inline(note)])));
    else if (marker && item) markdown.push(this.item(marker, item));
    else if (word && !/^https?$/.test(word))
      markdown.push(`- **${this.inline(word)}** ${this.inline(definition ?? '')}`.trimEnd());
    else if (/^\.[^\s.]/.test(line)) markdown.push('', `**${this.inline(line.slice(1))}**`, '');
    else if (/^(?:'{3,}|-{3}|\*{3})$/.test(line)) markdown.push('', '* * *', '');
    else if (line !== '<<<') this.text(line, markdown);
    this.style = '';
  }

  private item(marker: string, text: string): string {
    const kind = /^\d|^[a-z]/.test(marker) ? '1.' : marker;
    const level = this.open.indexOf(kind);
    this.open = level < 0 ? [...this.open, kind] : this.open.slice(0, level + 1);
    const ordered = /^[.\da-z]/.test(marker);
    return `${'    '.repeat(this.open.length - 1)}${ordered ? '1.' : '-'} ${this.inline(text)}`;
  }

  /**
   * A line of a paragraph. After a blank line it ends the open lists, unless a lone `+` attached it to the last item.
   */
  private text(line: string, markdown: string[]): void {
    const isFresh = markdown.length === 0 || markdown.at(-1) === '';
    if (isFresh && !this.attached) this.open = [];
    const lead = this.attached ? [''] : [];
    const indent = '    '.repeat(this.open.length);
    markdown.push(...lead, indent + this.inline(line.trim()).replace(/^#/, '\\#'));
    this.attached = false;
  }

  private delimited(lines: readonly string[], at: number, fence: string, line: string, markdown: string[]): number {
    let end = at + 1;
    while (end < lines.length && (lines[end] ?? '').trimEnd() !== fence) end += 1;
    const body = lines.slice(at + 1, end);
    const style = this.style;
    this.style = '';
    if (!this.attached) this.open = [];
    markdown.push('', ...this.indent(this.delimitedLines(fence, line, body, style)), '');
    return end + 1;
  }

  private delimitedLines(fence: string, line: string, body: readonly string[], style: string): string[] {
    if (fence.startsWith('////')) return [];
    if (fence.endsWith('===') && !fence.startsWith('=')) {
      return asciiDocTable(body, /cols="?([^"\]]+)"?/.exec(style)?.[1], this.inline);
    }
    if (verbatim.test(fence)) return codeBlock(body, line.slice(fence.length) || (style.split(',')[1] ?? '').trim());
    const label = admonitionStyle.exec(style)?.[0] ?? '';
    return fence === '--' && !label ? this.blocks(body) : callout(capitalized(label), this.blocks(body));
  }

  private indent(lines: readonly string[]): string[] {
    const indent = this.attached ? '    '.repeat(this.open.length) : '';
    this.attached = false;
    return lines.map((line) => (line ? indent + line : line));
  }
}

function blockMacroLines([, name, target = '', text = '']: RegExpExecArray): string[] {
  if (name === 'image') return [image(text.split(',')[0]?.replace(/^alt=|"/g, '') ?? '', target)];
  return name === 'include' || name === 'video' ? [link(target, target)] : [];
}

/**
 * The cells between two `|===` lines. The number of columns comes from `cols`, else from the first line that holds
 * cells: what AsciiDoc itself does. Spans and cell styles are not kept.
 */
function asciiDocTable(lines: readonly string[], cols: string | undefined, inline: (text: string) => string): string[] {
  const cells: string[] = [];
  let width = columnCount(cols);
  for (const line of lines) {
    const parts = line.split(/(?<!\\)(?:(?<=^|\s)[\d.+*]{0,6}[<^>.]{0,3}[adehlmsv]?)?\|/);
    const [before = '', ...found] = parts;
    if (before.trim() && cells.length > 0) cells.push(`${cells.pop()} ${before.trim()}`.trim());
    cells.push(...found.map((cell) => cell.trim()));
    if (width === 0) width = found.length;
  }
  const rows: string[][] = [];
  for (let at = 0; at < cells.length && width > 0; at += width)
    rows.push(cells.slice(at, at + width).map((cell) => inline(cell)));
  return table(rows);
}

function columnCount(cols: string | undefined): number {
  if (!cols) return 0;
  const repeated = /^(\d{1,2})\*/.exec(cols)?.[1];
  return repeated ? Number(repeated) : cols.split(/[,;]/).length;
}
