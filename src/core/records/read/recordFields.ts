// What the fields of a record state: its number, dates, people, tags and form.

import { stemOf } from '../../names/spelling';
import type { FilePath } from '../../ports';
import { dateOfName, type WrittenDate, writtenDateIn } from '../../text/dates';
import type { SourceDocument } from '../../text/document';
import type { Definitions } from '../../text/inlineLinks';
import { plainText } from '../../text/plainText';
import { isNothing, isUnfilled } from '../../text/unfilled';
import type { ParsedRecord, RecordFormat, RecordKind } from '../record';
import { recordLimits } from '../recordLimits';
import { deadlineInstant } from './deadline';
import { type Field, fieldsNamed, type Zone } from './field';
import type { FieldName } from './fieldNames';
import type { NamedRecord } from './fileName';
import type { StatedStatus } from './status';

/** Fields that hold the record's date, best first. When it was last touched counts only where nothing else is said. */
const dateFields: readonly FieldName[] = ['date', 'handoff', 'decided', 'created'];
/** Who decided comes before who wrote, and both before who keeps it. The consulted and informed are not its people. */
const peopleFields: readonly FieldName[] = ['deciders', 'authors', 'owners', 'parties'];

/**
 * `id: 12`, `| ADR | ADR-0012 |`, `* Proposal: [SE-0012](0012-x.md)`; the file's own name goes before it, because that is what
 * people cite.
 */
export function writtenId(fields: readonly Field[], { definitions }: SourceDocument): Omit<NamedRecord, 'slug'> | null {
  for (const { values, zone } of fieldsNamed(fields, 'id')) {
    const [, series, id] = /^(?:([A-Za-z]{2,12})[-_ ]?)?(\d{1,6})$/.exec(plainText(values[0] ?? '', definitions)) ?? [];
    if (id !== undefined && zone !== 'body') return { id, idPrefix: series?.toUpperCase() ?? null };
  }
  return null;
}

/** A stated date goes before one beside the status, that before "last modified", and all before the file's name. */
export function dateOf(fields: readonly Field[], stated: StatedStatus, path: FilePath): WrittenDate | null {
  // A tool's date of modification in the front matter only says when the page was touched.
  const visible = fields.filter(({ zone }) => zone !== 'front');
  // A form whose own date was left open says that none is known, whatever is said of the file.
  const revised = fieldsNamed(fields, 'date').length > 0 ? null : writtenDate(visible, ['revised']);
  return (
    writtenDate(fields, dateFields) ??
    plainDate(stated.date) ??
    writtenDate(visible, ['modified']) ??
    revised ??
    plainDate(dateOfName(stemOf(path)))
  );
}

function plainDate(date: string | null): WrittenDate | null {
  return date === null ? null : { date };
}

export function dateFacts(written: WrittenDate | null): Pick<ParsedRecord, 'date' | 'dateOrder'> {
  if (written === null) return { date: null };
  const { date, order, readings } = written;
  if (readings) return { date, dateOrder: { readings } };
  return order ? { date, dateOrder: { order } } : { date };
}

export function deadlineFacts(fields: readonly Field[]): Pick<ParsedRecord, 'deadline' | 'deadlineAt'> {
  const written = writtenDate(fields, ['deadline']);
  // A date that could be two days, or a month alone, is no deadline.
  if (written === null || written.readings || written.date.length !== 10) return {};
  const [value = ''] = fieldsNamed(fields, 'deadline').flatMap(({ values, zone }) => (zone === 'body' ? [] : values));
  const instant = deadlineInstant(value.slice(0, 120), written.date);
  return instant === null ? { deadline: written.date } : { deadline: written.date, deadlineAt: instant };
}

/** Reads the first three values of a field: a section called Date may hold a history. */
function writtenDate(fields: readonly Field[], names: readonly FieldName[]): WrittenDate | null {
  for (const name of names) {
    for (const { values, zone } of fieldsNamed(fields, name)) {
      const date = zone === 'body' ? null : writtenDateIn(values.slice(0, 3).join(' '));
      if (date !== null) return date;
    }
  }
  return null;
}

/** `from` and `to` are people in a handoff only; elsewhere they are anything. */
export function peopleValues(fields: readonly Field[], kind: RecordKind): readonly string[] {
  return peopleFields
    .filter((name) => name !== 'parties' || kind === 'handoff')
    .flatMap((name) => fieldsNamed(fields, name))
    .filter(({ zone }) => zone !== 'body')
    .flatMap(({ values }) => values)
    .slice(0, recordLimits.people * 2);
}

export function recordFormat(
  { flavour }: SourceDocument,
  stated: StatedStatus,
  fields: readonly Field[],
): RecordFormat {
  if (flavour !== 'markdown') return flavour;
  const isOfHead = ({ zone }: { readonly zone: Zone }) => zone !== 'body';
  return stated.field?.format ?? fields.find(isOfHead)?.format ?? 'plain';
}

/** Tags in order, each once, without `#`. */
export function tagsIn(fields: readonly Field[], definitions: Definitions): readonly string[] {
  const tags = fields.flatMap(({ zone, values }) => {
    // `Tags:` in the middle of a text is an example or a table of something else.
    if (zone === 'body') return [];
    const words = values.flatMap((value) => splitTags(plainText(value, definitions)));
    return zone === 'section' && words.some(isProse) ? [] : words;
  });
  const kept = tags.filter((tag) => tag.length <= recordLimits.nameLength && !isNothing(tag) && !isUnfilled(tag));
  return [...new Set(kept)].slice(0, recordLimits.tags);
}

function splitTags(text: string): readonly string[] {
  return text
    .replace(/^\[|\]$/g, '')
    .split(/[,;]|\s(?=#)/)
    .map((part) => part.trim().replace(/^#/, ''));
}

/** A section that is called Tags may speak of tags. */
function isProse(words: string): boolean {
  return /[.:!?]$/.test(words) || words.split(/\s+/).length > 5;
}
