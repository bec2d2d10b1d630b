import { citationOf, recordLabel } from '../names/series';
import { sameNumber, stemOf } from '../names/spelling';
import type { FilePath } from '../ports';
import type { DocRecord } from '../records/record';
import type { Reference } from './link';

/** How code in this repository cites records: by number in one spelling, by an annotation, a wiki link or a path. */
export type CitingHouse =
  | { readonly by: 'number'; readonly join: string; readonly isLower: boolean; readonly isPadded: boolean }
  | { readonly by: 'annotation'; readonly mark: string; readonly isNumber: boolean }
  | { readonly by: 'wiki' }
  | { readonly by: 'path' };

const usual: CitingHouse = { by: 'number', join: '-', isLower: false, isPadded: true };
/** The most citations that are counted; the usual way is clear long before. */
const looked = 5_000;

/**
 * The way in which most citations in code are written; `ADR-0012` where nothing cites anything.
 * @param isDocument whether the file is a text about the code, whose citations do not count
 */
export function citingHouse(
  references: readonly { readonly file: FilePath; readonly reference: Reference }[],
  isDocument: (file: FilePath) => boolean,
): CitingHouse {
  const counts = new Map<string, { readonly house: CitingHouse; count: number }>();
  for (const { file, reference } of references.slice(0, looked)) {
    const house = reference.resolution === 'resolved' && !isDocument(file) ? houseOf(reference) : null;
    if (house === null) continue;
    const key = JSON.stringify(house);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { house, count: 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.house ?? usual;
}

function houseOf({ form, text, number }: Reference): CitingHouse | null {
  switch (form) {
    case 'id': {
      const [, series = '', join = '', digits = ''] =
        /^([A-Za-z][A-Za-z-]{0,30}?)([-_ #]{0,2})(\d{1,6})$/.exec(text) ?? [];
      if (digits === '') return annotationOf(text, number);
      // In small letters and with a blank it is the rest of `@adr 12`, whose mark is not part of the reference.
      if (/^(?:adr|rfc)$/.test(series) && join === ' ')
        return { by: 'annotation', mark: `@${series} `, isNumber: true };
      return { by: 'number', join, isLower: series === series.toLowerCase(), isPadded: digits !== sameNumber(digits) };
    }
    case 'annotation':
      return annotationOf(text, number);
    case 'wiki':
      return { by: 'wiki' };
    case 'path':
      return { by: 'path' };
    default:
      return null;
  }
}

/** How an annotation is written, by its mark before a number or a name; null where a bracket follows the mark. */
function annotationOf(text: string, number: string | null): CitingHouse | null {
  const mark = /^@[A-Za-z]{2,6}[ \t:]{1,3}(?=[\p{L}\p{N}])/u.exec(text)?.[0];
  return mark === undefined ? null : { by: 'annotation', mark, isNumber: number !== null };
}

/** A citation of the record in that way; by `citationOf` where the record has no number or file of its own for it. */
export function houseCitation(record: DocRecord, house: CitingHouse): string {
  const { id } = record;
  const label = recordLabel(record);
  switch (house.by) {
    case 'number': {
      if (label === null || id === null) return citationOf(record);
      const series = label.slice(0, label.length - id.length - 1);
      const number = house.isPadded ? id : sameNumber(id);
      return `${house.isLower ? series.toLowerCase() : series}${house.join}${number}`;
    }
    case 'annotation':
      if (house.isNumber && label !== null && id !== null) return `${house.mark}${id}`;
      return record.part ? citationOf(record) : `${house.mark}${stemOf(record.path)}`;
    case 'wiki':
      return record.part ? citationOf(record) : `[[${stemOf(record.path)}]]`;
    case 'path':
      return record.part ? citationOf(record) : citationOf({ ...record, id: null });
  }
}
