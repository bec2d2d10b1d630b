import { sameNumber } from '../../names/spelling';
import type { RecordKind } from '../record';
import type { NamedRecord } from './fileName';
import { type Heading, ownSeries } from './heading';

/** The series that a title may have where the file's name has none, by what the record is. */
const seriesInTitle: Partial<Record<RecordKind, RegExp>> = {
  decision: ownSeries,
  rfc: /(?:^|-)(?:RFCS?|PROPOSAL)(?:-|$)/,
};
/** `2024 - Plans` is no number of a record. */
const year = /^(?:19|20)\d\d$/;

const behind = /^[A-Za-z]{2,12}[-_ #]{0,2}(\d{1,6})(?![\p{L}\p{N}])/u;

/** The title of a proposal whose number is not the file's is read as its subject: `KEP-2322: Suspend jobs`. */
const inTitle = /^(?:KEP|OEP|PEP|RFD|TEP)-(\d{1,6}):\s/;

/** The number of a title that is not the one in the name of its file, of the same series. */
export function titleNumberOf(
  { id: read, idPrefix, title }: Heading,
  named: NamedRecord,
  kind: RecordKind,
): { readonly titleNumber?: string } {
  const id = read ?? (kind === 'rfc' && named.idPrefix === null ? inTitle.exec(title)?.[1] : null) ?? null;
  if (id === null || named.id === null || !/^\d{1,5}$/.test(named.id)) return {};
  // `1. RFC 12: Use X`: the first numbers chapters.
  if (sameNumber(behind.exec(title)?.[1] ?? '') === sameNumber(named.id)) return {};
  if ((idPrefix === null && read !== null && year.test(id)) || sameNumber(id) === sameNumber(named.id)) return {};
  const isOwn = named.idPrefix === null ? seriesInTitle[kind]?.test(idPrefix ?? '') : idPrefix === named.idPrefix;
  return idPrefix === null || isOwn ? { titleNumber: id } : {};
}
