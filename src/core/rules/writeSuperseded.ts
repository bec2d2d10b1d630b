import { recordLabel } from '../names/series';
import type { FilePath } from '../ports';
import type { Field } from '../records/read/field';
import { readRecord } from '../records/read/readRecord';
import { leadingStatus } from '../records/read/statusWords';
import type { DocRecord } from '../records/record';
import { CheckedFile, spanAt } from './checkedFile';
import type { Edit } from './finding';
import { relativePath } from './respell';

/** A status in a text, with the place of the word that says it. */
interface Stated {
  readonly word: string;
  readonly line: number;
  /** Counts from 0. */
  readonly at: number;
  readonly inFrontMatter: boolean;
}

/** What may stay behind the word: a date, and marks. */
const rest = /^[\s\d().,:/|*_"'`<>br-]{0,40}$/i;

/**
 * The change by which a record says that another supersedes it: its own status word gives way to "superseded by" with a
 * link in its own format. Null where the status is not one word in a form that is sure, and where the changed text would
 * not be read as meant; the rest of the text stays to the byte.
 */
export function writeSuperseded(older: DocRecord, text: string, newer: DocRecord): Edit | null {
  if (older.part !== undefined || newer.part !== undefined) return null;
  const file = new CheckedFile(older.path, text, [], [older]);
  const stated = statedIn(file);
  if (stated === null) return null;
  const words = replacement(stated, older, newer);
  const edit = { file: older.path, ...spanAt(stated.line, stated.at, stated.word.length), text: words };
  return says(older, applied(text, edit), newer) ? edit : null;
}

/** The text with edits made. Edits may not overlap. */
export function applied(text: string, ...edits: readonly Edit[]): string {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  return [...edits]
    .sort((a, b) => b.startLine - a.startLine || b.startColumn - a.startColumn)
    .reduce((changed, edit) => {
      const start = offset(edit.startLine, edit.startColumn);
      return changed.slice(0, start) + edit.text + changed.slice(offset(edit.endLine, edit.endColumn));
    }, text);
}

function statedIn(file: CheckedFile): Stated | null {
  const [field] = file.statusFields();
  const [value] = field?.values ?? [];
  if (!field || value === undefined || field.name !== 'status' || field.zone === 'body' || field.zone === 'title')
    return null;
  const phrase = leadingStatus(value);
  if (phrase === null || phrase.partial) return null;
  const word = /[\p{L}]+/u.exec(value)?.[0] ?? '';
  if (word === '' || leadingStatus(word)?.status !== phrase.status) return null;
  if (!rest.test(value.slice(value.indexOf(word) + word.length)) || !rest.test(value.slice(0, value.indexOf(word))))
    return null;
  const place = field.line === 0 ? inFrontMatter(file, word) : below(file, field, word);
  return place && { word, ...place, inFrontMatter: field.line === 0 };
}

function inFrontMatter(file: CheckedFile, word: string) {
  for (let line = 2; line < file.document.frontMatter.lines; line++) {
    const key = /^["']?(?:[\w-]*status|state)["']?\s{0,3}[:=]\s{0,8}["']?/i.exec(file.line(line));
    if (key && file.line(line).startsWith(word, key[0].length)) return { line, at: key[0].length };
  }
  return null;
}

/** Where the value stands: in the line of the label, in the row, or in the first line with text below the heading. */
function below(file: CheckedFile, { line: first, zone, format }: Field, word: string) {
  const isInLine = file.line(first).replace(/^[^\p{L}]*[\p{L} ]{1,30}/u, '');
  const start = file.line(first).length - isInLine.length;
  const here = isInLine.indexOf(word);
  if (here >= 0 && (zone !== 'section' || /:/.test(file.line(first)))) return { line: first, at: start + here };
  if (format === 'table') {
    const at = file.line(first).indexOf(word);
    return at < 0 ? null : { line: first, at };
  }
  for (let line = first + 1; line <= first + 6; line++) {
    const text = file.line(line);
    // An underline of a heading, and what a reader of the page does not see.
    if (/^[\s=*~^"'#+-]*$/.test(text) || file.isExample(line)) continue;
    const at = text.indexOf(word);
    return at < 0 || /\p{L}/u.test(text.slice(0, at)) ? null : { line, at };
  }
  return null;
}

function replacement({ word, inFrontMatter }: Stated, older: DocRecord, newer: DocRecord): string {
  const label = recordLabel(newer);
  const name = label ?? newer.title;
  const phrase = /^\p{Lu}/u.test(word) ? 'Superseded by' : 'superseded by';
  const isMarkdown = /\.(?:md|markdown|mdx)$/i.test(older.path) && !/[\s()[\]]/.test(newer.path);
  // MADR: an identifier in the front matter, without a link.
  if (inFrontMatter) return `${phrase} ${label ?? relativeName(newer.path)}`;
  return isMarkdown
    ? `${phrase} [${name.replace(/[[\]]/g, '')}](${relativePath(older.path, newer.path).replace(/^\.\//, '')})`
    : `${phrase} ${name}`;
}

function relativeName(path: FilePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether the text is now read as superseded, and as the same record in everything else. */
function says(older: DocRecord, text: string, newer: DocRecord): boolean {
  const outcome = readRecord({ path: older.path, kind: older.kind }, text);
  if (!('record' in outcome)) return false;
  const { status, supersededBy, title, date, people, tags, scope } = outcome.record;
  const same = title === older.title && String(people) === String(older.people) && String(tags) === String(older.tags);
  const dated = older.dateSource !== 'record' || date === older.date;
  const [only, second] = supersededBy;
  if (status !== 'superseded' || !only || second || only.partial) return false;
  const named = recordLabel(newer) ?? relativeName(newer.path);
  const names =
    only.text === named || only.text === newer.title || (only.href ?? '').endsWith(relativeName(newer.path));
  return same && dated && String(scope) === String(older.scope) && names;
}
