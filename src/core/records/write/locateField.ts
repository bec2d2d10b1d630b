import type { SourceDocument } from '../../text/document';
import type { Field } from '../read/field';
import { type FieldName, fieldOfKey } from '../read/fieldNames';
import type { TextLines } from './textLines';

/** Where a value is in the text, and how what takes its place is to be written there. */
export interface Located {
  readonly start: number;
  readonly end: number;
  /** `yaml`: a plain scalar; a quote: what is inside of it; `text`: markup. */
  readonly as: 'yaml' | '"' | "'" | 'text';
  /** The line of the value's end; counts from 1. */
  readonly line: number;
}

/** How many lines below its label or heading a value is searched in. */
const farthest = 80;
/** A value longer than this is prose. */
const longest = 400;

/** Where a field has that value; null where it is not found as it was read, so that nothing is written beside it. */
export function locateValue(document: SourceDocument, lines: TextLines, field: Field, value: string): Located | null {
  if (value === '' || value.length > longest) return null;
  if (field.zone === 'front') return inFrontMatter(document, lines, field.name, value);
  const inCell = field.format === 'table';
  for (let number = field.line; number <= Math.min(field.line + farthest, lines.count); number++) {
    const found = inCell ? cellOf(lines, number, value) : onLine(lines, number, value, number === field.line);
    if (found) return found;
    if (inCell) return null;
    // `* Status: {status}`: what is shown there is written in the attribute.
    const name = document.flavour === 'asciidoc' ? /\{([\w-]{1,60})\}/.exec(lines.lineOf(number))?.[1] : undefined;
    const attribute = name === undefined ? null : attributeOf(lines, name, value);
    if (attribute) return attribute;
  }
  return null;
}

/** A key of the front matter with its value on the same line, or as the one item of a list below it. */
function inFrontMatter(
  { frontMatter }: SourceDocument,
  lines: TextLines,
  name: FieldName,
  value: string,
): Located | null {
  for (let number = 2; number < frontMatter.lines; number++) {
    if (nameOfKey(lines.lineOf(number)) !== name) continue;
    const found = scalarOn(lines, number, value, keyEnd(lines.lineOf(number)));
    if (found) return found;
    const item = /^\s{0,8}-\s+/.exec(lines.lineOf(number + 1))?.[0].length;
    const listed = item === undefined ? null : scalarOn(lines, number + 1, value, item);
    if (listed) return listed;
  }
  return null;
}

const key = /^["']?([\p{L}_][^:="']{0,60}?)["']?\s{0,3}[:=](?:\s+|$)/u;

/** The field that a line of front matter is the key of; null for any other line. */
export function nameOfKey(line: string): FieldName | null {
  const written = key.exec(line)?.[1];
  return written === undefined ? null : fieldOfKey(written);
}

export function keyEnd(line: string): number {
  return key.exec(line)?.[0].length ?? 0;
}

function scalarOn(lines: TextLines, number: number, value: string, from: number): Located | null {
  const line = lines.lineOf(number);
  const quote = line.charAt(from);
  const isQuoted = quote === '"' || quote === "'";
  const start = from + (isQuoted ? 1 : 0);
  if (!line.startsWith(value, start)) return null;
  const rest = line.slice(start + value.length);
  if (!(isQuoted ? rest.startsWith(quote) : /^\s*(?:\s#.*)?$/s.test(rest))) return null;
  const at = lines.startOf(number) + start;
  return { start: at, end: at + value.length, as: isQuoted ? quote : 'yaml', line: number };
}

function cellOf(lines: TextLines, number: number, value: string): Located | null {
  const line = lines.lineOf(number);
  for (let at = line.indexOf(value); at >= 0; at = line.indexOf(value, at + 1)) {
    const before = line.slice(0, at).trimEnd();
    const after = line.slice(at + value.length).trimStart();
    if (!before.endsWith('|') || !(after === '' || after.startsWith('|'))) continue;
    const start = lines.startOf(number) + at;
    return { start, end: start + value.length, as: 'text', line: number };
  }
  return null;
}

/** On the line of the label the last place counts: the label itself may be the same word. */
function onLine(lines: TextLines, number: number, value: string, isLabel: boolean): Located | null {
  const line = lines.lineOf(number);
  const at = isLabel ? line.lastIndexOf(value) : line.indexOf(value);
  const start = lines.startOf(number) + at;
  if (at >= 0 && isWhole(line, at, value)) return { start, end: start + value.length, as: 'text', line: number };
  return wrapped(lines, number, value);
}

function isWhole(line: string, at: number, value: string): boolean {
  const [before, after] = [line.charAt(at - 1), line.charAt(at + value.length)];
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

/** A sentence that goes on in the next lines, which was read with one blank between them. */
function wrapped(lines: TextLines, number: number, value: string): Located | null {
  const first = lines.lineOf(number).trimEnd();
  const words = first.trimStart();
  if (words.length < 4 || !value.startsWith(`${words} `)) return null;
  let joined = words;
  for (let next = number + 1; next <= Math.min(number + 6, lines.count); next++) {
    const line = lines.lineOf(next);
    joined = `${joined} ${line.trim()}`;
    if (joined === value) {
      const start = lines.startOf(number) + first.length - words.length;
      return { start, end: lines.startOf(next) + line.trimEnd().length, as: 'text', line: next };
    }
    if (!value.startsWith(joined)) return null;
  }
  return null;
}

/** `:status: accepted`; several lines that set it leave open which one is shown. */
function attributeOf(lines: TextLines, name: string, value: string): Located | null {
  const found: Located[] = [];
  for (let number = 1; number <= Math.min(lines.count, 200); number++) {
    const line = lines.lineOf(number);
    const head = `:${name}:`;
    if (!line.toLowerCase().startsWith(head.toLowerCase())) continue;
    const at = line.indexOf(value, head.length);
    if (at < 0 || line.slice(head.length).trim() !== value) return null;
    const start = lines.startOf(number) + at;
    found.push({ start, end: start + value.length, as: 'text', line: number });
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}
