import { dirname, resolveIn } from '../files/paths';
import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { isRstName } from '../links/rstNames';
import { hasScheme } from '../text/scheme';
import type { CheckedFile } from './checkedFile';
import { definedName, linkAround } from './linkAround';
import type { Known } from './rule';

/**
 * Whether a number belongs to a link that leads to an address or to a file that is here. It may be the words of the
 * link, or the name that the document gives to its target. Such a link says what is meant, so that the number is no
 * citation of its own.
 */
export function isLinkedElsewhere(reference: Reference, file: CheckedFile, { files }: Pick<Known, 'files'>): boolean {
  const { form, line, column, beside } = reference;
  if (form !== 'id' || !isProsePath(file.path)) return false;
  const text = file.line(line);
  if (!/[[<_]/.test(text)) return false;
  const named = definedName(file, line);
  const isName = named !== null && column - 1 <= text.indexOf(']');
  const linked = isRstName(reference, file.path) ? (beside?.href ?? undefined) : linkAround(file, reference)?.href;
  const href = isName ? file.document.definitions.get(named.trim().toLowerCase()) : linked;
  if (href === undefined) return false;
  // Whether this document has the anchor is checked by `broken-link`.
  if (href.startsWith('#')) return true;
  const path = resolveIn(dirname(file.path), href.split(/[?#]/, 1)[0] ?? '');
  return hasScheme(href) || (path !== null && path !== file.path && files.has(path));
}
