import { carriedOrigin } from '../../handoffs/nextItems';
import { isSeparator, pipeCells } from '../../text/tableCells';
import { type Finding, finding } from '../gap';
import { hasPrompt } from '../prompts';
import type { Line, Section } from '../sections';
import { hasContingency, hasDefault, hasOwner, hasTime, saysNothing, stateOf, typedPart } from './phrases';

/** `not-visible`: the note says that something is not pushed or committed. `unclear-due`: a time that has two readings. */
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

/** The gap that an empty box is. Only the box `next` has to exist. */
const emptyBox: Partial<Record<Box, ReadinessCode>> = { next: 'no-next', blocked: 'no-blockers' };

export const boxNames: readonly Box[] = ['next', 'state', 'blocked', 'time-critical', 'questions'];

/** `Next`, `Next steps`, `Time critical`. */
export function isBox(key: string, box: Box): boolean {
  return key.replaceAll(' ', '-').startsWith(box) && key.length < box.length + 30;
}

/** What the check of a box has to know of the note. */
export interface BoxContext {
  /** Names that count as an owner. */
  readonly people: readonly string[];
  /** Whether a line of the section `key` is as it was drafted. */
  readonly isDrafted: (key: string, line: string) => boolean;
}

/** What one of a person's boxes lacks. A proposal of the draft that its writer left as it is has no gaps. */
export function gapsOfBox(box: Box, section: Section, { people, isDrafted }: BoxContext): Finding<ReadinessCode>[] {
  const all = boxItems(section, isDrafted);
  const isContingency = ({ text }: BoxItem) => box === 'next' && /^if\b/i.test(text);
  const items = all.filter((item) => !isContingency(item));
  const open = all.filter((item) => isContingency(item) && hasPrompt(item.text));
  const gaps = open.map(({ line }) => finding<ReadinessCode>('no-contingency', line, ''));
  const typed = items.filter((item) => isTyped(item, box));
  if (typed.length === 0) {
    const asking = items.find(({ text, drafted }) => !drafted || hasPrompt(text));
    const isCarried = items.some(({ text }) => carriedOrigin.test(text));
    const code = isCarried || (items.length > 0 && !asking) ? undefined : emptyBox[box];
    const line = asking?.line ?? (section.lines[0]?.number ?? 0) + 1;
    return [...(code ? [finding(code, line, '')] : []), ...gaps];
  }
  const lacking = typed.flatMap((item) => {
    const name = item.cells?.[0] ?? item.text;
    return saysNothing(name) ? [] : lacks[box](item, people).map((code) => finding(code, item.line, name));
  });
  return [...lacking, ...gaps];
}

/** Whether a person has to account for an item. A row of states is drafted with the work that git knows, to be judged. */
function isTyped({ text, cells, drafted }: BoxItem, box: Box): boolean {
  return (box === 'state' && cells !== null) || (!drafted && typedPart(text) !== '');
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
  /** Every line of it is as it was drafted. */
  readonly drafted: boolean;
}

const mark = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const tick = /^\[([ xX]?)\][ \t]*/;
const longestItem = 2_000;

/** List items, paragraphs and rows of a table below a heading, without comments and heads of tables. */
function boxItems(section: Section, isDrafted: BoxContext['isDrafted']): BoxItem[] {
  const items: BoxItem[] = [];
  const lines = section.lines.slice(1).filter(({ text }) => !text.trimStart().startsWith('<!--'));
  for (const [at, line] of lines.entries()) {
    const last = items.at(-1);
    const drafted = isDrafted(section.key, line.text);
    if (line.text.trimStart().startsWith('|')) {
      if (!isSeparator(line.text) && !isSeparator(lines[at + 1]?.text ?? '')) items.push({ ...rowOf(line), drafted });
    } else if (last && last.cells === null && goesOn(line)) {
      const text = `${last.text} ${line.text.trim()}`.slice(0, longestItem);
      items[items.length - 1] = { ...last, text, drafted: last.drafted && drafted };
    } else {
      items.push({ ...itemOf(line), drafted });
    }
  }
  return items;
}

/** Whether a line continues the item above: it is indented, or follows without a blank line and without a list mark. */
function goesOn({ text, above }: Line): boolean {
  return /^(?: {2,}|\t)/.test(text) || (above.length === 0 && !mark.test(text));
}

function rowOf({ text, number }: Line): Omit<BoxItem, 'drafted'> {
  return { line: number + 1, text: text.slice(0, longestItem), cells: pipeCells(text), ticked: false };
}

function itemOf({ text, number }: Line): Omit<BoxItem, 'drafted'> {
  const bare = text.replace(mark, '').trim();
  const ticked = /[xX]/.test(tick.exec(bare)?.[1] ?? '');
  return { line: number + 1, text: bare.replace(tick, '').slice(0, longestItem), cells: null, ticked };
}
