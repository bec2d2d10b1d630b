import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import type { CheckedFile } from './checkedFile';

/** `generated: true` in the front matter of what is no record: a list that a tool made of all there is. */
export function isGenerated({ path, records, document, lines }: CheckedFile): boolean {
  if (records.length > 0 || !isProsePath(path)) return false;
  return lines.slice(0, document.frontMatter.lines).some((line) => /^generated:\s{1,4}["']?(?:true|yes)\b/i.test(line));
}

/** `ADR[- ]\d{4}`, `ADR-(\d+)`, `RFC-?[0-9]+`. */
const pattern =
  /(?:(?<![A-Za-z\d\\])|(?<=\\b))([A-Za-z]{2,12})(?:[-_ #?*+()]|\\[sb]|\[[^\]\n]{1,8}\]){1,8}(?:\\d|\[0-9\])/g;
/** What was looked for last: each rule looks at a file's references. */
let last: { readonly file: CheckedFile; readonly series: ReadonlySet<string> } | null = null;

/** The series whose numbers a program looks for in texts, in capitals. */
function parsedSeries(file: CheckedFile): ReadonlySet<string> {
  if (last?.file !== file) {
    const found = /\\d|\[0-9\]/.test(file.text) ? file.text.matchAll(pattern) : [];
    last = { file, series: new Set([...found].map(([, series = '']) => series.toUpperCase())) };
  }
  return last.series;
}

/** A number in a program that looks for such numbers: as a rule it shows what is found. */
export function isSpecimen({ form, prefix }: Reference, file: CheckedFile): boolean {
  if (form !== 'id' || prefix === null || isProsePath(file.path)) return false;
  return parsedSeries(file).has(prefix.toUpperCase());
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
