import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { slugId } from './slug';

/**
 * HTML is off, so a tag is shown as text. These few pieces are common in records and mean something harmless, so they
 * are read as Markdown of their own: comments are dropped, `<br>` breaks the line, an empty anchor is a place to jump
 * to.
 */
export function htmlPieces(md: MarkdownIt): void {
  md.block.ruler.before('paragraph', 'comment', commentBlock, { alt: ['paragraph', 'blockquote', 'list'] });
  md.inline.ruler.before('autolink', 'html_piece', piece);
  md.renderer.rules.anchor = (tokens, index) => `<span id="${tokens[index]?.meta?.id}"></span>`;
}

const breakTag = /<br ?\/?>/iy;
const anchorTag = /<a (?:name|id)="([^"<>]{1,100})">(?:<\/a>)?/iy;

function piece(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const end = commentEnd(state);
  if (end > 0) {
    state.pos = end;
    return true;
  }
  breakTag.lastIndex = anchorTag.lastIndex = state.pos;
  if (breakTag.test(state.src)) {
    if (!silent) state.push('hardbreak', 'br', 0);
    state.pos = breakTag.lastIndex;
    return true;
  }
  const anchor = anchorTag.exec(state.src);
  if (!anchor?.[1]) return false;
  if (!silent) state.push('anchor', 'span', 0).meta = { id: slugId(anchor[1]) };
  state.pos = anchorTag.lastIndex;
  return true;
}

function commentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith('<!--', start)) return false;
  const end = closing(state, start);
  if (end < 0) return false;
  let line = startLine;
  while (line < endLine && (state.eMarks[line] ?? 0) < end) line += 1;
  // What follows on the closing line is text of a paragraph; the inline rule drops the comment there.
  if (line >= endLine || state.src.slice(end, state.eMarks[line]).trim() !== '') return false;
  if (!silent) state.line = line + 1;
  return true;
}

function commentEnd(state: StateInline): number {
  return state.src.startsWith('<!--', state.pos) ? closing(state, state.pos) : -1;
}

/**
 * The offset behind `-->`, or -1. One miss is remembered, or 20,000 openings would each search to the end
 * (docs/security.md#hostile-input, D12).
 */
function closing(state: StateBlock | StateInline, start: number): number {
  if (state.env.commentOpenIn === state.src) return -1;
  const end = state.src.indexOf('-->', start + 4);
  if (end < 0) state.env.commentOpenIn = state.src;
  return end < 0 ? -1 : end + 3;
}
