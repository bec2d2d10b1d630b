import { isSeparator, pipeCells } from '../../text/tableCells';
import { type Finding, finding } from '../gap';
import type { Line, Section } from '../sections';
import { hasContingency, hasDefault, hasOwner, hasTime, saysNothing, stateOf, typedPart } from './phrases';

/** `not-visible`: the note says that something is not pushed or committed. `unclear-due`: two people read it as two times. */
export type ReadinessCode =
  | 'no-addressee'
  | 'no-next'
  | 'no-owner'
  | 'no-due'
  | 'unclear-due'
  | 'no-state'
  | 'no-contingency'
  | 'no-blockers'
  | 'no-needed-by'
  | 'no-default'
  | 'prompt-left'
  | 'not-visible';

export type Box = 'next' | 'state' | 'blocked' | 'time-critical' | 'questions';

/** What a typed item lacks, by box. */
const lacks: Readonly<Record<Box, (item: BoxItem, people: readonly string[]) => readonly ReadinessCode[]>> = {
  next: ({ text, ticked }, people) => {
    const typed = typedPart(text);
    return ticked ? [] : which({ 'no-owner': !hasOwner(typed, people), 'no-due': !hasTime(typed) });
  },
  state: ({ text, cells }) => {
    const state = stateOf(typedPart(cells?.[1] ?? text));
    const isPrepared = hasContingency(typedPart(cells ? cells.slice(2).join(' ') : text));
    return which({ 'no-state': state === null, 'no-contingency': state === 'blocked' && !isPrepared });
  },
  blocked: () => [],
  'time-critical': () => [],
  questions: ({ text }) => {
    const typed = typedPart(text);
    return which({ 'no-needed-by': !hasTime(typed), 'no-default': !hasDefault(typed) });
  },
};

/** What an empty box means. */
export const emptyBox: Partial<Record<Box, ReadinessCode>> = { next: 'no-next', blocked: 'no-blockers' };

export const boxNames: readonly Box[] = ['next', 'state', 'blocked', 'time-critical', 'questions'];

/** `Next`, `Next steps`, `Time critical`. */
export function isBox(key: string, box: Box): boolean {
  return key.replaceAll(' ', '-').startsWith(box) && key.length < box.length + 30;
}

/**
 * What one of a person's boxes lacks.
 * @param people names that count as an owner
 */
export function gapsOfBox(box: Box, section: Section, people: readonly string[]): Finding<ReadinessCode>[] {
  const items = boxItems(section);
  const typed = items.filter((item) => isTyped(item, box));
  const empty = emptyBox[box];
  if (typed.length === 0) {
    const line = items[0]?.line ?? (section.lines[0]?.number ?? 0) + 1;
    return empty ? [finding(empty, line, '')] : [];
  }
  return typed.flatMap((item) => {
    const name = item.cells?.[0] ?? item.text;
    return saysNothing(name) ? [] : lacks[box](item, people).map((code) => finding(code, item.line, name));
  });
}

/** A row's first cell is drafted: what git knows to be under way is there to be judged. */
function isTyped({ text, cells }: BoxItem, box: Box): boolean {
  return (box === 'state' && cells !== null) || typedPart(text) !== '';
}

function which(gaps: Partial<Record<ReadinessCode, boolean>>): ReadinessCode[] {
  return (Object.keys(gaps) as ReadinessCode[]).filter((code) => gaps[code]);
}

/** What stands in a box of a handoff, whatever a person made of it: items of a list, rows of a table, paragraphs. */
interface BoxItem {
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
function boxItems(section: Section): BoxItem[] {
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
