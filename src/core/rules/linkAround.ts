import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { type InlineLink, inlineLinks } from '../text/inlineLinks';
import type { CheckedFile } from './checkedFile';

/** `[pay]: https://…`, `.. _pay: https://…`: what the links of a document lead to that have that name. */
const definition = /^ {0,3}(?:\[([^\]]{1,200})\]:|\.\. _`?[^:`]{1,200}`?:)\s+\S/;

/** The link of a line that a reference is in, as one of its words or as its address, in any markup. */
export function linkAround(file: CheckedFile, { line, column }: Pick<Reference, 'line' | 'column'>): InlineLink | null {
  const text = file.line(line);
  if (!/[[<:]/.test(text)) return null;
  const links = isProsePath(file.path) ? inlineLinks(text, file.document.definitions) : inlineLinks(text);
  return links.find(({ start, end }) => start < column && column <= end) ?? null;
}

/** The name that a line of a document gives to what other lines link to; null where it gives none. */
export function definedName(file: CheckedFile, line: number): string | null {
  return isProsePath(file.path) ? (definition.exec(file.line(line))?.[1] ?? null) : null;
}

/** Whether a line says where links of other lines lead. */
export function isDefinition(file: CheckedFile, line: number): boolean {
  return isProsePath(file.path) && definition.test(file.line(line));
}

/** The references that are in one link with a reference, itself left out. */
export function inOneLink(reference: Reference, file: CheckedFile): readonly Reference[] {
  const onLine = file.referencesOn(reference.line).filter((other) => other !== reference);
  const link = onLine.length > 0 ? linkAround(file, reference) : null;
  return link ? onLine.filter(({ column }) => link.start < column && column <= link.end) : [];
}
