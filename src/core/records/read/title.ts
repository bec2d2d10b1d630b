import type { Section, SourceDocument } from './document';
import { type Field, fieldsNamed } from './fields';
import type { NamedRecord } from './fileName';
import { slugInWords } from './fileName';
import { limits } from './limits';
import { plainText, shorten } from './plainText';
import { isSectionName } from './sectionNames';
import { isUnfilled } from './unfilled';

/** A heading taken apart. */
export interface Heading {
  readonly title: string;
  readonly id: string | null;
  readonly idPrefix: string | null;
}

const genre =
  /^(?:title|(?:[\p{L}]{3,20} )?(?:architectur(?:e|al) )?decision(?: record)?|architectur(?:e|al) decision record|design doc(?:ument)?|rfc|adr|runbook|proposal)\s{0,3}(?:[:\u2013\u2014]|-(?=\s))\s*/iu;
const numberFirst =
  /^#?(\d{1,6})(?:\s{0,3}[.:)\u2013\u2014](?=\s)|\s{0,3}-(?=\s)|(?=\.?\s{1,3}[\u2013\u2014-]\s))[.:\u2013\u2014\s-]{0,5}/;
const seriesFirst =
  /^[[(]?((?:[A-Z][A-Za-z0-9]{1,11}-){0,3}(?:[A-Z]{2,12}|adr|Adr|rfc|Rfc|Decision|Proposal|Record))[-\u2010\u2011_ #]{0,2}(\d{1,6}|[xXnN#?]{1,4})(?!\d)[\])]?(?:\s{0,3}[:.\u2013\u2014|](?=\s|$)|\s{0,3}-(?=\s)|(?=\s|$))[\s:.\u2013\u2014|-]{0,5}/;
const bareNumber = /^(0\d{1,5})\s{1,3}(?=\S)/;
const dateFirst = /^\d{4}-\d{2}-\d{2}(?:\s{0,3}[:\u2013\u2014-])?\s{1,3}(?=\S)/;

/** The heading that names the record: the first H1 that is no section's name, else the first heading before any such name. */
export function titleSection(document: SourceDocument): Section | null {
  const candidates = document.sections.filter(({ heading }) => heading.level === 1);
  const named = (section: Section) =>
    section.name !== '' && !isSectionName(section.name) && !isUnfilled(section.heading.text);
  const [first] = document.sections;
  const main = candidates.find(named);
  if (main && (first === undefined || main === first || !isPlainSequence(document, main))) return main;
  for (const section of document.sections.slice(0, 3)) {
    if (section.heading.level > 1 && section.heading.level <= 3 && named(section)) return section;
    if (isSectionName(section.name) && section.heading.level > 1) return null;
  }
  return null;
}

/** Whether a first-level heading stands among others of its level that are sections (`# Context`, `# API changes`). */
function isPlainSequence(document: SourceDocument, section: Section): boolean {
  const before = document.sections.slice(0, document.sections.indexOf(section));
  return (
    before.filter(({ heading, name }) => heading.level === 1 && isSectionName(name)).length > 0 && before.length > 1
  );
}

/** Title, number and series of a heading: `ADR-0012: Use X`, `12. Use X`, `0012 - Use X`, `[RFC 12] Use X`. */
export function readHeading(markup: string, document: Pick<SourceDocument, 'definitions'>, id: string | null): Heading {
  const text = plainText(markup, document.definitions);
  let rest = text
    .replace(/^[^\p{L}\p{N}([{<"'\u201c$@/.`-]{1,8}/u, '')
    .replace(genre, '')
    .trim();
  const inSeries = seriesFirst.exec(rest);
  if (inSeries) rest = rest.slice(inSeries[0].length);
  const number = inSeries ? null : (numberFirst.exec(rest) ?? bareNumber.exec(rest) ?? sameNumber(rest, id));
  if (number) rest = rest.slice(number[0].length);
  const title = rest.replace(dateFirst, '').replace(genre, '').trim();
  const digits = inSeries?.[2] ?? number?.[1] ?? null;
  return {
    title: shorten(title === '' ? text : title, limits.titleLength),
    id: digits !== null && /^\d+$/.test(digits) ? digits : null,
    idPrefix: inSeries?.[1]?.toUpperCase() ?? null,
  };
}

/** `7 Use X` in a file numbered 7. */
function sameNumber(text: string, id: string | null): RegExpExecArray | null {
  const match = /^(\d{1,6})\s{1,3}(?=\S)/.exec(text);
  return match && id !== null && Number(match[1]) === Number(id) ? match : null;
}

/** The heading's title; failing that the front matter's or the table's, else the file's slug in words. */
export function readTitle(
  document: SourceDocument,
  section: Section | null,
  fields: readonly Field[],
  named: NamedRecord,
): Heading {
  const written =
    section?.heading.text ??
    fieldsNamed(fields, 'title').find(({ values, zone }) => values.length > 0 && zone !== 'body')?.values[0];
  if (written !== undefined && !isUnfilled(written)) {
    const heading = readHeading(written, document, named.id);
    if (heading.title !== '') return heading;
  }
  return { title: shorten(slugInWords(named.slug), limits.titleLength), id: null, idPrefix: null };
}
