import type { FilePath } from '../ports';
import type { Fix, Span } from './finding';
import { sentence } from './sentences';

/** A fix that writes a text in place of a span. @param shown what its title says of the text */
export function rewriting(
  code: 'retired-record' | 'stale-slug' | 'broken-link' | 'gone-path' | 'empty-scope' | 'title-number',
  file: FilePath,
  span: Span,
  text: string,
  shown = text,
): Fix {
  return { title: sentence(code, 'fix', shown), edits: [{ file, ...span, text }] };
}
