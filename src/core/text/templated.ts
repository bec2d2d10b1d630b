import type { FilePath } from '../ports';

/** As in `files/textPaths`, of which nothing is known here. */
const ending = /\.(?:erb|j2|jinja2?|njk|liquid)$/i;
const tags = /<%[^%]{0,800}%>|\{%[^%]{0,800}%\}|\{\{[^{}]{0,400}\}\}/g;

/** A document that a generator fills in, with `…` for what it would put there and nothing for its instructions; lines stay. */
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
