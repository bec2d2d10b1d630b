import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import type { CheckedFile } from './checkedFile';

/** `generated: true` in the front matter of what is no record: a list that a tool made of all there is. */
export function isGenerated(file: CheckedFile): boolean {
  if (file.records.length > 0 || !isProsePath(file.path)) return false;
  const head = file.lines.slice(0, file.document.frontMatter.lines);
  return head.some((line) => /^generated:\s{1,4}["']?(?:true|yes)\b/i.test(line));
}

/** A number in a program that looks for such numbers: as a rule it shows what is found. */
export function isSpecimen({ form, prefix }: Reference, file: CheckedFile): boolean {
  if (form !== 'id' || prefix === null || isProsePath(file.path)) return false;
  return file.parsedSeries.has(prefix.toUpperCase());
}

/** Lines above one that are looked at. */
const mostAbove = 500;

/** In YAML, in a value below the key `examples`. */
export function isBelowExamples({ line }: Reference, file: CheckedFile): boolean {
  if (!/\.ya?ml$/i.test(file.path)) return false;
  let depth = Number.POSITIVE_INFINITY;
  for (let number = line; number > Math.max(0, line - mostAbove) && depth > 0; number--) {
    const text = file.line(number);
    const indent = text.search(/[^ -]/);
    if (indent < 0 || indent >= depth) continue;
    depth = indent;
    if (/^[ -]{0,60}["']?\w{0,20}examples?["']?:/i.test(text)) return true;
  }
  return false;
}
