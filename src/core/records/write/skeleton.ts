import type { DraftLine } from '../../drafts/draft';
import { ask, type Prompt } from '../../drafts/prompts';
import { dateIn } from '../../text/dates';
import type { Section, SourceDocument } from '../../text/document';
import { isSeparator } from '../../text/tableCells';
import type { Field } from '../read/field';
import { type FieldName, fieldOfSection } from '../read/fieldNames';
import type { Findings } from '../read/notARecord';
import { sourceOf } from '../read/readRecord';
import type { DocRecord } from '../record';
import { yamlList } from './frontMatterList';
import { keyEnd, locateValue, nameOfKey } from './locateField';
import { isAboutOptions, type RecordFacts } from './recordFacts';
import { yamlScalar } from './statusEdit';
import { TextLines } from './textLines';

/** A record of the folder, with the text of its file. */
export interface Sibling {
  readonly record: DocRecord;
  readonly text: string;
}

interface Source {
  /** Its last line. */
  readonly end: number;
  /** One of several in its file, whose front matter is not its own. */
  readonly isPart: boolean;
  readonly document: SourceDocument;
  readonly findings: Findings;
  readonly lines: TextLines;
}

const dateNames: ReadonlySet<FieldName> = new Set(['date', 'created', 'decided', 'modified']);
/** Who decides, or who keeps it; an author is neither. */
const decidingNames: ReadonlySet<FieldName> = new Set(['deciders', 'owners']);
/** Of the latest record a heading that fewer of the others have is its own: an option, a detail. */
const leastShare = 0.5;

/**
 * A new record in the form of those beside it: the head of the latest with its values taken out, and the headings that
 * most of them have. Null where the latest one has no title to begin from.
 * @param siblings the latest first; at least one
 * @param heading the title with what stands before it there
 */
export function skeletonOf(siblings: readonly Sibling[], heading: string, facts: RecordFacts): DraftLine[] | null {
  const [source, ...others] = siblings.flatMap(({ record, text }) => {
    const read = sourceOf(record, text);
    const lines = new TextLines(text);
    return read
      ? [{ ...read, lines, end: record.part?.endLine ?? lines.count, isPart: record.part !== undefined }]
      : [];
  });
  const title = source?.findings.title;
  if (source === undefined || !title) return null;
  const first = source.document.sections.find(({ heading: { number } }) => number > title.heading.number);
  const head = headLines(source, title, first?.heading.number ?? source.end + 1, facts);
  return [
    ...frontMatterLines(source, facts),
    ...titleLines(source, title.heading.number, heading),
    // The head of an AsciiDoc document ends with its first blank line.
    ...(head.length > 0 && source.document.flavour === 'asciidoc' ? [] : ['']),
    ...head,
    ...sectionLines(source, others, title, facts),
  ];
}

function frontMatterLines({ document, lines, isPart }: Source, facts: RecordFacts): DraftLine[] {
  const { frontMatter } = document;
  if (frontMatter.lines < 2 || isPart) return [];
  const kept: string[] = [];
  for (let number = 1; number <= frontMatter.lines; number++) {
    const line = lines.lineOf(number);
    const isFence = number === 1 || number === frontMatter.lines;
    if (isFence && number > 1) kept.push(...extraKeys(kept, facts));
    if (isFence || line.startsWith('#')) kept.push(line);
    else if (keyEnd(line) > 0) kept.push(...keyLines(line, facts));
  }
  return [...kept, ''];
}

/** A key with what is known, or without a value; what only an older record has is left out. */
function keyLines(line: string, facts: RecordFacts): string[] {
  const key = line.slice(0, keyEnd(line)).trimEnd();
  const value = line.slice(keyEnd(line));
  const name = nameOfKey(line);
  if (name === 'supersedes' || name === 'supersededBy' || name === 'superseded' || name === 'id') return [];
  if (name === 'status') {
    const quote = /^["']/.exec(value)?.[0] ?? '';
    return [`${key} ${quote}${proposedLike(value.slice(quote.length))}${quote}`];
  }
  if (name === 'title') return [`${key} ${yamlScalar(facts.title)}`];
  if (name !== null && dateNames.has(name)) return [dateIn(value) === null ? key : `${key} ${facts.today}`];
  if (name === 'deciders' && facts.people.length > 0) return [`${key} ${yamlList(facts.people)}`];
  if (name === 'deadline' && facts.deadline !== null) return [`${key} ${yamlScalar(facts.deadline)}`];
  return [key];
}

function extraKeys(kept: readonly string[], facts: RecordFacts): string[] {
  const has = (name: FieldName) => kept.some((line) => nameOfKey(line) === name);
  return [
    ...(facts.people.length > 0 && !has('deciders') ? [`decision-makers: ${yamlList(facts.people)}`] : []),
    ...(facts.deadline === null || has('deadline') ? [] : [`deadline: ${yamlScalar(facts.deadline)}`]),
  ];
}

/** In the letter case of the status that stands there. */
function proposedLike(status: string): string {
  const word = /\p{L}+/u.exec(status)?.[0] ?? '';
  if (word.length > 1 && word === word.toUpperCase()) return 'PROPOSED';
  return /^\p{Lu}/u.test(word) ? 'Proposed' : 'proposed';
}

/** The title with its marks: `#`, `=`, or a line of them below, and above where there is one. */
function titleLines({ document, lines }: Source, number: number, heading: string): string[] {
  const marks = /^\s{0,3}(?:#{1,6}|={1,6})\s+/.exec(lines.lineOf(number))?.[0];
  if (marks !== undefined && document.flavour !== 'rst') return [`${marks.trim()} ${heading}`];
  const below = adornmentOf(lines.lineOf(number + 1));
  if (below === null) return [heading];
  const rule = below.repeat(Math.max(3, [...heading].length));
  return number > 1 && adornmentOf(lines.lineOf(number - 1)) === below ? [rule, heading, rule] : [heading, rule];
}

function adornmentOf(line: string): string | null {
  return /^([!-/:-@[-`{-~])\1+\s{0,20}$/.exec(line)?.[1] ?? null;
}

/** The labelled lines between the title and the first section, each with what is known. */
function headLines(source: Source, { heading }: Section, end: number, facts: RecordFacts): DraftLine[] {
  const { lines, document, findings } = source;
  const kept: DraftLine[] = [];
  const named = new Set<FieldName>();
  let isTableOver = false;
  const start = heading.number + (document.flavour === 'rst' ? 2 : 1);
  for (let number = start; number < end; number++) {
    const line = lines.lineOf(number);
    const fields = findings.fields.filter((field) => field.line === number && field.zone !== 'front');
    const isGone = fields.some(({ name }) => name === 'supersedes' || name === 'supersededBy' || name === 'superseded');
    if (isGone) continue;
    for (const { name } of fields) named.add(name);
    if (fields.length > 0) kept.push(withFacts(source, fields, facts));
    else if (isFrame(line, lines.lineOf(number + 1)) && !isTableOver) kept.push(line);
    else if (line.trim() === '') isTableOver ||= /^\s{0,8}\|/.test(textOf(kept.at(-1) ?? ''));
    if (line.trim() === '' && kept.length > 0 && kept.at(-1) !== '') kept.push('');
  }
  while (kept.at(-1) === '') kept.pop();
  const extra = document.frontMatter.lines < 2 || source.isPart ? extraLines(kept, named, facts) : [];
  const all = [...kept, ...extra];
  return all.length === 0 ? [] : [...all, ''];
}

/** What holds a table together: its rule, and the row above it. */
function isFrame(line: string, next: string): boolean {
  return line.includes('|') && (isSeparator(line) || isSeparator(next));
}

function withFacts({ document, lines }: Source, fields: readonly Field[], facts: RecordFacts): DraftLine {
  const [{ line: number }] = fields as [Field];
  const start = lines.startOf(number);
  const text = lines.lineOf(number);
  const pieces: (string | Prompt)[] = [];
  let at = 0;
  for (const field of fields) {
    const [value = ''] = field.values;
    const place = locateValue(document, lines, field, value);
    const from = place === null ? -1 : place.start - start;
    if (place === null || place.line !== number || from < at) continue;
    pieces.push(text.slice(at, from), newValue(field.name, value, facts));
    at = from + value.length;
  }
  return [...pieces, text.slice(at).trimEnd()];
}

function newValue(name: FieldName, value: string, facts: RecordFacts): string | Prompt {
  if (name === 'status' || name === 'stage') return proposedLike(value);
  if (dateNames.has(name)) return facts.today;
  if (decidingNames.has(name) && facts.people.length > 0) return facts.people.join(', ');
  if (name === 'deadline') return facts.deadline ?? ask('until when, with the zone');
  if (name === 'deciders') return ask('who decides');
  return name === 'owners' || name === 'authors' ? ask('who') : ask('…');
}

/** Who decides and until when, below the head in its own manner. */
function extraLines(head: readonly DraftLine[], named: ReadonlySet<FieldName>, facts: RecordFacts): string[] {
  const bullet = head.map((line) => /^\s{0,4}[-*+]\s/.exec(textOf(line))?.[0]).find((mark) => mark !== undefined);
  const wanted = [
    ...(facts.people.length > 0 && ![...decidingNames].some((name) => named.has(name))
      ? [`Decision-makers: ${facts.people.join(', ')}`]
      : []),
    ...(facts.deadline === null || named.has('deadline') ? [] : [`Deadline: ${facts.deadline}`]),
  ];
  if (wanted.length === 0) return [];
  return bullet === undefined
    ? wanted.flatMap((line, at) => (at + head.length === 0 ? [line] : ['', line]))
    : wanted.map((line) => bullet + line);
}

function textOf(line: DraftLine): string {
  return typeof line === 'string' ? line : String(line[0] ?? '');
}

function sectionLines(source: Source, others: readonly Source[], title: Section, facts: RecordFacts): DraftLine[] {
  const own = source.document.sections.filter(({ heading }) => heading.number > title.heading.number);
  const usual = own.filter((section) => isUsual(section, others));
  const told = usual.find(({ name }) => fieldOfSection(name) === null);
  return usual.flatMap((section, at) => {
    const isLast = at === usual.length - 1;
    return [
      ...titleLines(source, section.heading.number, section.heading.text),
      '',
      ...contentOf(section, source, section === told, facts),
      ...(isLast ? [] : ['']),
    ];
  });
}

/** Alone, a record keeps its sections and not what is inside of them. */
function isUsual({ name, heading }: Section, others: readonly Source[]): boolean {
  if (others.length === 0) return heading.level <= 2;
  const having = others.filter(({ document }) => document.sections.some((other) => other.name === name)).length;
  return having >= others.length * leastShare;
}

function contentOf(section: Section, { document }: Source, isTold: boolean, facts: RecordFacts): DraftLine[] {
  const field = fieldOfSection(section.name);
  if (field === 'status') {
    const stands = document.lines
      .slice(section.start, section.end)
      .find(({ kind }) => kind === 'text' || kind === 'item');
    return [proposedLike(stands?.kind === 'text' || stands?.kind === 'item' ? stands.text : 'Proposed')];
  }
  if (field !== null && dateNames.has(field)) return [facts.today];
  if (field !== null && decidingNames.has(field) && facts.people.length > 0) return [facts.people.join(', ')];
  if (facts.options.length > 0 && isAboutOptions(section.name)) return facts.options.map((option) => `* ${option}`);
  const prompt: DraftLine = [ask(promptFor(section.name))];
  return isTold && facts.known.length > 0 ? [...facts.known, '', prompt] : [prompt];
}

/** What is asked for below a heading. */
function promptFor(name: string): string {
  if (/context|problem|background|motivation|kontext|contexte|contexto/.test(name))
    return 'what makes a decision necessary';
  if (/^decision driver|^treiber/.test(name)) return 'what weighs';
  if (/decision|outcome|entscheidung|décision|decisión/.test(name)) return 'what we do, in one sentence, and why';
  if (/consequence|konsequenz|folgen|conséquence|consecuencia/.test(name))
    return 'what becomes easier, and what becomes harder';
  if (isAboutOptions(name)) return 'what else was considered';
  return name.slice(0, 60) || '…';
}
