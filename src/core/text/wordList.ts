/** Words and phrases with commas between them, in order: `draft, proposed, under review`, on any number of lines. */
export function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

/** The same as a set. */
export function commaSet(text: string): ReadonlySet<string> {
  return new Set(commaList(text));
}

/** Words with blanks between them, on any number of lines, as a set. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Joins alternatives of a pattern, so that each can have its reason beside it. */
export function anyOf(...pieces: readonly (RegExp | string)[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join('|');
}

/** Matches one of the words or phrases of a list, in any letter case, at the beginning of a text. */
export function startsWith(words: string): RegExp {
  return new RegExp(String.raw`^(?:${commaList(words).join('|')})\b`, 'i');
}
