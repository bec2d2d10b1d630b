import type { DraftLine } from '../../drafts/draft';
import type { Prompt } from '../../drafts/prompts';
import { append } from '../../lists';
import { isNothing } from '../../text/unfilled';
import type { Field } from '../read/field';
import type { FieldName } from '../read/fieldNames';
import { labelledIn, type Span } from './houseLines';
import { locateValue } from './locateField';
import type { Source } from './sibling';
import { type NextRecord, newValue, retiringNames } from './skeletonValues';

interface Edit {
  /** UTF-16 units from the start of the line. */
  readonly from: number;
  readonly to: number;
  readonly given: string | Prompt;
}

/** The fields of a head by their lines, and what takes the place of their values. */
export interface Values {
  readonly named: ReadonlySet<FieldName>;
  /** Lines that have a field's label. */
  readonly labels: ReadonlySet<number>;
  readonly edits: ReadonlyMap<number, readonly Edit[]>;
  /** Lines that a new record does not get: what the older one replaces, more people. */
  readonly gone: ReadonlySet<number>;
}

export function valuesByLine(source: Source, span: Span, next: NextRecord): Values {
  const named = new Set<FieldName>();
  const labels = new Set<number>();
  const gone = new Set<number>();
  const edits = new Map<number, Edit[]>();
  const fields = source.findings.fields.filter(
    ({ line, zone }) => zone !== 'front' && zone !== 'body' && line >= span.start && line < span.end,
  );
  for (const field of fields) {
    const found = editOf(source, field, next);
    if (found === 'gone') gone.add(field.line);
    else {
      named.add(field.name);
      labels.add(field.line);
      for (const line of found?.further ?? []) gone.add(line);
      if (found) append(edits, found.line, found.edit);
    }
  }
  return { named, labels, edits, gone };
}

interface Found {
  readonly line: number;
  readonly edit: Edit;
  /** Lines with more values. */
  readonly further: readonly number[];
}

/** Null where the line stays as it is. */
function editOf({ document, lines }: Source, field: Field, next: NextRecord): Found | 'gone' | null {
  const { name, values, line } = field;
  const [value = ''] = values;
  const given = newValue(name, value, next);
  if (isNothing(value) && (typeof given !== 'string' || retiringNames.has(name) || value === '')) return null;
  if (retiringNames.has(name)) return 'gone';
  const place = locateValue(document, lines, field, value);
  if (place === null) {
    // A value that is not found as it was read must not stay: it is the other record's.
    const found = labelledIn(lines.lineOf(line));
    if (found === null) return 'gone';
    const from = found.lead.length;
    return { line, edit: { from, to: from + found.value.length, given }, further: [] };
  }
  const start = lines.startOf(place.line);
  const rest = values.slice(1).flatMap((other) => locateValue(document, lines, field, other) ?? []);
  const to = Math.max(place.end, ...rest.filter((other) => other.line === place.line).map(({ end }) => end));
  const further = rest.map((other) => other.line).filter((other) => other > place.line);
  return { line: place.line, edit: { from: place.start - start, to: to - start, given }, further };
}

/** The line with the known values; null where it is left out, undefined where no field is on it. */
export function replacedLine({ lines }: Source, values: Values, number: number): DraftLine | null | undefined {
  if (values.gone.has(number)) return null;
  const edits = [...(values.edits.get(number) ?? [])].sort((a, b) => a.from - b.from);
  const text = lines.lineOf(number);
  if (edits.length === 0) return values.labels.has(number) ? text.trimEnd() : undefined;
  const pieces: (string | Prompt)[] = [];
  let at = 0;
  let less = 0;
  for (const { from, to, given } of edits) {
    if (from < at) continue;
    pieces.push(fitted(text.slice(at, from), less), given);
    less = text.trimStart().startsWith('|') ? shorter(text.slice(from, to), given) : 0;
    at = to;
  }
  return [...pieces, fitted(text.slice(at), less).trimEnd()];
}

/** By how many characters a cell gets shorter with its new value; negative where it gets longer. */
export function shorter(before: string, given: string | Prompt): number {
  return [...before].length - [...(typeof given === 'string' ? given : given.prompt)].length;
}

/** The text behind a cell's value, padded or cut so that the next border keeps its column where that is possible. */
export function fitted(rest: string, less: number): string {
  if (less >= 0) return ' '.repeat(less) + rest;
  const blanks = /^ */.exec(rest)?.[0].length ?? 0;
  return rest.slice(Math.min(-less, Math.max(0, blanks - 1)));
}
