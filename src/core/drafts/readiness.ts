import { readFrontMatter } from '../records/read/frontMatter';
import { plainText, shorten } from '../records/read/plainText';
import { usualDays, usualHours } from '../team/team';
import { findDeadlines } from '../time/deadlines';
import { parseInstant } from '../time/zone';
import { hasPrompt } from './prompts';
import { type BoxItem, boxItems } from './readiness/boxItems';
import { hasContingency, hasDefault, hasOwner, hasTime, saysNothing, stateOf, typedPart } from './readiness/phrases';
import { readSections, type Section } from './sections';

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

/** Something that the next person will miss. It is told, and keeps nobody from anything. */
export interface ReadinessGap {
  readonly code: ReadinessCode;
  /** Counts from 1. */
  readonly line: number;
  /** The words that it is about, plain, at most 80 characters; `''` where there are none. */
  readonly detail: string;
}

type Box = 'next' | 'state' | 'blocked' | 'time-critical' | 'questions';

/** What an item that somebody typed lacks, by box. */
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

/** What it means that nobody typed anything into a box. */
const emptyBox: Partial<Record<Box, ReadinessCode>> = { next: 'no-next', blocked: 'no-blockers' };

/**
 * What a handoff still lacks, by line. Takes whatever a person made of the draft: lists instead of tables, other words,
 * boxes that are gone.
 */
export function checkHandoff(text: string): readonly ReadinessGap[] {
  const lines = text.split(/\r\n?|\n/);
  const { sections } = readSections(text, null);
  const front = readFrontMatter(lines);
  const valuesOf = (key: string) => front.entries.find((entry) => entry.key.toLowerCase() === key)?.values ?? [];
  const people = [...valuesOf('from'), ...valuesOf('to')].map((name) => name.split(/\s/, 1)[0] ?? '');
  const boxes = boxNames.flatMap((box) =>
    sections.filter(({ key }) => isBox(key, box)).map((section) => ({ box, section })),
  );
  const gaps = [
    ...(valuesOf('to').some((name) => name.trim() !== '') ? [] : [gap('no-addressee', lineOf(lines, /^to\s*:/), '')]),
    ...invisible(lines),
    ...boxes.flatMap(({ box, section }) => gapsOfBox(box, section, people)),
    ...missingBoxes(boxes, lines),
    ...unclearTimes(lines, boxes, valuesOf('handoff')[0] ?? ''),
  ];
  return [...gaps, ...promptsLeft(lines, gaps)].sort((a, b) => a.line - b.line);
}

const boxNames: readonly Box[] = ['next', 'state', 'blocked', 'time-critical', 'questions'];

/** `Next`, `Next steps`, `Time critical`. */
function isBox(key: string, box: Box): boolean {
  return key.replaceAll(' ', '-').startsWith(box) && key.length < box.length + 30;
}

function gapsOfBox(box: Box, section: Section, people: readonly string[]): ReadinessGap[] {
  const items = boxItems(section);
  const typed = items.filter((item) => isTyped(item, box));
  const empty = emptyBox[box];
  if (typed.length === 0) {
    const line = items[0]?.line ?? (section.lines[0]?.number ?? 0) + 1;
    return empty ? [gap(empty, line, '')] : [];
  }
  return typed.flatMap((item) => {
    const name = item.cells?.[0] ?? item.text;
    return saysNothing(name) ? [] : lacks[box](item, people).map((code) => gap(code, item.line, name));
  });
}

/** A row's first cell is drafted: what git knows to be under way is there to be judged. */
function isTyped({ text, cells }: BoxItem, box: Box): boolean {
  return (box === 'state' && cells !== null) || typedPart(text) !== '';
}

function missingBoxes(boxes: readonly { readonly box: Box }[], lines: readonly string[]): ReadinessGap[] {
  return boxNames.flatMap((name) => {
    const code = emptyBox[name];
    return code && !boxes.some(({ box }) => box === name) ? [gap(code, lineOf(lines, /^# /), '')] : [];
  });
}

function invisible(lines: readonly string[]): ReadinessGap[] {
  const at = lines.findIndex((line) => /^ {0,3}>\s*\*\*Not visible to you yet/i.test(line));
  return at < 0 ? [] : [gap('not-visible', at + 1, '')];
}

/** Times in the boxes, as of when the note was written. What follows them is long and not looked at. */
function unclearTimes(
  lines: readonly string[],
  boxes: readonly { readonly section: Section }[],
  written: string,
): ReadinessGap[] {
  const numbers = new Set(boxes.flatMap(({ section }) => section.lines.map(({ number }) => number)));
  const text = lines.slice(0, Math.max(0, ...numbers) + 1).join('\n');
  const author = { zone: 'UTC', hours: usualHours, days: usualDays };
  return findDeadlines(text, { now: parseInstant(written) ?? 0, author, reader: null }).flatMap((deadline) => {
    const { offset, length } = deadline;
    const number = text.slice(0, offset).split('\n').length - 1;
    return numbers.has(number) ? [gap('unclear-due', number + 1, text.slice(offset, offset + length))] : [];
  });
}

/** Where nothing more exact is told. */
function promptsLeft(lines: readonly string[], told: readonly ReadinessGap[]): ReadinessGap[] {
  const known = new Set(told.map(({ line }) => line));
  return lines.flatMap((line, at) => {
    if (known.has(at + 1) || !hasPrompt(line)) return [];
    return [gap('prompt-left', at + 1, /‹([^‹›]{1,200})›/.exec(line)?.[1] ?? '')];
  });
}

function which(gaps: Partial<Record<ReadinessCode, boolean>>): ReadinessCode[] {
  return (Object.keys(gaps) as ReadinessCode[]).filter((code) => gaps[code]);
}

function lineOf(lines: readonly string[], pattern: RegExp): number {
  return (
    Math.max(
      0,
      lines.findIndex((line) => pattern.test(line)),
    ) + 1
  );
}

function gap(code: ReadinessCode, line: number, about: string): ReadinessGap {
  return { code, line, detail: shorten(plainText(about), 80) };
}
