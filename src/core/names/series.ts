import { type DocRecord, fileOf, type ParsedRecord, type RecordKind } from '../records/record';
import { encodeName, encodePath } from '../text/encodeName';
import { datedNumber, sameNumber } from './spelling';

/** The series that a number belongs to where the record itself names none. */
const seriesOfKind: Partial<Record<RecordKind, string>> = { decision: 'ADR', rfc: 'RFC' };

/** Other words for `ADR`; each may also be a series of its own (`AD-0102`), or the key of a ticket system (`DR-12`). */
const wordsForDecision: ReadonlySet<string> = new Set(['AD', 'ADL', 'DR', 'DECISION', 'RECORD']);

/**
 * The series in capitals that a record is cited by: its own where it names one, and that of its kind. A proposal with a
 * series of its own is no RFC: in a text on PEPs `RFC 822` is the IETF's.
 */
export function seriesOf({ idPrefix, kind }: Pick<ParsedRecord, 'idPrefix' | 'kind'>): readonly string[] {
  const own = idPrefix?.toUpperCase();
  const isOther = kind === 'rfc' && own !== undefined && !own.includes('RFC');
  const series = [own, isOther ? undefined : seriesOfKind[kind]];
  return [...new Set(series.filter((name) => name !== undefined))];
}

/** The one series of a record's label: its own, else that of its kind; undefined for kinds without numbers. */
export function mainSeries({ idPrefix, kind }: Pick<ParsedRecord, 'idPrefix' | 'kind'>): string | undefined {
  return idPrefix?.toUpperCase() ?? seriesOfKind[kind];
}

/**
 * The series that a word stands for where no record here belongs to a series of that name: `ADRs`, and `DR-0003` for
 * `ADR-0003`. Only a padded number tells such a word from a ticket's key. Null for any other word.
 */
export function seriesMeant(word: string, digits: string): string | null {
  if (word === 'ADRS' || word === 'RFCS') return word.slice(0, 3);
  return wordsForDecision.has(word) && /^0\d/.test(digits) ? 'ADR' : null;
}

const citedId = new RegExp(String.raw`^(?:\d{1,6}(?:\.\d{1,2}|[a-z])?|${datedNumber})$`);

/** What people call a record: `ADR-0012`. Null where it has no number; a runbook's `0002` is no citation. */
export function recordLabel(record: Pick<ParsedRecord, 'id' | 'idPrefix' | 'kind'>): string | null {
  const series = record.idPrefix ?? seriesOfKind[record.kind];
  if (record.id === null || series === undefined || !citedId.test(record.id)) return null;
  return `${series}-${record.id}`;
}

/**
 * The series of one year, where numbers begin anew each year: of `2024-001` the series with that year behind it. Null
 * without a year.
 */
export function seriesOfYear(series: string, number: string): string | null {
  return number.includes('-') ? `${series}-${number.slice(0, 4)}` : null;
}

/** A label as it is compared: `ADR-12` of `adr` and `0012`. */
export function plainLabel(series: string, digits: string): string {
  return `${series.toUpperCase()}-${sameNumber(digits)}`;
}

/** Characters that would end a path for the scanner (`findPaths.ts`), or end the comment that it is written into. */
const ending = /[\s\p{C}"'`()<>[\]{},;|=*%]/gu;

/** What cites a record in a comment: `ADR-0012`, or its path where it has no label, percent-encoded as needed. */
export function citationOf(record: Pick<DocRecord, 'id' | 'idPrefix' | 'kind' | 'path'>): string {
  return recordLabel(record) ?? record.path.replace(ending, (one) => encodeName(one));
}

/** Where a record is, as a part of an address, with the anchor of one in a file that holds several. */
export function recordAddress(record: Pick<DocRecord, 'path' | 'part'>): string {
  const file = fileOf(record);
  const anchor = record.path.slice(file.length + 1);
  return anchor === '' ? encodePath(file) : `${encodePath(file)}#${encodeName(anchor)}`;
}
