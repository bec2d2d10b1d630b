import type { FrontMatterEntry } from './frontMatterEntry';
import { limits } from './limits';

const keyLine = /^([A-Za-z][\w .-]{0,60}?)\s*[:=](?:\s+|$)(.*)$/s;

/**
 * The entries of front matter that is no valid YAML, line by line: a key and its value, with the lines below up to the
 * next key.
 * @param isSound whether the lines of one entry are valid by themselves
 */
export function scanLines(
  lines: readonly string[],
  isSound: (lines: readonly string[]) => boolean,
): FrontMatterEntry[] {
  const entries: { key: string; values: string[]; source: string[] }[] = [];
  for (const line of lines) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const pair = /^\s/.test(line) ? null : keyLine.exec(line);
    if (pair) {
      if (entries.length >= limits.frontMatterKeys) break;
      entries.push({ key: pair[1] ?? '', values: valuesOf(pair[2] ?? ''), source: [line] });
    } else {
      entries.at(-1)?.source.push(line);
      const values = entries.at(-1)?.values;
      const item = line.trim().replace(/^-\s+/, '');
      if (values && values.length < limits.frontMatterItems) values.push(...valuesOf(item));
    }
  }
  return entries.map(({ key, values, source }) =>
    isSound(source) ? { key, values } : { key, values, doubtful: true },
  );
}

function valuesOf(written: string): string[] {
  const text = withoutComment(written.trim());
  if (text === '' || /^[|>][-+]?$/.test(text)) return [];
  if (text.startsWith('[') && text.endsWith(']') && !text.includes('](')) {
    return text
      .slice(1, -1)
      .split(',')
      .map((part) => unquote(part.trim()))
      .filter(Boolean);
  }
  return [unquote(text)];
}

function withoutComment(text: string): string {
  const at = /^["']/.test(text) ? -1 : text.search(/\s#\s/);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}

function unquote(text: string): string {
  return /^(?:"[^"]*"|'[^']*')$/.test(text) ? text.slice(1, -1) : text;
}
