import { nameOfKey } from './write/locateField';

/** Where a glob of a scope stands in its line; columns count from 0. */
export interface PlacedGlob {
  readonly glob: string;
  readonly start: number;
  readonly end: number;
}

/** A longer front matter is not looked through for the key of a line. */
const farthest = 300;

/**
 * The glob of a record's scope at a place of its text, where that is the front matter's `scope`, `paths` and the like.
 * @param globs of the record
 * @param lineAt a line of the text, by its number from 0
 */
export function scopeAt(
  globs: readonly string[],
  lineAt: (line: number) => string,
  line: number,
  column: number,
): PlacedGlob | null {
  if (line === 0 || line > farthest || !isOfScope(lineAt, line)) return null;
  const text = lineAt(line);
  // Of two of which one is the beginning of the other, the longer one stands there.
  for (const glob of [...globs].sort((a, b) => b.length - a.length)) {
    for (let start = text.indexOf(glob); start >= 0; start = text.indexOf(glob, start + glob.length)) {
      const end = start + glob.length;
      if (start <= column && column <= end) return { glob, start, end };
    }
  }
  return null;
}

/** Whether a line is in the front matter and has the values of a scope. */
function isOfScope(lineAt: (line: number) => string, line: number): boolean {
  const fence = /^\ufeff?(---|\+\+\+)\s*$/.exec(lineAt(0))?.[1];
  if (fence === undefined) return false;
  let key: string | null = null;
  for (let at = 1; at <= line; at++) {
    const text = lineAt(at);
    if (text.trimEnd() === fence) return false;
    if (/^[^\s#-]/.test(text)) key = nameOfKey(text);
  }
  return key === 'scope' || key === 'paths';
}
