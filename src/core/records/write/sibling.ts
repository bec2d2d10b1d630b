import { extension } from '../../files/paths';
import type { SourceDocument } from '../../text/document';
import type { Findings } from '../read/findings';
import { sourceOf } from '../read/readRecord';
import { type DocRecord, fileOf } from '../record';
import { TextLines } from './textLines';

/** A record of the folder, with the text of its file. */
export interface Sibling {
  readonly record: DocRecord;
  readonly text: string;
}

/** A parsed record whose form a new one follows. */
export interface Source {
  readonly record: DocRecord;
  /** The lines of the file that are its own; both count from 1. */
  readonly start: number;
  readonly end: number;
  /** One of several in its file, whose front matter is not its own. */
  readonly isPart: boolean;
  readonly document: SourceDocument;
  readonly findings: Findings;
  readonly lines: TextLines;
  /** Its number, without padding; null where it has none. */
  readonly number: number | null;
}

export function sourcesOf(siblings: readonly Sibling[]): readonly Source[] {
  return siblings.flatMap(({ record, text }) => {
    const read = sourceOf(record, text);
    if (read === null) return [];
    const lines = new TextLines(text);
    const { part, id } = record;
    const digits = /^\d{1,6}$/.exec(id ?? '')?.[0];
    return [
      {
        ...read,
        record,
        lines,
        start: part?.line ?? Math.max(1, read.document.frontMatter.lines + 1),
        end: part?.endLine ?? lines.count,
        isPart: part !== undefined,
        number: digits === undefined ? null : Number(digits),
      },
    ];
  });
}

/** Whether it is more than half: what that many records have is the repository's form, what fewer have is their own. */
export function isMost(having: number, all: number): boolean {
  return having * 2 > all;
}

/**
 * The latest one of the form that more than half have; the latest of all where no form has as many.
 * @param all the latest first; at least one
 * @param formOf names the form in that respect
 */
export function usualOf<T>(all: readonly [T, ...T[]], formOf: (one: T) => string): T {
  const forms = all.map(formOf);
  return all.find((_, at) => isMost(forms.filter((form) => form === forms[at]).length, all.length)) ?? all[0];
}

/** A key for the markup and the place of the head. A new record gets its head from one whose key is that of most. */
export function headForm({ record, document, findings, lines }: Source): string {
  const file = fileOf(record);
  const title = findings.title === null ? 'untitled' : 'titled';
  const front = document.frontMatter.lines > 1 ? 'front' : '';
  return [extension(file).toLowerCase(), title, front, statusForm(findings, lines)].join(' ');
}

/** `front`, `section`, or how the line with the status is written: `- **`, `|`, `**`. */
function statusForm({ stated, fields }: Findings, lines: TextLines): string {
  const field = stated.field ?? fields.find(({ name, zone }) => name === 'status' && zone !== 'body');
  if (field === undefined) return 'none';
  if (field.zone !== 'head') return field.zone;
  const line = lines.lineOf(field.line).trim();
  return line.startsWith('|') || field.format === 'table' ? '|' : (/^(?:[-*+]\s+)?[*_]{0,2}/.exec(line)?.[0] ?? '');
}

/** A line without the record's number, to be compared: `[[adr-0012]]` of one record is `[[adr-0013]]` of the next. */
export function withoutNumber(line: string, number: number | null): string {
  return inNumber(line.trim(), number, () => '\0');
}

/** The line with the next number in place of the record's, padded as it is there. */
export function withNumber(line: string, number: number | null, next: number | null): string {
  if (next === null) return line;
  return inNumber(line, number, (written) => String(next).padStart(written.length, '0'));
}

function inNumber(line: string, number: number | null, to: (written: string) => string): string {
  if (number === null) return line;
  return line.replace(/(?<![\d.])\d{1,6}(?![\d.]?\d)/g, (written) =>
    Number(written) === number ? to(written) : written,
  );
}
