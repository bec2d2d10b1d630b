import type { Section, SourceDocument } from '../../text/document';
import { type ItemLine, type RowLine, textOf } from '../../text/line';
import { plainText } from '../../text/plainText';
import type { RecordFormat } from '../record';
import { type Field, fieldFormat, isDeep, maxValues } from './field';
import { type FieldName, fieldNamed, fieldOfSection } from './fieldNames';
import { readBadges, readLabel, readLabels } from './labels';
import { sectionNames } from './sectionNames';
import { tableFields } from './tableFields';

/** The most fields of one document; a record has about twenty. */
const maxFields = 200;

/** What labels, tables and attributes say, in the document's order. */
export function labelledFields(document: SourceDocument, title: Section | null): readonly Field[] {
  return new FieldCollector(document, title).collect();
}

/** Words behind "Date" that make it another date than the record's: `Date of next review: …`, `Date revised: …`. */
const otherDay =
  /^(?:of )?(?:the )?(?:next|last|latest|planned|target|revi\w{1,7}|updated?|expir\w{1,5}|removal|sunset|retire\w{0,4}|deprecat\w{1,4})(?![\p{L}])/iu;

/** Collects labelled lines and tables in one pass. */
class FieldCollector {
  private readonly fields: Field[] = [];
  private zone: 'head' | 'body' = 'head';
  /** The section that weighs options, while the pass is inside of it. */
  private options: Section | null = null;

  constructor(
    private readonly document: SourceDocument,
    private readonly title: Section | null,
  ) {}

  collect(): readonly Field[] {
    const { lines } = this.document;
    const sections = new Map(this.document.sections.map((section) => [section.heading, section]));
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at];
      if (line?.kind === 'heading') this.enter(sections.get(line));
      else if (line?.kind === 'row') at = this.table(at) - 1;
      else if (line?.kind === 'attribute') this.attribute(at);
      else if (line?.kind === 'item' || line?.kind === 'text')
        this.labels(at, line.text, line.kind === 'item' ? line : null);
    }
    return this.fields;
  }

  private enter(section: Section | undefined): void {
    if (section === undefined) return;
    if (this.options && section.heading.level <= this.options.heading.level) this.options = null;
    if (/option|alternativ|variant/.test(section.name)) this.options ??= section;
    const name = fieldOfSection(section.name);
    const isHead =
      section === this.title ||
      this.repeatsTitle(section) ||
      sectionNames.metadata.has(section.name) ||
      ((name === 'status' || name === 'date') && !isDeep(section, this.title));
    this.zone = isHead ? 'head' : 'body';
  }

  /** Some write the title a second time, one level down, and the head below that. */
  private repeatsTitle({ name, heading }: Section): boolean {
    return this.title !== null && name === this.title.name && heading.level === this.title.heading.level + 1;
  }

  /** All rows at once, as the first may name the columns. @returns the position after the last */
  private table(at: number): number {
    const { lines } = this.document;
    const rows: RowLine[] = [];
    let end = at;
    for (; end < lines.length; end++) {
      const line = lines[end];
      if (line?.kind === 'row') rows.push(line);
      else if (line?.kind !== 'hidden') break;
    }
    const isHead = this.zone === 'head';
    for (const { name, values, line } of tableFields(rows, isHead)) this.add(name, values, 'table', line);
    return end;
  }

  private attribute(at: number): void {
    const line = this.document.lines[at];
    if (line?.kind !== 'attribute') return;
    const name = fieldNamed(line.name) ?? this.fieldOfSeries(line.name);
    if (name === null || name === 'title') return;
    // What stands below an empty attribute of AsciiDoc is the text.
    const below = line.visible ? this.valuesBelow(at, null) : [];
    const values = line.text === '' ? below : [line.text, ...this.nested(at, null)];
    if (line.visible) this.add(name, values, 'bullet', line.number);
    else this.fields.push({ name, values, zone: 'attribute', format: 'asciidoc', line: line.number });
  }

  /** `:sdd_status:` below `= SDD 0012 - Use X`: the field of the series that the title has. */
  private fieldOfSeries(name: string): FieldName | null {
    const [, series = '', field = ''] = /^([a-z]{2,6})[_-]([a-z]\w{0,40})$/i.exec(name) ?? [];
    const title = plainText(this.title?.heading.text ?? '');
    return series !== '' && /^[A-Z]{2,6}(?=[-_ #]{1,2}\d)/.exec(title)?.[0] === series.toUpperCase()
      ? fieldNamed(field)
      : null;
  }

  private labels(at: number, text: string, item: ItemLine | null): void {
    if (item === null) this.definition(at, text);
    const labels = readLabels(text);
    labels.forEach((label, index) => {
      const isLast = index === labels.length - 1;
      const values = label.value === '' ? [] : [label.value];
      if (isLast && values.length === 0) values.push(...this.valuesBelow(at, item));
      else if (isLast && label.name === 'title') values[0] = [label.value, ...this.continued(at)].join(' ');
      else if (isLast && label.name === 'authors' && item === null && !label.value.endsWith(','))
        values.push(...this.continued(at));
      else if (isLast && (item || label.value.endsWith(','))) values.push(...this.nested(at, item));
      this.add(label.name, values, item ? 'bullet' : label.bold ? 'bold' : 'plain', this.numberOf(at));
    });
    if (labels.length > 0 || this.zone !== 'head') return;
    for (const { name, value } of readBadges(text, this.document.definitions)) {
      this.add(name, [value], 'plain', this.numberOf(at));
    }
    this.withoutColon(at, text, item);
  }

  /** `* Status accepted`, `Status Accepted`: the colon forgotten. */
  private withoutColon(at: number, text: string, item: ItemLine | null): void {
    const value = /^(?:status|date)\s+(?=[\p{L}\d])/iu.exec(text);
    if (!value || text.length > 60) return;
    const name = value[0].toLowerCase().startsWith('status') ? 'status' : 'date';
    if (name === 'date' && otherDay.test(text.slice(value[0].length))) return;
    // `Status of orders: …` is a sentence.
    if (name === 'status' && /^(?:of|and|or|for|in|at|page|code|codes|quo)(?:\s|$)/i.test(text.slice(value[0].length)))
      return;
    this.add(name, [text.slice(value[0].length)], item ? 'bullet' : 'plain', this.numberOf(at));
  }

  /** `Status` with `: Accepted` in the next line, as a list of definitions has it. */
  private definition(at: number, text: string): void {
    const below = this.document.lines[at + 1];
    const name = below?.kind === 'text' && /^:\s/.test(below.text) ? fieldNamed(plainText(text)) : null;
    if (name !== null && below?.kind === 'text')
      this.add(name, [below.text.slice(1).trim()], 'plain', this.numberOf(at));
  }

  private numberOf(at: number): number {
    return this.document.lines[at]?.number ?? 0;
  }

  private add(name: FieldName, values: readonly string[], format: RecordFormat, line: number): void {
    // What became of an option is not what became of the record.
    if (this.fields.length >= maxFields || (name === 'status' && this.options !== null && this.zone === 'body')) return;
    this.fields.push({ name, values, zone: this.zone, format: fieldFormat(this.document, format), line });
  }

  /** The lines right below a label that are indented deeper. */
  private continued(at: number): string[] {
    const { lines } = this.document;
    const label = lines[at];
    const indent = label?.kind === 'text' ? label.indent : 0;
    const below = lines.slice(at + 1, at + 5);
    const end = below.findIndex(
      (line) => line.kind !== 'text' || line.indent <= indent || readLabel(line.text) !== null,
    );
    return below.slice(0, end < 0 ? below.length : end).flatMap((line) => textOf(line) ?? []);
  }

  /** Deeper items and indented lines right below, and what follows a comma: the rest of a list or of a wrapped line. */
  private nested(at: number, item: ItemLine | null): string[] {
    const { lines } = this.document;
    const values: string[] = [];
    for (let next = at + 1; values.length < maxValues; next++) {
      const [above, line] = [lines[next - 1], lines[next]];
      // Without a comma the value is complete, and what stands below it may be anything, such as a label not known here.
      const goesOn = item === null && above !== undefined && /,\s{0,3}$/.test(textOf(above) ?? '');
      const isDeeper =
        (line?.kind === 'item' && item !== null && line.indent > item.indent) ||
        (line?.kind === 'text' && (line.indent > (item?.indent ?? 0) || goesOn));
      if (!isDeeper || readLabel(line.text) !== null) return values;
      values.push(line.text);
    }
    return values;
  }

  /** What follows a label that stands alone: a list, or the next paragraph, up to the next label or heading. */
  private valuesBelow(at: number, item: ItemLine | null): string[] {
    const values: string[] = [];
    let sawText = false;
    for (let next = at + 1; values.length < maxValues; next++) {
      const line = this.document.lines[next];
      if (line === undefined || line.kind === 'heading' || line.kind === 'row') return values;
      if (line.kind === 'blank' && (sawText || (item !== null && values.length > 0))) return values;
      if (line.kind !== 'item' && line.kind !== 'text') continue;
      if (item !== null && line.indent <= item.indent) return values;
      if (readLabel(line.text) !== null) return values;
      if (sawText && line.kind === 'item') return values;
      sawText ||= line.kind === 'text';
      values.push(line.text);
    }
    return values;
  }
}
