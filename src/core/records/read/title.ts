import type { Section, SourceDocument } from '../../text/document';
import { normalName, plainText, shorten } from '../../text/plainText';
import { isTitleOfForm, isUnfilled } from '../../text/unfilled';
import { recordLimits } from '../recordLimits';
import { type Field, fieldsNamed } from './field';
import { fieldNamed } from './fieldNames';
import { type NamedRecord, slugInWords } from './fileName';
import { type Heading, readHeading } from './heading';
import { readLabel } from './labels';
import { isSectionName, sectionNames } from './sectionNames';

const headerLines = 30;

/** Below this share of common words a heading of a lower level is a section and not the title that the file is named for. */
const leastShare = 0.5;

/**
 * The heading that names the record. It is the first heading of the first level that is no section's name, unless the
 * front matter has a title and headings of the first level are sections. Otherwise it is one of a lower level that says
 * what the file's name says.
 */
export function titleSection(document: SourceDocument, named: NamedRecord): Section | null {
  const isTitle = ({ name, heading }: Section) => name !== '' && !isSectionName(name) && !isUnfilled(heading.text);
  const top = document.sections.filter(({ heading }) => heading.level === 1);
  // A heading of the first level that is not among the first four is a mistake or an appendix.
  const main = document.sections.slice(0, 4).find((section) => section.heading.level === 1 && isTitle(section));
  if (hasHeaderTitle(document)) return null;
  const hasTitle = document.frontMatter.entries.some(
    ({ key, values }) => fieldNamed(key) === 'title' && values.length > 0,
  );
  // Where first-level headings are sections, one of an unknown name is a section too.
  const areSections = main !== top[0] && top.filter(({ name }) => isSectionName(name)).length > 1;
  const isFirst = main === top[0] || (top.length > 0 && !areSections);
  if (main && (top.length === 1 || !hasTitle) && isFirst) return numberedBelow(document, main, named) ?? main;
  if (main && wordShare(main.name, named.slug) >= leastShare) return main;
  if (hasTitle || top.length > 0) return null;
  return document.sections.slice(0, 3).find((section) => isLowTitle(document, section, isTitle, named)) ?? null;
}

/** Below `# Architecture Decision Record` the heading with the record's number: `## ADR-0012: Use X`. */
function numberedBelow(document: SourceDocument, main: Section, named: NamedRecord): Section | null {
  const next = document.sections[document.sections.indexOf(main) + 1];
  if (next?.heading.level !== 2 || named.id === null || !isTitleOfForm(plainText(main.heading.text))) return null;
  const { id, title } = readHeading(next.heading.text, document, named);
  return id !== null && Number(id) === Number(named.id) && !isTitleOfForm(title) ? next : null;
}

/** Whether a header above the first heading states the title: `Title: Use X`, as in enhancement proposals. */
function hasHeaderTitle({ lines }: SourceDocument): boolean {
  for (const line of lines.slice(0, headerLines)) {
    if (line.kind === 'heading' && !sectionNames.metadata.has(normalName(line.text))) return false;
    const label = line.kind === 'text' ? readLabel(line.text) : null;
    if (label?.name === 'title' && label.value !== '') return true;
  }
  return false;
}

function isLowTitle(
  document: SourceDocument,
  section: Section,
  isTitle: (section: Section) => boolean,
  named: NamedRecord,
): boolean {
  if (!isTitle(section) || section.heading.level > 3) return false;
  const peers = document.sections.filter(({ heading }) => heading.level <= section.heading.level);
  const heading = readHeading(section.heading.text, document, named);
  return peers.length === 1 || isNumberOf(heading, named) || wordShare(heading.title, named.slug) >= leastShare;
}

/** Whether a heading has a number as a record's title has one; a number alone that is not the file's is a chapter's. */
function isNumberOf({ id, idPrefix }: Heading, named: NamedRecord): boolean {
  return id !== null && (idPrefix !== null || named.id === null || Number(id) === Number(named.id));
}

/** The share of the slug's words that the text has too. */
function wordShare(text: string, slug: string): number {
  const words = (from: string) => from.toLowerCase().match(/[\p{L}\p{N}]{3,40}/gu) ?? [];
  const wanted = words(slug);
  const found = new Set(words(text));
  return wanted.length === 0 ? 0 : wanted.filter((word) => found.has(word)).length / wanted.length;
}

/** The one line below `## Title`, as some forms have it; null where it was not filled in. */
function titleBelow({ sections, lines }: SourceDocument): string | null {
  const section = sections.slice(0, 3).find(({ name, heading }) => heading.level > 1 && fieldNamed(name) === 'title');
  const [first, ...more] = lines.slice(section?.start ?? 0, section?.end ?? 0).filter(({ kind }) => kind !== 'blank');
  if (first?.kind !== 'text' || more.length > 0 || readLabel(first.text) !== null) return null;
  return isUnfilled(first.text) || isTitleOfForm(first.text) ? null : first.text;
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
    const heading = readHeading(written, document, named);
    if (heading.title !== '' && !isTitleOfForm(heading.title)) return heading;
  }
  const below = titleBelow(document);
  if (below !== null) return readHeading(below, document, named);
  return { title: shorten(slugInWords(named.slug), recordLimits.titleLength), id: null, idPrefix: null };
}
