import type { MarkdownIt, StateBlock } from 'markdown-it';
import { CodeFence } from '../text/codeFence';

const opening = /^<details(?: open(?:="")?)?>(.*)$/i;
const summaryLine = /^<summary>(.*)<\/summary>$/i;
const closingTag = '</details>';

/**
 * Reads `<details>` with its `<summary>`, each tag on its own line (or the two openings on one), as a block whose
 * content is Markdown. A fold that is not closed is text: the tags of the page always balance.
 */
export function details(md: MarkdownIt): void {
  md.block.ruler.before('paragraph', 'details', detailsBlock, { alt: ['paragraph', 'blockquote', 'list'] });
}

function detailsBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opened = opening.exec(lineText(state, startLine));
  const end = opened ? foldEnds(state).get(startLine) : undefined;
  if (!opened || end === undefined || end >= endLine || leavesContainer(state, startLine, end)) return false;
  if (silent) return true;
  const summary = findSummary(state, startLine, end, opened[1] ?? '');
  state.push('details_open', 'details', 1);
  if (summary) {
    state.push('summary_open', 'summary', 1);
    const inline = state.push('inline', '', 0);
    inline.content = summary.text;
    inline.children = [];
    state.push('summary_close', 'summary', -1);
  }
  const { lineMax } = state;
  state.lineMax = end;
  state.md.block.tokenize(state, summary ? summary.line + 1 : startLine + 1, end);
  state.lineMax = lineMax;
  state.line = end + 1;
  state.push('details_close', 'details', -1);
  return true;
}

function findSummary(
  state: StateBlock,
  start: number,
  end: number,
  rest: string,
): { text: string; line: number } | null {
  let line = start;
  if (rest === '') {
    line += 1;
    while (line < end && state.isEmpty(line)) line += 1;
  }
  const text = summaryLine.exec(line === start ? rest : lineText(state, line))?.[1];
  return text === undefined || line >= end ? null : { text, line };
}

/** The line of `</details>` for each line of `<details>`: found in one pass, so that many openings cost no more than one. */
function foldEnds(state: StateBlock): Map<number, number> {
  const known = state.env.foldEnds;
  if (known instanceof Map) return known;
  const ends = new Map<number, number>();
  const open: number[] = [];
  const fence = new CodeFence();
  for (const [line, raw] of state.src.split('\n').entries()) {
    const text = raw.trim();
    if (fence.take(text) !== null) continue;
    if (opening.test(text)) open.push(line);
    else if (text.toLowerCase() === closingTag) {
      const start = open.pop();
      if (start !== undefined) ends.set(start, line);
    }
  }
  state.env.foldEnds = ends;
  return ends;
}

function leavesContainer(state: StateBlock, start: number, end: number): boolean {
  for (let line = start + 1; line <= end; line += 1) {
    if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return true;
  }
  return false;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim();
}
