import { headerLines } from './asciidocHeader';
import { CommentStripper } from './comments';
import { blank, code, hidden, type Line } from './line';

/** Lines that open and close a block whose content is not text. */
const codeFence = /^(?:-{4,}|\.{4,}|`{3,}|\+{4,}|\/{4,})$/;
/** AsciiDoc accepts Markdown's `#` as well. */
const heading = /^(={1,6}|#{1,6})\s+(\S.*)$/s;
/** `:status: accepted`; many records say in the body only `* Status: {status}`. */
const attribute = /^:([A-Za-z0-9_][\w-]{0,60}):(?:\s+(.*))?$/s;
/** `:toc!:` and `:!toc:`. */
const unset = /^:!?[\w-]{1,60}!?:/;
/** `Status:: accepted`. */
const listEntry = /^([A-Za-z][^:]{0,40})::(?:\s+(.*))?$/s;
const listItem = /^\s*(\*{1,5}|-|\.{1,5}|\d{1,9}\.)\s+/;
/** Borders of blocks whose content is text (examples, sidebars, quotes), and breaks. */
const rule = /^(?:={4,}|\*{4,}|_{4,}|--|'''|<<<)$/;
/** Block attributes such as `[cols=…]`, and block macros; an included file is read as a file of its own. */
const blockLine = /^(?:\[[^\]]*\]|(?:include|ifdef|ifndef|endif|ifeval|image|toc)::.*)$/s;
/** `[[name]]`, which links to this place. */
const anchorMark = /\[\[[^[\]]{1,100}\]\]/g;
const attributeReference = /\{([\w-]{1,60})\}/g;
/** `2+^.>s` before a pipe: the span, alignment and style of a cell. */
const cellMark = /^(?:\d+\*|\d*(?:\.\d+)?\+)?[<^>.]*[adehlmsv]?$/;
/**
 * The longest value of an attribute that is kept, so that references to it cannot blow up a line
 * (docs/security.md#r32).
 */
const maxValue = 500;

/** AsciiDoc as lines of known kind, with attribute references replaced; see `markdownLines` for the parameters. */
export function asciidocLines(source: readonly string[], first: number): Line[] {
  const scanner = new AsciidocScanner();
  const header = headerLines(source);
  source.forEach((line, index) => {
    const stated = header.get(index);
    if (stated) scanner.lines.push({ kind: 'attribute', ...stated, visible: true, number: first + index });
    else scanner.take(line, first + index);
  });
  scanner.endTable();
  return scanner.lines;
}

class AsciidocScanner {
  readonly lines: Line[] = [];
  private readonly comments = new CommentStripper();
  private readonly attributes = new Map<string, string>();
  private fence: string | null = null;
  private table: TableCells | null = null;
  private columns = 0;

  take(raw: string, number: number): void {
    const trimmed = raw.trim();
    if (this.fence !== null) {
      if (trimmed === this.fence) this.fence = null;
      this.lines.push(code(number));
      return;
    }
    if (codeFence.test(trimmed)) {
      this.fence = trimmed;
      this.lines.push(code(number));
      return;
    }
    if (this.tableLine(trimmed, number)) return;
    const line = this.comments.strip(raw);
    if (line.trim() === '') this.lines.push(trimmed === '' ? blank(number) : hidden(number));
    else this.lines.push(this.classify(line, number));
  }

  endTable(): void {
    this.lines.push(...(this.table?.rows(this.columns) ?? []));
    this.table = null;
    this.columns = 0;
  }

  private classify(line: string, number: number): Line {
    const trimmed = line.trim();
    if (/^[\p{L}\d(*_`"']/u.test(trimmed) && !trimmed.includes('::') && !listItem.test(line) && !rule.test(trimmed)) {
      return { kind: 'text', indent: 0, text: this.fill(trimmed), number };
    }
    const columns = trimmed.startsWith('[') ? /\bcols\s*=\s*"?([^"\]]*)/.exec(trimmed)?.[1] : undefined;
    if (columns !== undefined) this.columns = countColumns(columns);
    if (trimmed.startsWith('//') || rule.test(trimmed) || blockLine.test(trimmed)) return hidden(number);
    const set = attribute.exec(trimmed);
    if (set) return this.setAttribute(set[1] ?? '', set[2] ?? '', number);
    if (unset.test(trimmed)) return hidden(number);
    const marks = heading.exec(trimmed);
    if (marks) return { kind: 'heading', level: marks[1]?.length ?? 1, text: this.fill(marks[2] ?? ''), number };
    const entry = listEntry.exec(trimmed);
    if (entry && !trimmed.includes('[')) {
      return { kind: 'attribute', name: entry[1] ?? '', text: this.fill(entry[2] ?? ''), visible: true, number };
    }
    const marker = listItem.exec(line);
    if (marker) {
      const text = this.fill(line.slice(marker[0].length).trim());
      const mark = marker[1] ?? '';
      return { kind: 'item', indent: mark.length, ordered: mark.endsWith('.'), text, number };
    }
    return { kind: 'text', indent: 0, text: this.fill(trimmed), number };
  }

  private setAttribute(name: string, value: string, number: number): Line {
    const text = this.fill(value.trim()).slice(0, maxValue);
    if (this.attributes.size < 200) this.attributes.set(name.toLowerCase(), text);
    return { kind: 'attribute', name, text, visible: false, number };
  }

  /** Puts attributes in once; values are short and not looked at again, so nothing can grow without end. */
  private fill(written: string): string {
    const text = written.includes('[[') ? written.replace(anchorMark, '').trim() : written;
    if (!text.includes('{')) return text;
    let filled = 0;
    return text.replace(attributeReference, (whole, name: string) => {
      const value = this.attributes.get(name.toLowerCase());
      return value === undefined || filled++ > 50 ? whole : value;
    });
  }

  private tableLine(trimmed: string, number: number): boolean {
    if (/^[|!]={3,}$/.test(trimmed)) {
      this.lines.push(hidden(number));
      if (this.table) this.endTable();
      else this.table = new TableCells();
      return true;
    }
    if (!this.table) return false;
    // What a form keeps for later: `//| Superseded-By`.
    if (/^\/\/(?!\/)/.test(trimmed)) return true;
    if (trimmed.startsWith('[') && trimmed.endsWith(']')) return false;
    this.table.take(this.fill(trimmed), number);
    return true;
  }
}

/** Collects the cells of a table, on one line or on many; rows are split by the number of columns. */
class TableCells {
  private readonly cells: { text: string; readonly number: number }[] = [];
  private firstLine = 0;

  take(line: string, number: number): void {
    const parts = line.split('|', 200);
    if (parts.length > 1) {
      const [before = '', ...cells] = parts;
      if (!cellMark.test(before.trim())) this.append(before);
      for (const cell of cells) this.cells.push({ text: cell.trim().replace(/\s\d*\+?[aehms]$/, ''), number });
      if (this.firstLine === 0) this.firstLine = cells.length;
    } else if (line !== '') this.append(line);
  }

  rows(columns: number): Line[] {
    const width = columns > 0 ? columns : Math.max(1, this.firstLine);
    const rows: Line[] = [];
    for (let at = 0; at < this.cells.length; at += width) {
      const row = this.cells.slice(at, at + width);
      rows.push({ kind: 'row', cells: row.map(({ text }) => text), header: false, number: row[0]?.number ?? 0 });
    }
    return rows;
  }

  private append(text: string): void {
    const last = this.cells.at(-1);
    if (last && last.text.length < maxValue) last.text = `${last.text} ${text}`.trim();
  }
}

function countColumns(spec: string): number {
  // `3*` and `3` alone are three; `1,3` are the widths of two.
  const repeated = /^\s*(\d{1,2})(?:\*|\s*$)/.exec(spec)?.[1];
  return repeated === undefined ? Math.min(spec.split(',').length, 64) : Number(repeated);
}
