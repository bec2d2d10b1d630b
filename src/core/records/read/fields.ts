import type { Section, SourceDocument } from '../../text/document';
import { targetKey } from '../../text/frontMatterYaml';
import { type Line, textOf } from '../../text/line';
import { plainText } from '../../text/plainText';
import { type Field, fieldFormat, isDeep, maxValues, zones } from './field';
import { type FieldName, fieldOfKey, fieldOfSection, relationNames } from './fieldNames';
import { labelledFields } from './labelledFields';
import { type Label, readLabel } from './labels';
import { leadingStatus } from './statusWords';
import { targetsOf } from './supersession';
import { statusBelowTitle, statusInTitle } from './titleStatus';

/** Every field of a document, best place first. */
export function readFields(document: SourceDocument, title: Section | null): readonly Field[] {
  const fields = [
    ...frontMatterFields(document),
    ...labelledFields(document, title),
    ...sectionFields(document, title),
    ...titleFields(document, title),
  ];
  return fields.map(settled).sort((a, b) => zones.indexOf(a.zone) - zones.indexOf(b.zone));
}

/** `Stand: angenommen` is a status, `Stand: 04.03.2024` the day of the text. */
function settled(field: Field): Field {
  if (field.name !== 'standing') return field;
  const isStatus = leadingStatus(plainText(field.values[0] ?? '')) !== null;
  return { ...field, name: isStatus ? 'status' : 'modified' };
}

/** Fields that count only as valid YAML. Of a person or a title (`@ann`, `Use foo: the bar`) the words are enough. */
const certain: ReadonlySet<FieldName> = new Set<FieldName>([
  'status',
  'date',
  'handoff',
  'decided',
  'created',
  'modified',
  'deadline',
]);

/** Front matter comes first: it is written for programs, and templates render it into the page. */
function frontMatterFields({ frontMatter }: SourceDocument): Field[] {
  return frontMatter.entries.flatMap(({ key, values, doubtful, inner = [], comment }) => {
    const name = fieldOfKey(key);
    const targets = name !== null && relations.has(name) ? inner.filter((entry) => targetKey.test(entry.key)) : [];
    // In a list of `- id: ADR-3` with a reason below each, only the first key names a record.
    const stated = targets.length > 0 ? targets.flatMap((entry) => entry.values) : values;
    const own = name === null || (doubtful && certain.has(name)) ? [] : [frontField(name, stated)];
    const related = inner.flatMap((entry): Field[] => {
      const relation = fieldOfKey(entry.key);
      return relation !== null && relation !== name && relations.has(relation)
        ? [frontField(relation, entry.values)]
        : [];
    });
    const successor = name === 'status' && comment !== undefined ? successorIn(comment, values) : null;
    if (successor !== null) related.push(frontField('supersededBy', [successor]));
    return related.length === 0 ? own : [...own, ...related];
  });
}

/** `status: replaced # by ADR-9`. A comment with bars shows the choices of a template. */
function successorIn(comment: string, [status = '']: readonly string[]): string | null {
  if (leadingStatus(status)?.status !== 'superseded' || comment.includes('|')) return null;
  return /^(?:(?:superseded|replaced|obsoleted) )?by:?\s+(\S.{0,200})$/i.exec(comment)?.[1] ?? null;
}

/** Fields that are also read as keys inside of a value, as in lists of typed relations; other keys there are not. */
const relations: ReadonlySet<FieldName> = new Set<FieldName>(relationNames);

function frontField(name: FieldName, values: readonly string[]): Field {
  return { name, values, zone: 'front', format: 'front-matter', line: 0 };
}

/** UTF-16 units of a sentence that was wrapped; more lines of one paragraph are an essay. */
const maxJoined = 1_000;

/** `## Status` with what stands below it, and `## Status: Accepted`. */
function sectionFields(document: SourceDocument, title: Section | null): Field[] {
  const format = fieldFormat(document, 'section');
  return document.sections.flatMap((section): Field[] => {
    if (section === title || isDeep(section, title)) return [];
    const line = section.heading.number;
    const inline = readLabel(section.heading.text);
    if (inline !== null && inline.value !== '') {
      return [{ name: inline.name, values: [inline.value], zone: 'section', format, line }];
    }
    const name = fieldOfSection(section.name);
    if (name === null || (name === 'tags' && !isOfWhole(section, title))) return [];
    return [{ name, values: sectionValues(document, section, name), zone: 'section', format, line }];
  });
}

/** Whether a section lies right below the title: in a record about tags, a section `Tags` lies deeper, or is prose. */
function isOfWhole({ heading }: Section, title: Section | null): boolean {
  return heading.level <= (title?.heading.level ?? 1) + 1;
}

/** A status beside the title or alone in a line below it, without a label: what counts where no field states one. */
function titleFields(document: SourceDocument, title: Section | null): Field[] {
  if (title === null) return [];
  const { number } = title.heading;
  const beside = statusInTitle(title.heading.text);
  const below = beside === null ? statusBelowTitle(document.lines.slice(title.start, title.end)) : null;
  const status = beside ?? below?.text ?? null;
  if (status === null) return [];
  const line = below?.number ?? number;
  return [{ name: 'status', values: [status], zone: 'title', format: fieldFormat(document, 'plain'), line }];
}

function sectionValues(document: SourceDocument, section: Section, name: FieldName): string[] {
  const values: string[] = [];
  let successor: string | null = null;
  let above: Line['kind'] = 'blank';
  for (const line of document.lines.slice(section.start, section.end)) {
    const text = line.kind === 'row' && line.header ? null : textOf(line);
    const label = text === null ? null : readLabel(text);
    if (text !== null && label !== null && isSuccessor(name, label, document)) successor ??= text;
    if (text !== null && (label === null || label.name === name)) {
      const last = values.at(-1);
      const value = label?.value || text;
      // A wrapped sentence is one value; a list of words without bullets is several.
      const isWrapped = above === 'text' && line.kind === 'text' && (last?.length ?? maxJoined) < maxJoined;
      if (isWrapped && last !== undefined && goesOn(last, value)) {
        values[values.length - 1] = `${last} ${value}`;
      } else if (values.length < maxValues) values.push(value);
      else break;
    }
    above = line.kind;
  }
  return values.length === 0 && successor !== null ? [successor] : values;
}

/** Below `## Status` the label that names a successor says how the record stands: `Superseded by: ADR-9`. */
function isSuccessor(name: FieldName, label: Label, { definitions }: SourceDocument): boolean {
  return name === 'status' && label.name === 'supersededBy' && targetsOf(label.value, definitions).length > 0;
}

/** The end of a line that goes on in the next: a word that needs another, a comma, an open bracket. */
const openEnd =
  /(?:\b(?:a|an|and|as|at|because|but|by|for|from|in|is|it|of|on|or|see|since|that|the|this|to|was|which|with)|[,([\u2014\u2013-])$/i;

/**
 * Whether the next line of a paragraph is the rest of a sentence: `Superseded by` / `[ADR 12](…)`, "the first framing is" /
 * "superseded for this layer". A line that is only a status has another below it.
 */
function goesOn(text: string, next: string): boolean {
  const isOpen = openEnd.test(text) || opened(text, '[', ']') || opened(text, '(', ')');
  if (isOpen || !/^\p{Ll}/u.test(next)) return isOpen;
  return (
    leadingStatus(next) === null || (leadingStatus(text) === null && /\s\S+\s/.test(text) && !/[.!?:;]$/.test(text))
  );
}

function opened(text: string, open: string, close: string): boolean {
  return text.lastIndexOf(open) > text.lastIndexOf(close);
}
