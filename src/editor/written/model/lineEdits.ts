import { diffLines } from '../../../core/text/diffLines';
import type { TextEdit } from '../../../core/text/textEdit';

/**
 * The edits that turn one text into another. Lines that both have stay untouched, so that the cursor, folded parts and
 * undo stay with what a person typed. The edits are in order and do not touch each other.
 */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const edits: TextEdit[] = [];
  let [oldAt, freshAt, offset] = [0, 0, 0];
  const replaceUntil = (oldLine: number, freshLine: number): void => {
    const start = offset;
    for (; oldAt < oldLine; oldAt++) offset += old[oldAt]?.length ?? 0;
    const text = fresh.slice(freshAt, freshLine).join('');
    if (offset > start || text !== '') edits.push({ start, end: offset, text });
    freshAt = freshLine;
  };
  for (const [freshLine, oldLine] of diffLines(old, fresh).entries()) {
    if (oldLine === null) continue;
    replaceUntil(oldLine, freshLine);
    offset += old[oldLine]?.length ?? 0;
    [oldAt, freshAt] = [oldLine + 1, freshLine + 1];
  }
  replaceUntil(old.length, fresh.length);
  return edits;
}

/** With their line ends, so that the joined lines are the text. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
