/** Alternatives of a pattern, one piece each, so that every piece can have its reason beside it. */
export function anyOf(...pieces: readonly (RegExp | string)[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.source)).join('|');
}
