import { splitLines } from '../../text/lineEnds';
import { plainText } from '../../text/plainText';
import { fieldsNamed } from '../read/field';
import { sourceOf } from '../read/readRecord';
import { readTitle } from '../read/title';
import type { ParsedRecord } from '../record';

/** A number in a text; line and column count from 1. */
export interface NumberPlace {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}

const titleKey = /^title[ \t]{0,4}:[ \t]{0,4}["']?(?:[A-Za-z]{2,12}[-_ #:]{0,3})?(\d{1,6})(?!\d)/;
const numberKey =
  /^(?:id|number|adr|adr[-_](?:id|number))[ \t]{0,4}:[ \t]{0,4}["']?(?:[A-Za-z]{2,12}[-_ ]?)?(\d{1,6})["']?[ \t]*$/i;

/**
 * Where the text of a record's file states a number of it, whatever the number and the markup: in its title, and in a field
 * that is the number.
 */
export function numberPlaces(
  record: Pick<ParsedRecord, 'path' | 'kind' | 'part'>,
  text: string,
): readonly NumberPlace[] {
  const source = sourceOf(record, text);
  if (source === null) return [];
  const { document, findings } = source;
  const rows = splitLines(text);
  const places: NumberPlace[] = [];
  const add = (line: number, digits: string | null | undefined) => {
    const at = digits ? standing(rows[line - 1] ?? '', digits) : -1;
    if (digits && at >= 0) places.push({ line, column: at + 1, length: digits.length, text: digits });
  };
  const front = record.part ? 0 : document.frontMatter.lines;
  for (let line = 2; line < front; line++) {
    const row = rows[line - 1] ?? '';
    add(line, (titleKey.exec(row) ?? numberKey.exec(row))?.[1]);
  }
  const { title, fields, named } = findings;
  if (title) add(title.heading.number, readTitle(document, title, [], named).id);
  for (const { line, zone, values } of fieldsNamed(fields, 'id'))
    if (zone !== 'body' && line > 0)
      add(line, /(\d{1,6})$/.exec(plainText(values[0] ?? '', document.definitions))?.[1]);
  return places;
}

/** The first index of the digits that is not within a longer number, or -1. */
function standing(row: string, digits: string): number {
  return row.search(new RegExp(`(?<!\\d)${digits}(?!\\d)`));
}
