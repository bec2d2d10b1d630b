import type { TextEdit } from '../../text/textEdit';
import { isNothing, isUnfilled } from '../../text/unfilled';
import type { FieldName } from '../read/fieldNames';
import { keyEnd, nameOfKey } from './locateField';
import type { RecordText } from './recordText';
import { yamlScalar } from './statusEdit';

/**
 * Adds values to a key of the front matter, whatever form its list has. Null where it has no such key; undefined where
 * what is there is not understood.
 * @param names of the fields that the key may be
 */
export function frontMatterListEdit(
  { document, lines }: RecordText,
  names: readonly FieldName[],
  cited: readonly string[],
): TextEdit | null | undefined {
  for (let number = 2; number < document.frontMatter.lines; number++) {
    const line = lines.lineOf(number);
    const name = nameOfKey(line);
    if (name === null || !names.includes(name)) continue;
    const from = keyEnd(line);
    const value = line.slice(from).trim();
    const start = lines.startOf(number) + from;
    const below = /^(\s{0,8}-\s{1,4})\S/.exec(lines.lineOf(number + 1))?.[1];
    if (value === '' && below !== undefined && number + 1 < document.frontMatter.lines) {
      let last = number + 1;
      while (last + 1 < document.frontMatter.lines && lines.lineOf(last + 1).startsWith(below)) last++;
      const end = lines.endOf(last);
      return { start: end, end, text: cited.map((name) => `${lines.lineEnd}${below}${yamlScalar(name)}`).join('') };
    }
    if (value === '') {
      const end = lines.startOf(number) + line.trimEnd().length;
      return { start: end, end, text: ` ${yamlList(cited)}` };
    }
    if (/^\[[^[\]#]+\]$/.test(value)) {
      const end = start + value.length - 1;
      return { start: end, end, text: cited.map((name) => `, ${yamlScalar(name)}`).join('') };
    }
    if (isNothing(value) || /^(?:\[\s*\]|""|'')$/.test(value) || isUnfilled(value)) {
      return { start, end: start + value.length, text: yamlList(cited) };
    }
    return /^(?:[\w./-]+|"[^"\\]{1,200}"|'[^']{1,200}')$/.test(value)
      ? { start, end: start + value.length, text: `[${[value, ...cited.map(yamlScalar)].join(', ')}]` }
      : undefined;
  }
  return null;
}

/** One name, or a list of several. */
export function yamlList(names: readonly string[]): string {
  const written = names.map(yamlScalar);
  return written.length === 1 ? (written[0] ?? '') : `[${written.join(', ')}]`;
}
