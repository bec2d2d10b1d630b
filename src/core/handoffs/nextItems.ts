import type { SourceDocument } from '../text/document';
import type { Line } from '../text/line';
import { plainText } from '../text/plainText';
import { isNothing, isUnfilled } from '../text/unfilled';
import { commaList } from '../text/wordList';
import type { HandoffNote } from './note';

type NextItem = HandoffNote['next'][number];

/** Names of the section that says what is to be done, best first. */
const sections = commaList(`
  next, next steps, next actions, next step, next action, up next, what s next, action items, actions, action list,
  todo, to do, todos, tasks, follow ups, follow up, remaining work, open items, outstanding, outstanding items,
  pending, handed over, handover items`);
/** Names of the section that says what is waited for. */
const waitingSections = commaList(
  'blocked, blocked or waiting, blockers, blocked on, waiting, waiting for, waiting on',
);
const maxItems = 100;
const box = /^\[([ xX])\]\s+/;

/** What is to be done: the list under "Next" or what else it is called, or else every box that can be ticked. */
export function nextItems(document: SourceDocument): readonly NextItem[] {
  const section = firstSection(document, sections);
  const lines = section
    ? document.lines.slice(section.start, section.outerEnd)
    : document.lines.filter((line) => line.kind === 'item' && box.test(line.text));
  return itemsOf(lines, section !== undefined, document);
}

/** What somebody or something is waited for, in the writer's words; empty where no section of that name says it. */
export function waitingItems(document: SourceDocument): readonly string[] {
  const section = firstSection(document, waitingSections);
  if (!section) return [];
  return itemsOf(document.lines.slice(section.start, section.outerEnd), true, document).map(({ text }) => text);
}

function firstSection({ sections: all }: SourceDocument, names: readonly string[]) {
  return names.map((name) => all.find((section) => section.name === name)).find((found) => found !== undefined);
}

function itemsOf(lines: readonly Line[], isSection: boolean, document: SourceDocument): readonly NextItem[] {
  const items = lines.filter((line) => line.kind === 'item');
  const indent = items.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);
  const top = items.filter((line) => !isSection || line.indent <= indent);
  const found = top.length > 0 ? top : lines.filter((line) => line.kind === 'text' || isBodyRow(line));
  return found
    .slice(0, maxItems)
    .map((line) => itemOf(line, document))
    .filter(({ text }) => !isEmpty(text))
    .map((item) => ({ ...item, text: withoutPrompts(item.text) }));
}

function isBodyRow(line: Line): boolean {
  return line.kind === 'row' && !line.header;
}

function itemOf(line: Line, { definitions }: SourceDocument): NextItem {
  const written = line.kind === 'row' ? line.cells.join(', ') : 'text' in line ? line.text : '';
  const text = plainText(written.replace(box, ''), definitions).replaceAll('\u200b', '').slice(0, 1_000);
  return { text, done: /^\[[xX]\]/.test(written), line: line.number };
}

/** What begins with a prompt was not filled in: its first words are what is to be done. */
function isEmpty(text: string): boolean {
  return /^\s*\u2039/.test(text) || isNothing(text) || isUnfilled(text);
}

/** `merge it, ‹who›, due ‹when›` says only what. */
function withoutPrompts(text: string): string {
  return text.replace(/[,;]?\s?(?:\bdue )?\u2039[^\u2039\u203a]{1,200}\u203a/g, '').trim();
}
