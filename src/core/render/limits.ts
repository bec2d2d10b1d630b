/**
 * What the panel shows of one file at most, in UTF-16 units: the renderer stays under about half a second on the worst
 * input.
 */
const shownText = 256 * 1024;
/** The same cap on a line as the readers of records have (docs/security.md#r32). */
const shownLine = 20_000;

export interface CutText {
  readonly text: string;
  readonly truncated: boolean;
}

/** Cuts at a line's end where one is near, and puts `…` where the rest of a long line was. Line ends become `\n`. */
export function cutText(full: string, limit = shownText): CutText {
  const whole = full.length <= limit;
  const lineEnd = whole ? full.length : full.lastIndexOf('\n', limit);
  const end = lineEnd > limit / 2 ? lineEnd : limit;
  const lines = full.slice(0, whole ? full.length : end).split(/\r\n|\r|\n/);
  const long = lines.some((line) => line.length > shownLine);
  const text = lines.map((line) => (line.length > shownLine ? `${line.slice(0, shownLine)}…` : line)).join('\n');
  return { text, truncated: long || !whole };
}
