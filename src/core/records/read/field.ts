import type { Section, SourceDocument } from '../../text/document';
import type { RecordFormat } from '../record';
import type { FieldName } from './fieldNames';

/**
 * Where a field stands, best first:
 * - `front`: front matter
 * - `head`: what a reader sees below the title
 * - `section`: a heading of that name
 * - `attribute`: an AsciiDoc attribute
 * - `title`: a word beside the title
 * - `body`: a label anywhere else, which counts for a status alone
 */
export const zones = ['front', 'head', 'section', 'attribute', 'title', 'body'] as const;
export type Zone = (typeof zones)[number];

/** A name with what is written there: one value a line, list item or cell, markup kept. */
export interface Field {
  readonly name: FieldName;
  readonly values: readonly string[];
  readonly zone: Zone;
  readonly format: RecordFormat;
  /** Counts from 1; 0 for front matter. */
  readonly line: number;
}

/** The most values that are read of one field; a section called Status may be a whole essay. */
export const maxValues = 60;

/**
 * Whether a section lies so deep that what is in it is about a part of the text: `##### Status` of an interface that is
 * described.
 */
export function isDeep({ heading }: Section, title: Section | null): boolean {
  return heading.level > (title?.heading.level ?? 1) + 2;
}

/** In AsciiDoc and reStructuredText the format is that language, wherever the field stands. */
export function fieldFormat({ flavour }: SourceDocument, format: RecordFormat): RecordFormat {
  return flavour === 'markdown' ? format : flavour;
}

/** The fields of that name, best place first. */
export function fieldsNamed(fields: readonly Field[], ...names: readonly FieldName[]): readonly Field[] {
  return fields.filter(({ name }) => names.includes(name));
}
