import { splitLines } from '../text/lineEnds';
import type { ParsedRecord } from './record';

/** The record's own text: all of its file, or the lines of a part, joined by line feeds. */
export function ownText({ part }: Pick<ParsedRecord, 'part'>, text: string): string {
  if (part === undefined) return text;
  return splitLines(text)
    .slice(part.line - 1, part.endLine)
    .join('\n');
}
