import type { MarkdownIt, Token } from 'markdown-it';
import { fieldNamed } from '../records/read/fieldNames';
import { normalName, withoutMarks } from '../text/plainText';

/** What stands between a record's title and its first chapter. */
interface Head {
  readonly start: number;
  readonly end: number;
}

/** `Status: Accepted`, `- **Date** : 2025-03-03`; the name of the field is captured. */
const fieldLine = /^[-*•\s]{0,8}([^:：]{1,60})[:：]/;
/** In UTF-16 units: a longer chapter on the status is one that people read. */
const longestStatus = 400;

/**
 * Folds what the page shows already: the fields below a record's title and the chapter on its status, where they come
 * before all else. They are there when the fold is opened.
 * @param summary the label of the fold
 */
export function headFold(md: MarkdownIt, summary: string): void {
  md.core.ruler.after('block', 'head_fold', ({ tokens, Token: TokenClass }) => {
    const head = headOf(tokens);
    if (head === null) return;
    const inline = new TokenClass('inline', '', 0);
    inline.content = summary;
    inline.children = [];
    const open = [
      new TokenClass('details_open', 'details', 1),
      new TokenClass('summary_open', 'summary', 1),
      inline,
      new TokenClass('summary_close', 'summary', -1),
    ];
    tokens.splice(head.end, 0, new TokenClass('details_close', 'details', -1));
    tokens.splice(head.start, 0, ...open);
  });
}

function headOf(tokens: readonly Token[]): Head | null {
  const start = tokens[0]?.type === 'heading_open' && tokens[0].tag === 'h1' ? blockEnd(tokens, 0) : 0;
  let end = start;
  while (isFields(tokens, end)) end = blockEnd(tokens, end);
  end = statusEnd(tokens, end) ?? end;
  return end === start ? null : { start, end };
}

/** The index after the last token of the block that begins at `start`. */
function blockEnd(tokens: readonly Token[], start: number): number {
  let level = 0;
  for (let at = start; at < tokens.length; at++) {
    level += tokens[at]?.nesting ?? 0;
    if (level <= 0) return at + 1;
  }
  return tokens.length;
}

/** Whether a block has nothing but fields, at least one of them known. */
function isFields(tokens: readonly Token[], start: number): boolean {
  const type = tokens[start]?.type;
  if (type !== 'paragraph_open' && type !== 'bullet_list_open') return false;
  const block = tokens.slice(start, blockEnd(tokens, start));
  const lines = block.flatMap((token) => (token.type === 'inline' ? token.content.split('\n') : []));
  const names = lines.map((line) => fieldLine.exec(line)?.[1]);
  return names.every((name) => name !== undefined) && names.some((name) => name !== undefined && isKnown(name));
}

function isKnown(name: string): boolean {
  return fieldNamed(withoutMarks(name)) !== null;
}

/** The end of a short chapter on the status that begins at `start`; null where none begins there. */
function statusEnd(tokens: readonly Token[], start: number): number | null {
  const heading = tokens[start];
  const title = tokens[start + 1]?.content ?? '';
  if (heading?.type !== 'heading_open' || fieldNamed(normalName(title)) !== 'status') return null;
  let end = blockEnd(tokens, start);
  let length = 0;
  while (end < tokens.length && tokens[end]?.type !== 'heading_open') {
    const next = blockEnd(tokens, end);
    for (const token of tokens.slice(end, next)) length += token.content.length;
    end = next;
  }
  return length > longestStatus ? null : end;
}
