import type { Reference } from '../links/link';
import type { FilePath } from '../ports';
import { type LinkTarget, linkTarget } from './linkTarget';

/** The one record that a reference leads to, here or in another folder of the window. */
export function recordOf({ target, candidates, elsewhere }: Reference): LinkTarget | null {
  if (target !== null) return { kind: 'file', path: target, fragment: null };
  const [other, second] = elsewhere ?? [];
  return other && !second && candidates.length === 0 ? { kind: 'file', ...other, fragment: null } : null;
}

/**
 * Where a link in a document leads: for a URL into the own repository, or into that of another folder of the window, to
 * the record itself. Null for what is no link (`linkTarget`).
 * @param references finds the references in a text of the document
 */
export function writtenTarget(
  href: string,
  from: FilePath,
  references: (text: string) => readonly Reference[],
): LinkTarget | null {
  const target = linkTarget(href, from);
  const isOfPart = target?.kind === 'file' && target.fragment !== null;
  if (target?.kind !== 'external' && !isOfPart) return target;
  const [only, second] = references(href);
  const record = only && !second ? recordOf(only) : null;
  // The fragment of a link is a place in the record, unless it names the part of a collection.
  return isOfPart && record?.kind === 'file' && !record.path.includes('#') ? target : (record ?? target);
}
