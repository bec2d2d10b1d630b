import { inlineText, oneLine } from '../drafts/escape';
import { codeBlock, codeSpan } from '../render/markdownText';

const longestParagraph = 1_200;
const mostCodeLines = 15;
const longestCodeLine = 160;

const listMark = /^[ \t]{0,6}(?:[-*+•]|\d{1,3}[.)])[ \t]+/;
const codeFence = /^[ \t]{0,3}(?:```|~~~)/;
const codeIndent = /^(?: {4}|\t)/;
/** What a person's message is not: lines that a tool puts there. */
const noise =
  /^(?:[A-Z][A-Za-z-]{2,40}-by: |Change-Id: I[0-9a-f]{8}|\(cherry picked from commit |git-svn-id: |#{1,3} ?Conflicts:|Conflicts:$|\* {1,3}(?:fixup|squash)! )/;

/**
 * The paragraphs of a commit's message as Markdown of one blank line between them: hard-wrapped lines are one line
 * again, lists stay lists, code stays code, and nothing in it is markup, a mention or a link of its own (R38).
 */
export function messageParagraphs(body: string): string[][] {
  const blocks: string[][] = [];
  let lines: string[] = [];
  let isCode = false;
  const close = () => {
    if (lines.length > 0) blocks.push(blockOf(lines));
    lines = [];
  };
  for (const line of body.split(/\r\n?|\n/)) {
    if (codeFence.test(line)) {
      if (!isCode) close();
      isCode = !isCode;
      if (!isCode) {
        blocks.push(codeOf(lines));
        lines = [];
      }
    } else if (isCode) lines.push(line);
    else if (line.trim() === '') close();
    else if (!noise.test(line)) lines.push(line);
  }
  if (isCode) blocks.push(codeOf(lines));
  else close();
  return blocks.filter((block) => block.length > 0);
}

/** A text of one line in which `code` stays code. */
export function messageLine(text: string, limit: number = longestParagraph): string {
  const line = oneLine(text);
  const cut = line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line;
  return cut
    .split(/(`[^`]{1,200}`)/)
    .map((part, at) => {
      if (at % 2 === 1) return codeSpan(part.slice(1, -1).replace(/[‹›]/g, "'"));
      const text = inlineText(part, longestParagraph);
      return text === ''
        ? part.slice(0, 1).trim()
        : `${/^\s/.test(part) ? ' ' : ''}${text}${/\s$/.test(part) ? ' ' : ''}`;
    })
    .join('')
    .trim();
}

function blockOf(lines: readonly string[]): string[] {
  if (lines.every((line) => codeIndent.test(line)) && !listMark.test(lines[0] ?? '')) return codeOf(lines);
  const items: string[] = [];
  for (const line of lines) {
    const mark = listMark.exec(line)?.[0];
    // A table or a line that is only a rule has no words to join.
    if (mark !== undefined) items.push(`- ${line.slice(mark.length)}`);
    else if (items.length === 0) items.push(line.trim());
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return items.flatMap((item) => {
    const isItem = item.startsWith('- ') && lines.some((line) => listMark.test(line));
    const text = messageLine(isItem ? item.slice(2) : item);
    return text === '' ? [] : [isItem ? `- ${text}` : text];
  });
}

function codeOf(lines: readonly string[]): string[] {
  const shown = lines.slice(0, mostCodeLines).map((line) => {
    const text = line
      .replace(codeIndent, '')
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/[‹›]/g, "'")
      .trimEnd();
    return text.slice(0, longestCodeLine);
  });
  return shown.every((line) => line.trim() === '') ? [] : codeBlock(shown);
}
