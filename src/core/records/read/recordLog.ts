import { basename } from '../../files/paths';
import { groupedBy } from '../../lists';
import { numberOfName } from '../../names/spelling';
import type { FilePath } from '../../ports';
import { slugOfHeading } from '../../render/slug';
import type { Section, SourceDocument } from '../../text/document';
import { inlineLinks } from '../../text/inlineLinks';
import { textOf } from '../../text/line';
import { plainText } from '../../text/plainText';
import { hasScheme } from '../../text/scheme';
import { wordSet } from '../../text/wordList';
import type { RecordPart } from '../record';
import type { NamedRecord } from './fileName';

/** One decision of a document that holds several. */
export interface LogEntry {
  /** The section as a document of its own: its heading has the first level, lines keep their numbers. */
  readonly document: SourceDocument;
  readonly part: RecordPart;
  /** The fragment of a link to its heading. */
  readonly anchor: string;
  /** What its heading says of it, as a file's name says it of a record with a file of its own. */
  readonly named: NamedRecord;
}

/** `ADR-0002: Use X`, `ADR 2 - Use X`, `D2: Use X`, `2. Use X`: a word and a number, or a number alone. */
const numbered =
  /^\[?(?:([A-Za-z]{1,8}(?:-[A-Z]{2,4})?)[-_ #]{0,2}(\d{1,6})(?![\p{L}\d]|\.\d)|#?(\d{1,4})(?=[.):]\s))/u;
/** `**12** Use X`: markup sets the number apart, as a mark behind it would. */
const setApart = /^(\*\*|__|`)#?(\d{1,4})\1(?=[ \t]{1,3}\S)/;
/** `2025-03-04: Use X`, in a document that is called a log of decisions. */
const dated = /^\d{4}-\d\d-\d\d[:\s\u2013\u2014-]{1,5}(?=\p{L})/u;
/** What decisions are called in any case of letters; another series is known by its capitals, which `Phase 2` has not. */
const inAnyCase = wordSet('adr adrs madr madrs dr ad d decision rfc');
/** A single heading with a number is one that names a decision elsewhere. */
const leastEntries = 2;
const mostEntries = 500;
/** A heading that is a link: its text is in another file. */
const isLink = /^\[[^\]]{1,200}\]\(|^<|^:doc:|^xref:/;

/**
 * The decisions of a document that holds several, one a section, in order. Empty where it holds none, and where it only
 * lists those of other files.
 * @param states whether a section states a status that a decision may have, or has a section of its own for what was
 *   decided
 * @param mayBeDated whether a day may stand in place of the number; only in a document that is called a log of
 *   decisions
 */
export function logEntries(
  document: SourceDocument,
  states: (entry: SourceDocument) => boolean,
  mayBeDated: boolean,
): readonly LogEntry[] {
  const entries = entriesBy(numberOf, document, states);
  return entries.length > 0 || !mayBeDated ? entries : entriesBy(dayOf, document, states);
}

/** What tells the sections of a log apart, or null where a section is none of its entries. */
type KeyOf = (section: Section, document: SourceDocument) => string | null;

function entriesBy(
  keyOf: KeyOf,
  document: SourceDocument,
  states: (entry: SourceDocument) => boolean,
): readonly LogEntry[] {
  const decisions = document.sections.filter(
    (section) => !isLink.test(section.heading.text) && keyOf(section, document) !== null,
  );
  const levels = groupedBy(decisions, ({ heading }) => heading.level);
  const sections = [...levels.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  const numbers = new Set(sections.map((section) => keyOf(section, document)));
  if (sections.length < leastEntries || sections.length > mostEntries || numbers.size < sections.length) return [];
  const anchors = new Map<string, number>();
  const entries = sections.map((section) => entryOf(document, section, anchors));
  const stating = entries.filter((entry) => states(entry.document)).length;
  if (stating < leastEntries || stating * 2 < entries.length) return [];
  const listed = entries.filter((entry, at) => leadsElsewhere(entry.document, [...numbers][at] ?? ''));
  return listed.length > 0 ? [] : entries;
}

/** The number of a section's heading as digits without padding, or null. */
function numberOf({ heading }: Section, { definitions }: SourceDocument): string | null {
  const [, word, inSeries, bare] = numbered.exec(plainText(marked(heading.text), definitions)) ?? [];
  const isSeries = word === undefined || inAnyCase.has(word.toLowerCase()) || /^[A-Z]{3,8}$|-ADR$/.test(word);
  const digits = inSeries ?? bare;
  return digits === undefined || !isSeries ? null : String(Number(digits));
}

/** The day and the title: two may be decided on one day. */
function dayOf({ heading }: Section, { definitions }: SourceDocument): string | null {
  const words = plainText(heading.text, definitions);
  return dated.test(words) ? words : null;
}

function marked(heading: string): string {
  return heading.replace(setApart, '$2.');
}

function entryOf(document: SourceDocument, section: Section, anchors: Map<string, number>): LogEntry {
  const from = section.start - 1;
  const raise = section.heading.level - 1;
  const raised = (line: Section['heading']): Section['heading'] => ({
    ...line,
    level: Math.max(1, line.level - raise),
    text: line === section.heading ? marked(line.text) : line.text,
  });
  const lines = document.lines
    .slice(from, section.outerEnd)
    .map((line) => (line.kind === 'heading' ? raised(line) : line));
  const sections = document.sections
    .filter(({ start }) => start > from && start <= section.outerEnd)
    .map((inner) => ({
      ...inner,
      heading: raised(inner.heading),
      start: inner.start - from,
      end: Math.min(inner.end, section.outerEnd) - from,
      outerEnd: Math.min(inner.outerEnd, section.outerEnd) - from,
    }));
  const line = section.heading.number;
  const endLine = lines.at(-1)?.number ?? line;
  const frontMatter = { ...document.frontMatter, entries: [] };
  const words = plainText(section.heading.text, document.definitions);
  return {
    document: { ...document, frontMatter, lines, sections },
    part: { file: document.path, line, endLine },
    anchor: anchorOf(words, document, anchors),
    named: namedBy(words),
  };
}

/** The number and series of an entry: any series (`D-001`, `DEC-01`), but no letter right before its number (`D1`). */
function namedBy(heading: string): NamedRecord {
  const [whole = '', word = '', digits = null] = numbered.exec(heading) ?? [];
  const isSeries = word.length > 1 || whole.includes(`${word}-`);
  if (word === '' || digits === null || !isSeries) return { id: null, idPrefix: null, slug: heading };
  return {
    id: digits,
    idPrefix: word.toUpperCase().replace(/^((?:M?ADR|RFC))S$/, '$1'),
    slug: heading.slice(whole.length),
  };
}

/** A repeated anchor gets a number behind it. Asciidoctor writes anchors in its own way. */
function anchorOf(heading: string, { flavour }: SourceDocument, anchors: Map<string, number>): string {
  const slug = slugOfHeading(heading);
  const anchor = flavour === 'asciidoc' ? `_${slug.replaceAll('-', '_')}` : slug;
  const times = anchors.get(anchor) ?? 0;
  anchors.set(anchor, times + 1);
  return times === 0 ? anchor : `${anchor}-${times}`;
}

/** Whether the section links to a document of the same number: then that is the record, and this a line of a list. */
function leadsElsewhere(entry: SourceDocument, number: string): boolean {
  return entry.lines.some((line) => {
    const text = textOf(line);
    if (text === null || !text.includes('](')) return false;
    return inlineLinks(text, entry.definitions).some(({ href }) => numberIn(href) === number);
  });
}

function numberIn(href: string): string | null {
  const path: FilePath = href.split(/[?#]/, 1)[0] ?? '';
  const found = hasScheme(href) ? null : numberOfName(basename(path));
  return found && String(Number(found.number));
}
