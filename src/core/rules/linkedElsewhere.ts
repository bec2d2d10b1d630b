import { dirname, resolveIn } from '../files/paths';
import { isProsePath } from '../files/textPaths';
import type { Reference } from '../links/link';
import { inlineLinks } from '../text/inlineLinks';
import { hasScheme } from '../text/scheme';
import type { CheckedFile } from './checkedFile';
import type { Known } from './rule';

/** `[pay]: https://…`: what a document's reference links lead to. */
const definition = /^ {0,3}\[([^\]]{1,200})\]:\s+\S/;

/**
 * Whether a number is the words of a link, or the name that a document gives to one, that leads to an address or to a file
 * that is here: that link says what is meant, and the number is no citation of its own.
 */
export function isLinkedElsewhere(
  { form, line, column }: Reference,
  file: CheckedFile,
  { files }: Pick<Known, 'files'>,
): boolean {
  if (form !== 'id' || !isProsePath(file.path)) return false;
  const text = file.line(line);
  if (!text.includes('[') && !text.includes('<')) return false;
  const { definitions } = file.document;
  const at = column - 1;
  const named = definition.exec(text)?.[1];
  const isName = named !== undefined && at <= text.indexOf(']');
  const href = isName
    ? definitions.get(named.trim().toLowerCase())
    : inlineLinks(text, definitions).find(({ start, end }) => start <= at && at < end)?.href;
  if (href === undefined) return false;
  const path = resolveIn(dirname(file.path), href.split(/[?#]/, 1)[0] ?? '');
  return hasScheme(href) || (path !== null && path !== file.path && files.has(path));
}
