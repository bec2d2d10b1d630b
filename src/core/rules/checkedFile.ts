import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { groupedBy } from '../lists';
import type { FilePath } from '../ports';
import { type Field, fieldsNamed } from '../records/read/field';
import { readFields } from '../records/read/fields';
import { namedRecord } from '../records/read/fileName';
import { titleSection } from '../records/read/title';
import type { DocRecord } from '../records/record';
import { nameOfKey } from '../records/write/locateField';
import { writtenDateIn } from '../text/dates';
import { readDocument, type SourceDocument } from '../text/document';
import { splitLines } from '../text/lineEnds';
import type { LocalDate } from '../time/localDate';
import type { Span } from './finding';
import { parsedSeriesIn } from './parsedSeries';

/** What a record's head says. Read on first use, once for all rules: most need no more than the document. */
interface Reading {
  readonly fields: readonly Field[];
  /** The line of the title, counted from 1. */
  readonly title: number;
}

/** One file in its current state, with what rules read of it. */
export class CheckedFile {
  private parsed: SourceDocument | undefined;
  private reading: Reading | undefined;
  private rows: readonly string[] | undefined;
  private codeLines: ReadonlySet<number> | undefined;
  private series: ReadonlySet<string> | undefined;
  private byLine: ReadonlyMap<number, readonly Reference[]> | undefined;
  private readonly answers = new Map<unknown, unknown>();

  /** @param records those in it, in order: none, one, or those of a log with the log itself */
  constructor(
    readonly path: FilePath,
    readonly text: string,
    readonly references: readonly Reference[],
    readonly records: readonly DocRecord[],
  ) {}

  /** The lines without their ends. */
  get lines(): readonly string[] {
    this.rows ??= splitLines(this.text);
    return this.rows;
  }

  /** @param number counts from 1 */
  line(number: number): string {
    return this.lines[number - 1] ?? '';
  }

  /** The references on a line, in order. @param line counts from 1 */
  referencesOn(line: number): readonly Reference[] {
    this.byLine ??= groupedBy(this.references, (reference) => reference.line);
    return this.byLine.get(line) ?? [];
  }

  /** Caches what several rules ask of the file. @param answer also the key: not a function made for the call */
  once<T>(answer: (file: CheckedFile) => T): T {
    if (!this.answers.has(answer)) this.answers.set(answer, answer(this));
    return this.answers.get(answer) as T;
  }

  get document(): SourceDocument {
    this.parsed ??= readDocument(this.path, this.text);
    return this.parsed;
  }

  /** See `parsedSeriesIn`. */
  get parsedSeries(): ReadonlySet<string> {
    this.series ??= parsedSeriesIn(this.text);
    return this.series;
  }

  /** The record that is the whole file; undefined for a log of several and for any other file. */
  get record(): DocRecord | undefined {
    const [only, ...others] = this.records;
    return others.length === 0 && only?.part === undefined ? only : undefined;
  }

  /** Whether a line of a document is an example or a comment, which says nothing of this repository. */
  isExample(number: number): boolean {
    if (!isProsePath(this.path)) return false;
    this.codeLines ??= new Set(
      this.document.lines.flatMap((line) => (line.kind === 'code' || line.kind === 'hidden' ? [line.number] : [])),
    );
    return this.codeLines.has(number);
  }

  /** The text of the heading that a line of a document is below; empty where there is none. */
  headingAbove(number: number): string {
    if (!isProsePath(this.path)) return '';
    const heading = this.document.lines.findLast((line) => line.kind === 'heading' && line.number < number);
    return heading?.kind === 'heading' ? heading.text : '';
  }

  /** The fields that state a status, best place first. Only for `record`. */
  statusFields(): readonly Field[] {
    return fieldsNamed(this.read().fields, 'status', 'superseded');
  }

  /** A whole line without the white space around it. */
  lineSpan(number: number): Span {
    const line = this.line(number).replace(/^\ufeff/, '');
    const start = line.length - line.trimStart().length;
    const end = Math.max(line.trimEnd().length, start);
    return { startLine: number, startColumn: start + 1, endLine: number, endColumn: end + 1 };
  }

  /** The first place of a text in the lines `from` to `to`, both included; null where it is in none. */
  spanOf(text: string, from = 1, to = this.lines.length): Span | null {
    if (text === '') return null;
    for (let number = from; number <= Math.min(to, this.lines.length); number++) {
      const at = this.line(number).indexOf(text);
      if (at >= 0) return spanAt(number, at, text.length);
    }
    return null;
  }

  /** Where a finding about a record as a whole stands: at its title. */
  titleSpan(record: DocRecord): Span {
    return this.lineSpan(record.part?.line ?? this.read().title);
  }

  /** Where the record's status stands, else its title. */
  statusSpan(record: DocRecord): Span {
    const field = record.part ? undefined : this.statusFields()[0];
    if (field === undefined) return this.titleSpan(record);
    const isStatus = (line: string) => /^["']?(?:[\w-]*status|state)["']?\s{0,3}[:=]/i.test(line);
    return this.valueSpan(field, isStatus) ?? this.titleSpan(record);
  }

  /** Where the record's deadline stands, else its title. @param date the deadline as it was parsed */
  deadlineSpan(record: DocRecord, date: LocalDate): Span {
    const first = record.part?.line ?? 1;
    const last = record.part?.endLine ?? this.lines.length;
    const isOfHead = ({ line, zone }: Field) => zone !== 'body' && (line === 0 || (line >= first && line <= last));
    const states = ({ values }: Field) => values.some((value) => writtenDateIn(value)?.date === date);
    const field = fieldsNamed(this.read().fields, 'deadline').find((each) => isOfHead(each) && states(each));
    if (field === undefined) return this.titleSpan(record);
    return this.valueSpan(field, (line) => nameOfKey(line) === 'deadline') ?? this.titleSpan(record);
  }

  /** @param isKey whether a line of the front matter states the field */
  private valueSpan({ line, values }: Field, isKey: (line: string) => boolean): Span | null {
    const value = values[0]?.split('\n', 1)[0] ?? '';
    if (line > 0) return this.spanOf(value, line, line + 12) ?? this.lineSpan(line);
    const end = this.document.frontMatter.lines;
    for (let number = 2; number < end; number++) {
      if (isKey(this.line(number))) return this.spanOf(value, number, number) ?? this.lineSpan(number);
    }
    return null;
  }

  private read(): Reading {
    if (this.reading) return this.reading;
    const { document } = this;
    const title = titleSection(document, namedRecord(this.path));
    this.reading = {
      fields: readFields(document, title),
      title: title?.heading.number ?? Math.min(document.frontMatter.lines + 1, Math.max(1, this.lines.length)),
    };
    return this.reading;
  }
}

/** @param at counts from 0 */
export function spanAt(line: number, at: number, length: number): Span {
  return { startLine: line, startColumn: at + 1, endLine: line, endColumn: at + 1 + length };
}

export function spanOfReference({ line, column, length }: Reference): Span {
  return spanAt(line, column - 1, length);
}
