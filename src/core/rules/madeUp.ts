import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import type { CheckedFile } from './checkedFile';

/** Whether a document that is no record has `generated: true` in its front matter: a tool's list of other documents. */
export function isMarkedGenerated(file: CheckedFile): boolean {
  if (file.records.length > 0 || !isProsePath(file.path)) return false;
  const head = file.lines.slice(0, file.document.frontMatter.lines);
  return head.some((line) => /^generated:\s{1,4}["']?(?:true|yes)\b/i.test(line));
}

/** Whether a number is in a program that looks for numbers of its series: as a rule it is an example of them. */
export function isSpecimen({ form, prefix }: Reference, file: CheckedFile): boolean {
  if (form !== 'id' || prefix === null || isProsePath(file.path)) return false;
  return file.parsedSeries.has(prefix.toUpperCase());
}

/** How many lines above a reference are searched for the key. */
const mostAbove = 500;

/** Whether a reference in YAML is in a value below a key such as `examples`. */
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
