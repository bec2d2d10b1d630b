import type { TextEdit } from '../../text/textEdit';
import { isNothing, isUnfilled } from '../../text/unfilled';
import type { Field } from '../read/field';
import { frontMatterListEdit, yamlList } from './frontMatterList';
import { locateValue } from './locateField';
import type { RecordText, StatedAt } from './recordText';
import { valueEdit } from './statusEdit';

type Side = 'supersedes' | 'supersededBy';

/**
 * Adds records to the field that the record has for them: a key of the front matter, a line, a row. Null where it has
 * none; undefined where it has one that is not understood.
 * @param cited as they are written where the field stands
 */
export function fieldEdit(opened: RecordText, side: Side, cited: readonly string[]): TextEdit | null | undefined {
  const inFront = frontMatterListEdit(opened, [side], cited);
  if (inFront !== null) return inFront;
  const field = opened.findings.fields.find(({ name, zone }) => name === side && zone !== 'body' && zone !== 'front');
  return field ? writtenFieldEdit(opened, field, cited) : null;
}

/**
 * Adds values to a field that is not in the front matter; undefined where what stands there is not understood.
 * @param cited as they are written there
 */
export function writtenFieldEdit(
  { document, lines }: RecordText,
  field: Field,
  cited: readonly string[],
): TextEdit | undefined {
  const value = field.values.at(-1);
  if (value === undefined) {
    const line = lines.lineOf(field.line);
    const end = lines.startOf(field.line) + line.trimEnd().length;
    return /[:*_]$/.test(line.trimEnd()) ? { start: end, end, text: ` ${cited.join(', ')}` } : undefined;
  }
  const at = locateValue(document, lines, field, value);
  if (at === null) return undefined;
  const isEmpty = isNothing(value) || isUnfilled(value);
  return valueEdit({ at }, isEmpty ? cited.join(', ') : `${value}, ${cited.join(', ')}`);
}

/** The head of a labelled line: its bullet, the marks around its label and where the colon stands. */
const labelHead =
  /^(\s{0,12}(?:[-*+]|\d{1,3}[.)])\s{1,4})([*_]{0,3})\p{L}[\p{L} ]{0,30}?(\s?:)?([*_]{0,3})(\s?:)?\s{1,4}/u;

/**
 * A new line for the records that this one supersedes, or for what it governs, below its status and in the same form.
 * Null where the status stands in a form that has no place for another line.
 * @param of the label: `Supersedes` in the repository's letter case, or `Scope`
 */
export function newRelationEdit(
  { document, lines }: RecordText,
  { field, at }: StatedAt,
  of: string,
  cited: readonly string[],
): TextEdit | null {
  const end = lines.endOf(at.line);
  const line = lines.lineOf(at.line);
  const { lineEnd } = lines;
  const insert = (text: string): TextEdit => ({ start: end, end, text });
  if (field.zone === 'front') return insert(`${lineEnd}supersedes: ${yamlList(cited)}`);
  const names = cited.join(', ');
  if (field.zone === 'section' && at.line !== field.line) return insert(`${lineEnd}${lineEnd}${of} ${names}`);
  if (field.zone !== 'head' && field.zone !== 'attribute') return null;
  const title = of.charAt(0).toUpperCase() + of.slice(1);
  const attribute = /^\s{0,8}:([A-Za-z])[\w-]{0,40}:\s{1,8}/.exec(line);
  if (attribute && document.flavour !== 'markdown') {
    const name = attribute[1] === attribute[1]?.toLowerCase() ? title.toLowerCase() : title;
    return insert(`${lineEnd}:${name}: ${names}`);
  }
  if (field.format === 'table') {
    const [, first = ''] = line.split('|');
    return /^\s{0,8}\|/.test(line) && /status|state/i.test(first) ? insert(`${lineEnd}| ${title} | ${names} |`) : null;
  }
  const [, bullet = '', open = '', inside = '', close = '', outside = ''] =
    at.line === field.line ? (labelHead.exec(line) ?? []) : [];
  return bullet === '' ? null : insert(`${lineEnd}${bullet}${open}${title}${inside}${close}${outside} ${names}`);
}
