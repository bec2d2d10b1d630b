import { isDetachedName } from '../activity/heads';
import { saidInvisible } from '../drafts/readiness/saidInvisible';
import type { NoteChange } from './changesSince';
import type { HandoffNote } from './note';

/**
 * Whether the commits that a note calls not pushed are in this clone now; null where it calls nothing so, or where its
 * tips do not tell.
 * @param changes since the note was written, as git tells them
 */
export function arrivedSince(text: string, { tips }: HandoffNote, changes: readonly NoteChange[]): boolean | null {
  const names = Object.values(tips).flatMap((branches) => Object.keys(branches));
  if (!saidInvisible(text).unpushed || names.length === 0 || names.some(isDetachedName)) return null;
  return !changes.some((change) => change.kind === 'branch' && (change.what === 'unknown' || change.what === 'gone'));
}
