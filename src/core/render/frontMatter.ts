/** Front matter longer than this is not front matter (docs/security.md#hostile-input, D11). */
const longestFrontMatter = 500;
const fences = new Set(['---', '+++']);

/** The text below the front matter, whose fields the page shows in its own way. Not closed: all of it is text. */
export function withoutFrontMatter(text: string): string {
  const lines = text.replace(/^\ufeff/, '').split('\n', longestFrontMatter);
  const fence = lines[0]?.trimEnd() ?? '';
  if (!fences.has(fence)) return text;
  const end = lines.findIndex((line, at) => at > 0 && (line.trimEnd() === fence || line.trimEnd() === '...'));
  if (end < 0) return text;
  const length = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
  return text.replace(/^\ufeff/, '').slice(length);
}
