import type { FilePath } from '../ports';
import type { Fix, Span } from './finding';
import { sentence } from './sentences';

/** A fix that replaces a span by a text. @param shown the text as the fix's title has it */
export function rewriting(
  code: 'retired-record' | 'stale-slug' | 'broken-link' | 'gone-path' | 'empty-scope' | 'title-number',
  file: FilePath,
  span: Span,
  text: string,
  shown = text,
): Fix {
  return { title: sentence(code, 'fix', shown), edits: [{ file, ...span, text }] };
}
