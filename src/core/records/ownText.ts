import { splitLines } from '../text/lineEnds';
import type { ParsedRecord } from './record';

/** What of its file's text is the record's own: all of it, or the lines of a part with line feeds. */
export function ownText({ part }: Pick<ParsedRecord, 'part'>, text: string): string {
  if (part === undefined) return text;
  return splitLines(text)
    .slice(part.line - 1, part.endLine)
    .join('\n');
}
