import { splitFingerprints, withComment } from '../../../core/drafts/fingerprints';
import type { TextEdit } from '../../../core/text/textEdit';
import { lineEdits } from '../../written/model/lineEdits';

/**
 * The draft with what others have written into the pull request in the meantime, each part at its place. Nothing is
 * removed: where others deleted or changed lines, the draft's own lines stay beside theirs, for a person to judge. The
 * fingerprints still say which lines were drafted.
 * @param seen the pull request's text as this draft was last sent or merged with; null where that is not known, and
 *   then all that the draft lacks is new
 * @returns `mine` itself where there is nothing to add
 */
export function mergeOpenText(mine: string, theirs: string, seen: string | null): string {
  const { body, drafted } = splitFingerprints(mine);
  const base = seen === null ? body : splitFingerprints(seen).body;
  const added = lineEdits(base, splitFingerprints(theirs).body).filter(({ text }) => text.trim() !== '');
  if (added.length === 0) return mine;
  const moves = lineEdits(base, body);
  let [text, done] = ['', 0];
  for (const edit of added) {
    const at = Math.max(done, placeIn(moves, edit.start));
    // The edit replaces something that stays here, so it becomes a paragraph of its own.
    const own = edit.end > edit.start ? `${edit.text.trimEnd()}\n\n` : edit.text;
    text += body.slice(done, at) + own;
    done = at;
  }
  text += body.slice(done);
  const fingerprints = [...(drafted ?? [])].flatMap(([one, count]) => Array<string>(count).fill(one));
  return drafted === null ? text : withComment(text, fingerprints);
}

/** The offset in the edited text of an offset in the base; after the replacement, where its text was replaced. */
function placeIn(edits: readonly TextEdit[], offset: number): number {
  const before = edits.filter(({ start, end }) => end <= offset || start < offset);
  const moved = before.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return Math.max(0, Math.max(offset, before.at(-1)?.end ?? 0) + moved);
}
