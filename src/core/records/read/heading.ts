import { datedNumber } from '../../names/spelling';
import type { SourceDocument } from '../../text/document';
import { plainText, shorten } from '../../text/plainText';
import { anyOf } from '../../text/wordList';
import { recordLimits } from '../recordLimits';
import type { NamedRecord } from './fileName';

/** A heading taken apart. */
export interface Heading {
  readonly title: string;
  readonly id: string | null;
  readonly idPrefix: string | null;
}

/** `Architecture Decision Record: Use X`, `Runbook - Balance drift`: the kind of document before its title. */
const genre = new RegExp(
  `^(?:${anyOf(
    /title|rfc|adr|[gkpt]ep|rfd|runbook|proposal|design doc(?:ument)?/,
    /(?:[\p{L}]{3,20} )?(?:architectur(?:e|al) )?decision(?: record)?/u,
  )})\\s{0,3}(?:[:\\u2013\\u2014]|-(?=\\s))\\s*`,
  'iu',
);

/** `Architecture Decision Record 12: Use X`: the words before `Record 12`, or before `Decision 12`. */
const genreOfNumber =
  /^(?:architectur(?:e|al) (?=decision[\s#-]{0,3}\d)|(?:architectur(?:e|al) )?decision (?=record[\s#-]{0,3}\d))/i;

/** `12. Use X`, `0012 - Use X`, `#7: Use X`; the mark tells a number from the first word of a title (`3 zones`). */
const numberFirst =
  /^#?(\d{1,6})(?:\s{0,3}[.:)\u00b7\u2013\u2014](?=\s)|\s{0,3}-(?=\s)|(?=\.?\s{1,3}[\u2013\u2014-]\s))[.:\u2013\u2014\s-]{0,5}/;

/** `ADR-0012: Use X`, `[RFC 12] Use X`, `ODH-ADR-XAI-0001 Use X`, `ADR-XXX: Use X`; 1 is the series, 2 the number. */
const seriesFirst = new RegExp(
  [
    // The series, with the names of areas before it.
    /^[[(]?((?:[A-Z][A-Za-z0-9]{1,11}-){0,3}(?:[A-Z]{2,12}|[A-Z]{1,11}\d{1,2}(?=-\d)|[A-Z](?=-\d)|adr|Adr|rfc|Rfc|Decision|Proposal|Record))/,
    // A number, or the letters that hold its place until there is one.
    new RegExp(
      String.raw`[-\u2010\u2011_ #]{0,2}(${datedNumber}|\d{1,6}(?:\.\d{1,2}(?!\d|\.\d)|[a-z](?=\]?[:\s]))?|(?<=[-_ #])[xXnN#?]{1,4})(?![\p{L}\p{N}])[\])]?`,
      'u',
    ),
    // A mark or white space: `ADR-12b` and `v1-2-3` are words.
    /(?:\s{0,3}[:.\u2013\u2014|](?=\s|$)|\s{0,3}-(?=\s)|(?=\s|$))[\s:.\u2013\u2014|-]{0,5}/,
  ]
    .map(({ source }) => source)
    .join(''),
  'u',
);
/** Series that count in any heading. Of another one (`AES 256`) the file's name must say the same. */
const knownSeries = /(?:^|-)(?:ADRS?|ADL?|RFCS?|KEP|PEP|OEP|RFD|TDR|MDR|DR|DECISION|PROPOSAL|RECORD)(?:-|$)/;
/** Series whose numbers in a heading are the record's own. */
export const ownSeries = /(?:^|-)(?:ADRS?|ADL?|TDR|MDR|DR|DECISION|RECORD)(?:-|$)/;
/** Series of well-known standards. */
const standardSeries = /^(?:PEP|BIP|EIP|JEP|KEP|OEP)$/;
/** `Project - ADR-0003 - Title`: what stands before the number says nothing of the record. */
const nested =
  /^[^:]{1,40}?\s[-\u2013\u2014]\s(?=(?:[A-Z][A-Za-z]{1,11}-){0,3}(?:ADR|RFC)-[\w-]{0,20}\d{1,6}\s?[-:\u2013\u2014]\s)/;
/** Padding tells a number from the first word of a title (`3 zones`). */
const bareNumber = /^(0\d{1,5})\s{1,3}(?=\S)/;
/** `RFC 2024-05-06 - Use X` */
const datedGenre = /^(?:RFC|ADR)[\s-]\d{4}-\d{2}-\d{2}\s{0,3}[:\u2013\u2014-]\s{1,3}/i;
/** `Acme RFC 0023: Use X`: the owner of the series, where the number is the file's. */
const ownerFirst = /^((?:\p{Lu}[\p{L}\d.&-]{0,20} ){1,3})(?:ADR|RFC|RFD)[-\s#]{0,2}(\d{1,6})(?=\s?[:\u2013\u2014-])/u;
/** `2024-05-06 Use X`: the date is read as a date. */
const dateFirst = /^\d{4}-\d{2}-\d{2}(?:\s{0,3}[:\u2013\u2014-])?\s{1,3}(?=\S)/;

/** `DR-001-Infra: Use it` in a file that is called `DR-001-infra` and no more. */
function withoutArea(text: string, { slug }: NamedRecord): string {
  const area = /^([\p{L}\d-]{1,40}):\s{1,3}(?=\S)/u.exec(text);
  return area?.[1]?.toLowerCase() === slug.toLowerCase() ? text.slice(area[0].length) : text;
}

/** What may stand before a title and says nothing: emoji, bullets. */
const marks = /^[^\p{L}\p{N}([{<"'\u2018\u201c-\u201e\u00ab\u2039\u300c\u300e\u3010$@/.`-]{1,8}/u;

/** A heading that begins with code means each of its characters: `` `#if` for members ``. */
function isCode(markup: string): boolean {
  return markup.trimStart().startsWith('`');
}

/** Title, number and series of a heading: `ADR-0012: Use X`, `12. Use X`, `0012 - Use X`, `[RFC 12] Use X`. */
export function readHeading(
  markup: string,
  { definitions }: Pick<SourceDocument, 'definitions'>,
  named: NamedRecord,
): Heading {
  const text = plainText(markup, definitions);
  let rest = (isCode(markup) ? text : text.replace(marks, ''))
    .replace(genre, '')
    .replace(genreOfNumber, '')
    .replace(nested, '')
    .replace(datedGenre, '')
    .trim();
  const owned = /ADR|RF[CD]/.test(rest) ? ownerFirst.exec(rest) : null;
  if (owned && named.id !== null && Number(owned[2]) === Number(named.id)) rest = rest.slice(owned[1]?.length);
  const inSeries = seriesOf(rest, named);
  if (inSeries) rest = withoutArea(rest.slice(inSeries[0].length), named);
  const number = inSeries
    ? null
    : (numberFirst.exec(rest) ?? bareNumber.exec(rest) ?? sameNumber(rest, named.id) ?? staleNumber(rest, named));
  if (number) rest = rest.slice(number[0].length);
  const title = rest.replace(dateFirst, '').replace(genre, '').trim();
  const digits = inSeries?.[2] ?? number?.[1] ?? null;
  return {
    title: shorten(title === '' ? text : title, recordLimits.titleLength),
    id: digits !== null && /^\d+(?:-\d+)?$/.test(digits) ? digits : null,
    idPrefix: inSeries?.[1]?.toUpperCase() ?? null,
  };
}

/**
 * `ADR-12`, `LED-12` where the file says so too; not `AES 256` or `HTTP 2`. Another number than the file's is a slip only
 * with a mark behind it: `ADR-3: Use X`, but `ADR 12 revisited`; and a standard's is the record's subject: `RFC 9457`.
 */
function seriesOf(text: string, { id, idPrefix }: NamedRecord): RegExpExecArray | null {
  const match = seriesFirst.exec(text);
  if (!match) return sameSlug(text, id);
  const prefix = match[1]?.toUpperCase() ?? '';
  const number = Number(match[2]);
  if (prefix === idPrefix || match[2] === id || (id !== null && number === Number(id) && prefix.length > 1))
    return match;
  if (!knownSeries.test(prefix)) return null;
  const isPlaceholder = !(number > 0);
  if (id === null || !/^\d+$/.test(id) || isPlaceholder) return match;
  const isMarked = /[:.\u2013\u2014|)\]-]\s*$/.test(match[0]);
  return isMarked && (ownSeries.test(prefix) || number < 1000 || Number(id) >= 1000) && !standardSeries.test(prefix)
    ? match
    : null;
}

/** A title that is the slug itself, `ADR-…-flutter-binding`, in a file of the same number. */
function sameSlug(text: string, id: string | null): RegExpExecArray | null {
  const match = /^((?:[A-Z]{2,12}|adr|rfc))[-_ ]?(\d{1,6})[-_](?=\p{L})/u.exec(text);
  return match && id !== null && Number(match[2]) === Number(id) ? match : null;
}

/** `7 Use X` and `0007-use-x` in a file numbered 7. */
function sameNumber(text: string, id: string | null): RegExpExecArray | null {
  const match = /^(\d{1,6})(?:\s{1,3}(?=\S)|[-_](?=\p{L})|[.:)](?=\p{Lu}))/u.exec(text);
  return match && id !== null && Number(match[1]) === Number(id) ? match : null;
}

/** `29 Root user` in a file that is now `0030-root-user`: the rest of the heading is the file's name. */
function staleNumber(text: string, { id, slug }: NamedRecord): RegExpExecArray | null {
  const match = /^(\d{1,3})\s{1,3}(?=\p{Lu})/u.exec(text);
  if (!match || id === null || /\d/.test(slug)) return null;
  const [first] =
    text
      .slice(match[0].length)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return first !== undefined && slug.toLowerCase().startsWith(first) ? match : null;
}
