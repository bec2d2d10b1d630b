import { documentPath } from '../files/documentPath';
import { basename, dirname } from '../files/paths';
import type { FilePath } from '../ports';

/** Names of records in one spelling each, so that two texts that mean the same record compare equal. */

/** `7`, `007` and `0007` are the same number. */
export function sameNumber(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** A pattern's source for `2024-001` and `20240506-01`, in series that begin anew each year or day. */
export const datedNumber = String.raw`(?:19|20)\d\d(?:-\d{3,4}|\d{4}-\d\d)`;

/** A README or index, which people call by its folder. */
export function isFolderDocument(path: FilePath): boolean {
  return folderDocument.test(withoutExtension(basename(path)));
}

/** The folder whose records are a record's neighbours: for a README that is a record, the folder above its own. */
export function homeOf(path: FilePath): FilePath {
  const folder = dirname(path);
  return isFolderDocument(path) && folder !== '' ? dirname(folder) : folder;
}

const folderDocument = /^(?:readme|index)$/i;

/** `docs/adr/2025-01-01-x/README.md` and `docs/adr/x.md` by what people call them: `2025-01-01-x`, `x`. */
export function stemOf(path: FilePath): string {
  const name = withoutExtension(basename(path));
  return folderDocument.test(name) && path.includes('/') ? basename(dirname(path)) : name;
}

/** The path without its extension. An extension has a letter: `ADR-051.1` has none. */
export function withoutExtension(path: FilePath): FilePath {
  const document = documentPath(path);
  const dot = document.lastIndexOf('.');
  const isExtension = dot > 0 && document[dot - 1] !== '/' && extensionName.test(document.slice(dot + 1));
  return isExtension ? document.slice(0, dot) : document;
}

const extensionName = /^(?=\d*[A-Za-z])[A-Za-z0-9]{1,10}$/;

/** Only ASCII, whose letters are matched faster than those of all scripts. */
const plain = /^[\0-\x7f]*$/;

/** Words of a title or slug: lower case, `-` between them. */
export function wordsOf(text: string): string {
  const lower = text.toLowerCase();
  const joined = plain.test(lower) ? lower.replace(/[^a-z0-9]+/g, '-') : lower.replace(/[^\p{L}\p{N}]+/gu, '-');
  return joined.slice(joined.startsWith('-') ? 1 : 0, joined.length > 1 && joined.endsWith('-') ? -1 : undefined);
}

/** `BalanceDrift`, `balance-drift` and `Balance drift` are one alert. */
export function lettersOf(name: string): string {
  return wordsOf(name).replaceAll('-', '');
}

/** A stem without its series and number: `avoid-default-exports` of `20200927-avoid-default-exports`. */
export function slugOf(stem: string): string {
  return wordsOf(stem).replace(/^(?:[a-z]{2,12}-?)?\d[\d-]*-(?=\p{L})/u, '');
}

const dated = /^\d{4}-\d\d-\d\d/;
const leadingNumber =
  /^(?:([a-z]{2,10}(?:-[a-z]{2,10}){0,3})[-_ ]?)?((?:19|20)\d\d(?:-\d{3}|\d{4}-(?:0[1-9]|[12]\d))|\d{1,8}(?:\.\d{1,2}(?=$|[-_ ]))?)(?=$|[-_. ])/i;

/** The series and number that a file name begins with: `adr-031-x.md` → `ADR`, `031`; null where there is none or a date. */
export function numberOfName(name: string): { readonly prefix: string | null; readonly number: string } | null {
  const match = dated.test(name) ? null : leadingNumber.exec(name);
  return match?.[2] ? { prefix: match[1]?.toUpperCase() ?? null, number: match[2] } : null;
}
