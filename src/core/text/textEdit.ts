/** Replaces what is between two UTF-16 offsets of the old text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param edits of one text, in any order; they do not overlap */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = '';
  let at = 0;
  for (const { start, end, text: instead } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    edited += text.slice(at, start) + instead;
    at = end;
  }
  return edited + text.slice(at);
}
