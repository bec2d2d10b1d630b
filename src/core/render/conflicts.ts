import type { FilePath } from '../ports';
import { CodeFence } from '../text/codeFence';
import { conflictEnd, conflictStart, flavourOf } from '../text/document';

/**
 * The two sides of an unfinished merge as a code block, markers included: as text they would become headings, quotes
 * and rules, and one side would read as the valid one. Markers in a code fence are an example. Linear.
 */
export function conflictsAsCode(path: FilePath, text: string): string {
  if (!text.includes('<<<<<<<')) return text;
  const lines = text.split('\n');
  const fence = new CodeFence();
  const shown: string[] = [];
  let last = lines.length - 1;
  while (last >= 0 && !conflictEnd.test(lines[last] ?? '')) last--;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (fence.take(line) !== null || !conflictStart.test(line)) {
      shown.push(line);
      continue;
    }
    // Without an end marker only the start marker is shown as code.
    let end = at;
    if (at < last) while (!conflictEnd.test(lines[end] ?? '')) end++;
    shown.push('', ...block(path, lines.slice(at, end + 1)), '');
    at = end;
  }
  return shown.join('\n');
}

function block(path: FilePath, lines: readonly string[]): readonly string[] {
  const flavour = flavourOf(path);
  if (flavour === 'rst') return ['::', '', ...lines.map((line) => `    ${line}`)];
  if (flavour === 'asciidoc')
    return ['....', ...lines.map((line) => (/^\.{4,}$/.test(line) ? ` ${line}` : line)), '....'];
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`{3,}/g) ?? []).map(({ length }) => length)));
  const mark = '`'.repeat(longest + 1);
  return [mark, ...lines, mark];
}
