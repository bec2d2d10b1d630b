import type { TextEdit } from '../../text/textEdit';
import { nameOfKey } from './locateField';
import { type RecordText, restatedAt, type StatedAt } from './recordText';
import { withWord } from './statusValue';

/**
 * Puts a value where another stood, in the quotes that it has or needs there. What both have at their begin and end is not
 * written again: a value that wraps keeps its lines.
 * @param stated `value`: what stands there, where it is known
 */
export function valueEdit({ at, value: old = '' }: Pick<StatedAt, 'at'> & Partial<StatedAt>, value: string): TextEdit {
  const { start, end } = at;
  if (at.as !== 'text') return { start, end, text: quoted(value, at.as) };
  if (old !== '' && value.startsWith(old)) return { start: end, end, text: value.slice(old.length) };
  // Lines that are joined by one blank are as long as they were.
  if (old.length !== end - start) return { start, end, text: value };
  let same = 0;
  while (same < Math.min(old.length, value.length) && old.at(-1 - same) === value.at(-1 - same)) same++;
  // Whole words alone: `Accepted` and `Superseded` end alike.
  while (same > 0 && !/\s/.test(old.charAt(old.length - same))) same--;
  return { start, end: end - same, text: value.slice(0, value.length - same) };
}

/**
 * Writes the word for a status also where the record states the old one again, in the letter case that is used there.
 * Prose is left as it is.
 */
export function restatedEdits(opened: RecordText, first: StatedAt, word: string): readonly TextEdit[] {
  return restatedAt(opened, first).flatMap((other) => {
    const written = other.isForm ? word : withWord(other.value, inCaseOf(other.value, word));
    return written === null || written === other.value ? [] : [valueEdit(other, written)];
  });
}

function inCaseOf(value: string, word: string): string {
  const letter = /\p{L}/u.exec(value)?.[0] ?? '';
  const isSmall = letter !== '' && letter === letter.toLowerCase() && letter !== letter.toUpperCase();
  if (isSmall) return word.charAt(0).toLowerCase() + word.slice(1);
  return letter === '' || letter === letter.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}

function quoted(value: string, as: Exclude<StatedAt['at']['as'], 'text'>): string {
  switch (as) {
    case '"':
      return value.replace(/["\\]/g, '\\$&');
    case "'":
      return value.replaceAll("'", "''");
    case 'yaml':
      return yamlScalar(value);
  }
}

/** A string as a YAML scalar, in quotes only where a parser would not read it as that string without them. */
export function yamlScalar(value: string): string {
  const isPlain =
    /^[\p{L}\p{N}]/u.test(value) &&
    !/:\s|\s#|:$/.test(value) &&
    !/^(?:true|false|yes|no|on|off|null|[\d.]+)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/**
 * Writes a status into a record that states none: a key of its front matter, else a section before its first one. Null
 * where neither is there.
 */
export function newStatusEdit({ document, lines, findings }: RecordText, status: string): TextEdit | null {
  const { frontMatter } = document;
  if (frontMatter.lines > 1 && document.flavour === 'markdown') {
    if (!frontMatter.valid || lines.lineOf(1).trim() !== '---') return null;
    for (let number = 2; number < frontMatter.lines; number++) {
      const line = lines.lineOf(number);
      if (nameOfKey(line) !== 'status') continue;
      // Only a key without a value is filled in.
      if (!/:\s{0,20}$/.test(line)) return null;
      const end = lines.startOf(number) + line.trimEnd().length;
      return { start: end, end, text: ` ${yamlScalar(status)}` };
    }
    const start = lines.startOf(frontMatter.lines);
    return { start, end: start, text: `status: ${yamlScalar(status)}${lines.lineEnd}` };
  }
  const first = document.sections.find((section) => section !== findings.title && section.heading.level > 1);
  const marks = first && /^#{2,6}(?=\s)/.exec(lines.lineOf(first.heading.number))?.[0];
  if (document.flavour !== 'markdown' || first === undefined || marks === undefined || findings.title === null)
    return null;
  const start = lines.startOf(first.heading.number);
  const { lineEnd } = lines;
  return { start, end: start, text: `${marks} Status${lineEnd}${lineEnd}${status}${lineEnd}${lineEnd}` };
}
