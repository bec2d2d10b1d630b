import type { DraftLine } from '../../drafts/draft';
import { ask, type Prompt } from '../../drafts/prompts';
import { dateIn } from '../../text/dates';
import { isSeparator, pipeCells } from '../../text/tableCells';
import { isNothing } from '../../text/unfilled';
import type { FieldName } from '../read/fieldNames';
import { fitted, replacedLine, shorter, type Values, valuesByLine } from './headValues';
import { type HouseLines, labelledIn, type Span } from './houseLines';
import type { Source } from './sibling';
import type { NextRecord } from './skeletonValues';

export interface WrittenHead {
  readonly lines: readonly DraftLine[];
  /** The fields that it has. */
  readonly named: ReadonlySet<FieldName>;
}

/** `Ann Lee <ann@example.org>` and `v0.1, 2024-01-22`, the second and third line of an AsciiDoc document. */
const author = /^[\p{L}][\p{L} .,'-]{1,80}<[^<>\s@]{1,100}@[^<>\s@]{1,200}>$/u;
const revision = /^v\d[\w.]{0,12}(?:,\s*\S.*)?$/;
/** A line that opens a block, whose text comes below. */
const opening = /^(?:={4,}|\*{4,}|_{4,}|--|:::.+)$/;

/**
 * The lines of a head, with what is known filled in: labelled lines, the frame of a table, and the lines that most of the
 * other records have as well.
 */
export function headLines(source: Source, house: HouseLines, span: Span, next: NextRecord): WrittenHead {
  const writer = new HeadWriter(source, house, span, next);
  return { lines: writer.write(), named: writer.values.named };
}

/** Goes down the lines of a head once. */
class HeadWriter {
  private readonly kept: DraftLine[] = [];
  readonly values: Values;
  /** Whether the last line kept is one that most records have, below which each has text of its own. */
  private isOpen = false;
  /** What closes the block that is open. */
  private block: string | null = null;
  private blockTitle = '…';

  constructor(
    private readonly source: Source,
    private readonly house: HouseLines,
    private readonly span: Span,
    private readonly next: NextRecord,
  ) {
    this.values = valuesByLine(source, span, next);
  }

  write(): readonly DraftLine[] {
    const { kept, span } = this;
    for (let number = span.start; number < span.end; number++) number = this.take(number);
    while (kept.at(-1) === '') kept.pop();
    return kept;
  }

  /** @returns the last line that it took */
  private take(number: number): number {
    const line = this.source.lines.lineOf(number);
    const replaced = replacedLine(this.source, this.values, number);
    if (replaced === null) return number;
    if (this.isSigned(line))
      this.keep(author.test(line) ? [ask('name'), ' <', ask('e-mail'), '>'] : `v0.1, ${this.next.facts.today}`);
    else if (replaced !== undefined) this.keep(replaced);
    else if (line.trim() === '') this.gap();
    else {
      const form = this.house.next(line);
      const log = form === null || isHeader(line, this.after(number)) ? this.logTable(number) : null;
      if (log !== null) return log;
      if (this.isFrame(number)) this.keep(line);
      else if (form !== null) this.keepForm(form);
      else {
        const closing = this.ownBlock(number);
        if (closing !== null) return closing;
        this.ownLine(line);
      }
    }
    return number;
  }

  /** The last line of a block that only this record has, from a line above it that says so: `[WARNING]`, `.Rejected`. */
  private ownBlock(number: number): number | null {
    const lineAt = (at: number) => this.source.lines.lineOf(at).trim();
    let at = number;
    while (at < this.span.end && /^(?:\[[^\]]*\]|\.\p{L}.*)$/u.test(lineAt(at))) at++;
    const fence = lineAt(at);
    if (at === number || !opening.test(fence)) return null;
    for (let end = at + 1; end < this.span.end; end++) if (lineAt(end) === fence) return end;
    return null;
  }

  private after(number: number): string {
    return number + 1 < this.span.end ? this.source.lines.lineOf(number + 1) : '';
  }

  private keep(line: DraftLine): void {
    this.kept.push(line);
    this.isOpen = false;
  }

  private gap(): void {
    if (this.kept.length > 0 && this.kept.at(-1) !== '') this.kept.push('');
    if (this.block === null) this.isOpen = false;
  }

  private keepForm(line: string): void {
    const text = line.trim();
    const isClosing = this.block !== null && (text === this.block || (this.block === ':::' && /^:{3,}$/.test(text)));
    if (isClosing) this.block = null;
    else if (this.block === null && opening.test(text)) this.block = text.startsWith(':::') ? ':::' : text;
    this.blockTitle = /^\.([\p{L}].*)$/u.exec(text)?.[1]?.toLowerCase() ?? (isClosing ? '…' : this.blockTitle);
    this.kept.push(line);
    this.isOpen = !isClosing;
  }

  /** A line of this record alone: its label is kept where most have the same, with a prompt for the value. */
  private ownLine(line: string): void {
    const asked = this.askedLine(line);
    if (asked !== null) this.keep(asked);
    else if (this.isOpen) {
      this.keep([/^\s*(?:>\s?)?/.exec(line)?.[0] ?? '', ask(this.blockTitle)]);
    }
  }

  private askedLine(line: string): DraftLine | null {
    const { source, house, next } = this;
    const found = labelledIn(line);
    const isAlone = found?.isAttribute === true && house.hasLike(/^:/);
    if (found && (house.hasLabel(found.label) || isAlone)) {
      const { lead, label, value } = found;
      if (value === '' || isNothing(value)) return line;
      if (Number(value) === source.number && next.number !== null)
        return lead + String(next.number).padStart(value.length, '0');
      const isDay =
        dateIn(value) !== null && /(?:^|[ _-])(?:upd|updated|modified|changed|created|date)\b|upd_date/.test(label);
      const given: string | Prompt = isDay ? next.facts.today : ask(label.replace(/[_-]+/g, ' ').replace(/^adr /, ''));
      const rest = line.slice(lead.length + value.length);
      return [lead, given, line.includes('|') ? fitted(rest, shorter(value, given)) : ''];
    }
    return null;
  }

  /** Whether a line states the author or the revision, and most records have such a line. */
  private isSigned(line: string): boolean {
    if (this.source.document.flavour !== 'asciidoc') return false;
    return [author, revision].some((form) => form.test(line) && this.house.hasLike(form));
  }

  /** What holds a table with known values together: its rule, and the row above it. */
  private isFrame(number: number): boolean {
    const line = this.source.lines.lineOf(number);
    if (!line.includes('|')) return false;
    const isRule = isSeparator(line) || isSeparator(this.after(number)) || /^\|={3,}$/.test(line.trim());
    return isRule && this.tableAt(number).some((row) => this.hasField(row));
  }

  private hasField(number: number): boolean {
    return this.values.labels.has(number) || this.values.edits.has(number);
  }

  /** The lines of the table that a line belongs to. */
  private tableAt(number: number): number[] {
    const { lines } = this.source;
    const isRow = (at: number) => at >= this.span.start && at < this.span.end && lines.lineOf(at).trim() !== '';
    let start = number;
    let end = number;
    while (isRow(start - 1)) start--;
    while (isRow(end + 1)) end++;
    return Array.from({ length: end - start + 1 }, (_, at) => start + at);
  }

  /** A table of revisions that most have, with its first row. @returns its last line; null where it is none */
  private logTable(number: number): number | null {
    const { lines } = this.source;
    const header = lines.lineOf(number);
    if (!isHeader(header, this.after(number))) return null;
    const rows = this.tableAt(number);
    if (rows.some((row) => this.hasField(row))) return null;
    const last = rows.at(-1) ?? number;
    const columns = pipeCells(header);
    if (columns.length < 3 || !this.house.hasColumns(header)) return last;
    const first = pipeCells(lines.lineOf(number + 2));
    const cells = columns.map((column, at): string | Prompt => {
      const cell = first[at] ?? '';
      if (/^v?\d+(?:\.\d+)?$/.test(cell)) return cell;
      if (dateIn(cell) !== null) return this.next.facts.today;
      return ask(/author|by$|who|autor/i.test(column) ? 'who' : column.toLowerCase());
    });
    this.keep(header);
    this.keep(this.after(number));
    this.keep([...cells.flatMap((cell) => ['| ', cell, ' ']), '|']);
    return last;
  }
}

function isHeader(line: string, after: string): boolean {
  return line.includes('|') && isSeparator(after) && !isSeparator(line);
}
