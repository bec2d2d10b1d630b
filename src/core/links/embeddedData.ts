import type { FilePath } from '../ports';

/**
 * A text in which the data that a program put there is replaced by blanks: outputs and attachments of a notebook, and
 * base64. Nothing in such data cites a record. Every other character keeps its offset.
 */
export function withoutEmbeddedData(text: string, path: FilePath): string {
  const written = /\.ipynb$/i.test(path) ? withoutOutputs(text) : text;
  if (!written.includes(';base64,')) return written;
  return written.replace(encoded, (found) => ' '.repeat(found.length));
}

const encoded = /(?<=;base64,)[A-Za-z0-9+/=_-]{16,}/g;
const outputs = /"(?:outputs|attachments)"[ \t\r\n]{0,200}:[ \t\r\n]{0,200}(?=[[{])/g;

function withoutOutputs(text: string): string {
  let kept = '';
  let at = 0;
  outputs.lastIndex = 0;
  for (let match = outputs.exec(text); match; match = outputs.exec(text)) {
    const start = match.index + match[0].length;
    // Inside of a JSON string the quote is escaped: `"x = \"outputs\": [`.
    if (text[match.index - 1] === '\\') continue;
    const end = endOfValue(text, start);
    kept += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
    outputs.lastIndex = end;
  }
  return at === 0 ? text : kept + text.slice(at);
}

const structural = /"(?:[^"\\]|\\[\s\S])*"|[[\]{}]/g;

/** The offset behind the bracket that closes the one at `start`; the end of the text where none does. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  structural.lastIndex = start;
  for (let match = structural.exec(text); match; match = structural.exec(text)) {
    const [token] = match;
    if (token.startsWith('"')) continue;
    depth += token === '[' || token === '{' ? 1 : -1;
    if (depth === 0) return match.index + 1;
  }
  return text.length;
}
