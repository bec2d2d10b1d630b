import type { FilePath } from '../ports';

/** The same extensions as in `files/textPaths`, which this folder may not import. */
const ending = /\.(?:erb|j2|jinja2?|njk|liquid)$/i;
const tags = /<%[^%]{0,800}%>|\{%[^%]{0,800}%\}|\{\{[^{}]{0,400}\}\}/g;

/** A document without template tags: `…` for an expression, nothing for an instruction. Line numbers stay. */
export function withoutTags(path: FilePath, text: string): string {
  if (!ending.test(path)) return text;
  return text.replace(
    tags,
    (tag) => (/^(?:<%=|\{\{)/.test(tag) ? '\u2026' : '') + '\n'.repeat(tag.split('\n').length - 1),
  );
}

export function withoutEnding(path: FilePath): FilePath {
  return path.replace(ending, '');
}
