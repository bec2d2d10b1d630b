import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { type InlineLink, inlineLinks } from '../text/inlineLinks';
import type { CheckedFile } from './checkedFile';

/** A link definition: `[pay]: https://…`, `.. _pay: https://…`. Links of the document use its name. */
const definition = /^ {0,3}(?:\[([^\]]{1,200})\]:|\.\. _`?[^:`]{1,200}`?:)\s+\S/;

/** The link around a reference, which is in its text or its address, in any markup; null where there is none. */
export function linkAround(file: CheckedFile, { line, column }: Pick<Reference, 'line' | 'column'>): InlineLink | null {
  const text = file.line(line);
  if (!/[[<:]/.test(text)) return null;
  const links = isProsePath(file.path) ? inlineLinks(text, file.document.definitions) : inlineLinks(text);
  return links.find(({ start, end }) => start < column && column <= end) ?? null;
}

/** The name that a link definition of Markdown gives its address; null for any other line. */
export function definedName(file: CheckedFile, line: number): string | null {
  return isProsePath(file.path) ? (definition.exec(file.line(line))?.[1] ?? null) : null;
}

/** Whether a line is a link definition. */
export function isDefinition(file: CheckedFile, line: number): boolean {
  return isProsePath(file.path) && definition.test(file.line(line));
}

/** The other references in the same link as a reference. */
export function inOneLink(reference: Reference, file: CheckedFile): readonly Reference[] {
  const onLine = file.referencesOn(reference.line).filter((other) => other !== reference);
  const link = onLine.length > 0 ? linkAround(file, reference) : null;
  return link ? onLine.filter(({ column }) => link.start < column && column <= link.end) : [];
}
