/** A table of words written as people read it: `draft, proposed, under review`, on as many lines as it takes. */
export function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

/** Words and phrases with commas between them. */
export function commaSet(text: string): ReadonlySet<string> {
  return new Set(commaList(text));
}

/** Alternatives of a pattern, one piece each, so that every piece can have its reason beside it. */
export function anyOf(...pieces: readonly (RegExp | string)[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join('|');
}
