import { dirname } from '../files/paths';
import { relativeHref } from '../files/relativeHref';
import type { HandoffNote } from '../handoffs/note';
import type { FilePath } from '../ports';
import type { PreviousHandoff } from './handoffInput';

/**
 * The note that a draft goes on from, as the draft links to it; null for one without a date.
 * @param draft where the draft is or will be
 */
export function previousHandoff(note: HandoffNote | null, draft: FilePath): PreviousHandoff | null {
  if (note === null || note.written === null) return null;
  return { href: relativeHref(dirname(draft), note.path), title: note.title, instant: note.written };
}
