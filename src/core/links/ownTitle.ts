import { isProsePath } from '../files/textPaths';
import { numberOfName, sameNumber, stemOf } from '../names/spelling';
import type { FilePath } from '../ports';

/** UTF-16 units within which a title begins: front matter, a licence and a link back may stand before it. */
const headLength = 4_000;
/** `# ADR-0006: Use X`, `= [ADR-0006] Use X`; in reStructuredText a line that is underlined. */
const title =
  /^(?:[#=][ \t]{1,4}|(?=[^\n]{3,200}\n[=*#~-]{3,200}\s*(?:\n|$)))[`*_[(]{0,3}((?:[A-Z][A-Z0-9]{1,11}-){0,3}[A-Za-z]{2,12}[-_ #]{0,2}0{0,5}(\d{1,6}))(?![\p{L}\p{N}]|\.\d|-\d)([^\n]{0,40})/mu;
const anyTitle = /^[#=][ \t]/m;
/** What follows a number in a title that is about the record of that number: `# ADR-0006 follow-up`. */
const about =
  /^['\u2019]|^[\s:([\u2013\u2014-]{0,6}(?:follow|revis|amend|addend|append|update|supers|replac|retire|extend|migrat|implement|review|status|and\b|&|,|\/|vs)/i;

/** Whether a title, without its number, says that its record is about the one that has the number. */
export function isAboutAnother(title: string): boolean {
  return about.test(title);
}

/** The number in the name of a document, a record or not; null where there is none and for any other file. */
export function ownNumber(path: FilePath): string | null {
  return isProsePath(path) ? (numberOfName(stemOf(path))?.number ?? null) : null;
}

/**
 * Where the title of a document has a number of its series that is not the one in the file's name: a slip, as after
 * renumbering, and no citation of the record that has the number. Null where there is none.
 */
export function ownTitleNumber(text: string, path: FilePath): readonly [at: number, end: number] | null {
  const own = ownNumber(path);
  if (own === null) return null;
  const match = title.exec(text.slice(0, headLength));
  const [, label = '', number = '', rest = ''] = match ?? [];
  if (match === null || number === sameNumber(own) || about.test(rest)) return null;
  if (anyTitle.test(text.slice(0, match.index))) return null;
  const at = match.index + match[0].length - rest.length - label.length;
  return [at, at + label.length];
}
