import { type HeadingLine, hidden, type Line, type TextLine } from './line';

/** A complete row of an HTML table; for a definition list a term with its definition. */
interface HtmlRow {
  readonly cells: readonly string[];
  /** Whether all of its cells are headings. */
  readonly header: boolean;
}

const opens = /<(?:table|tr|t[dh]|dl)\b/i;
const tag = /<(\/?)(table|tr|td|th|dl|dt|dd|thead|tbody|tfoot|caption|colgroup|col)\b[^<>]{0,500}>/gi;
const maxCells = 64;
const maxCell = 1_000;
/** A longer table is no table of fields, or was never closed. */
const maxLines = 400;

/** The lines of a Markdown document with the tables that are written in HTML as rows. */
export function withHtmlTables(lines: readonly Line[]): Line[] {
  const table = new HtmlTable();
  return lines.flatMap((line): Line[] => {
    const rows = line.kind === 'text' || line.kind === 'heading' ? table.take(line) : null;
    if (rows === null) return [line];
    const { number } = line;
    return rows.length === 0 ? [hidden(number)] : rows.map((row) => ({ kind: 'row', ...row, number }));
  });
}

/** Reads tables line by line. */
class HtmlTable {
  private lines = -1;
  private row: { cells: string[]; headings: number } | null = null;
  private cell: string | null = null;

  /** The rows that end on a line of a table; null where the line is not in a table. */
  take({ kind, text }: TextLine | HeadingLine): readonly HtmlRow[] | null {
    if (this.lines < 0 && !opens.test(text)) return null;
    if (kind === 'heading' || ++this.lines > maxLines) {
      this.end();
      return null;
    }
    const rows: HtmlRow[] = [];
    let at = 0;
    for (const match of text.matchAll(tag)) {
      this.text(text.slice(at, match.index));
      at = match.index + match[0].length;
      this.tag(match[2]?.toLowerCase() ?? '', match[1] === '/', rows);
    }
    this.text(text.slice(at));
    return rows;
  }

  private tag(name: string, closes: boolean, rows: HtmlRow[]): void {
    if (/^(?:t[dh]|d[dt])$/.test(name)) {
      this.endCell();
      if (closes) return;
      if (name === 'dt') this.endRow(rows);
      this.row ??= { cells: [], headings: 0 };
      if (name === 'th') this.row.headings++;
      this.cell = '';
      return;
    }
    if (name !== 'tr' && name !== 'table' && name !== 'dl') return;
    this.endCell();
    this.endRow(rows);
    if (name !== 'tr' && closes) this.end();
    else this.lines = Math.max(this.lines, 0);
  }

  private text(text: string): void {
    if (this.cell !== null && this.cell.length < maxCell) this.cell = `${this.cell} ${text.trim()}`.trim();
  }

  private endCell(): void {
    if (this.cell !== null && this.row && this.row.cells.length < maxCells) this.row.cells.push(this.cell);
    this.cell = null;
  }

  private endRow(rows: HtmlRow[]): void {
    if (this.row && this.row.cells.length > 0) {
      rows.push({ cells: this.row.cells, header: this.row.headings === this.row.cells.length });
    }
    this.row = null;
  }

  private end(): void {
    this.lines = -1;
    this.row = null;
    this.cell = null;
  }
}
