import { isSeparator, pipeCells } from '../../text/tableCells';
import type { Line, Section } from '../sections';

/** What stands in a box of a handoff, whatever a person made of it: items of a list, rows of a table, paragraphs. */
export interface BoxItem {
  /** Of its first line; counts from 1. */
  readonly line: number;
  /** Without list mark and box; lines that go on are joined. */
  readonly text: string;
  /** Of a row of a table, else null. */
  readonly cells: readonly string[] | null;
  readonly ticked: boolean;
}

const mark = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const tick = /^\[([ xX]?)\][ \t]*/;
const longestItem = 2_000;

/** List items, paragraphs and rows of a table below a heading; comments and the head of a table are none. */
export function boxItems(section: Section): BoxItem[] {
  const items: BoxItem[] = [];
  const lines = section.lines.slice(1).filter(({ text }) => !text.trimStart().startsWith('<!--'));
  for (const [at, line] of lines.entries()) {
    const last = items.at(-1);
    if (line.text.trimStart().startsWith('|')) {
      if (!isSeparator(line.text) && !isSeparator(lines[at + 1]?.text ?? '')) items.push(rowOf(line));
    } else if (last && last.cells === null && goesOn(line)) {
      items[items.length - 1] = { ...last, text: `${last.text} ${line.text.trim()}`.slice(0, longestItem) };
    } else {
      items.push(itemOf(line));
    }
  }
  return items;
}

/** An indented line, or one right below that begins nothing. */
function goesOn({ text, above }: Line): boolean {
  return /^(?: {2,}|\t)/.test(text) || (above.length === 0 && !mark.test(text));
}

function rowOf({ text, number }: Line): BoxItem {
  return { line: number + 1, text: text.slice(0, longestItem), cells: pipeCells(text), ticked: false };
}

function itemOf({ text, number }: Line): BoxItem {
  const bare = text.replace(mark, '').trim();
  const ticked = /[xX]/.test(tick.exec(bare)?.[1] ?? '');
  return { line: number + 1, text: bare.replace(tick, '').slice(0, longestItem), cells: null, ticked };
}
