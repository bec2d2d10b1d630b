import { type Fingerprints, fingerprintOf } from '../drafts/fingerprints';
import type { SourceDocument } from '../text/document';
import type { Line } from '../text/line';
import { plainText } from '../text/plainText';
import { isNothing, isUnfilled } from '../text/unfilled';
import { withoutEnd } from '../text/withoutEnd';
import { commaList } from '../text/wordList';
import type { NextItem } from './note';

/** Names of the section that says what is to be done, best first. */
const sections = commaList(`
  next, next steps, next actions, next step, next action, up next, what s next, action items, actions, action list,
  todo, to do, todos, tasks, follow ups, follow up, remaining work, open items, outstanding, outstanding items,
  pending, handed over, handover items`);
/** Names of the section that says what is waited for. */
const waitingSections = commaList(
  'blocked, blocked or waiting, blockers, blocked on, waiting, waiting for, waiting on',
);
const questionSections = commaList('questions for you, questions, open questions');
/** Sections that may also hold items that wait: those that begin with the words in `waits`. */
const watchSections = commaList('watch out, watch out for');
const waits = /^(?:waiting: |(?=(?:blocked|waiting)\b))/i;
const maxItems = 100;
/** How much of one item is read, in UTF-16 units. */
export const longestItem = 1_000;
const box = /^\[([ xX])\]\s+/;

/** The lines of a note, and the fingerprints of those that were drafted; null where the note has none. */
export interface NoteSource {
  readonly lines: readonly string[];
  readonly drafted: Fingerprints | null;
}

/** What is to be done: the list under "Next" or what else it is called, or else every box that can be ticked. */
export function nextItems(document: SourceDocument, source: NoteSource): readonly NextItem[] {
  const section = firstSection(document, sections);
  const lines = section
    ? linesOf(section, document, source.lines)
    : document.lines.filter((line) => line.kind === 'item' && box.test(line.text));
  return itemsOf(lines, section !== undefined, document)
    .filter(({ text }) => !/^and \d+ more, in the facts$/.test(text))
    .map((item) => (isProposed(item, section?.name ?? '', source) ? { ...item, proposed: true } : item));
}

/** Whether an item is still as it was drafted, and was not carried over from an earlier note. */
function isProposed({ line, text }: NextItem, section: string, { lines, drafted }: NoteSource): boolean {
  const written = lines[line - 1] ?? '';
  return (drafted?.has(fingerprintOf(section, written)) ?? false) && !carriedOrigin.test(text);
}

/** Whether a text names one of these tickets or branches, as a word of its own. */
export function namesAny(text: string, names: readonly string[]): boolean {
  const words = new Set(text.split(/[\s,;:()`"']+/u).map((word) => withoutEnd(word, '.!?-')));
  return names.some((name) => words.has(name));
}

/** What a draft appends to an item that it carried over from an earlier note. */
export const carriedOrigin = /\(from the (?:last note|note of [^()]{1,40})\)/;

/** What the writer waits for, in the writer's words; empty where no section says it. */
export function waitingItems(document: SourceDocument, { lines }: NoteSource): readonly string[] {
  const watched = textsIn(document, watchSections, lines).filter((text) => waits.test(text));
  return [...textsIn(document, waitingSections, lines), ...watched.map((text) => text.replace(waits, ''))];
}

/** What the writer asks the reader, in the writer's words. */
export function questionItems(document: SourceDocument, { lines }: NoteSource): readonly string[] {
  return textsIn(document, questionSections, lines);
}

function textsIn(document: SourceDocument, names: readonly string[], source: readonly string[]): readonly string[] {
  const section = firstSection(document, names);
  return section ? itemsOf(linesOf(section, document, source), true, document).map(({ text }) => text) : [];
}

/** The section's lines up to the fold, which may follow without a heading of its own. */
function linesOf(
  { start, outerEnd }: SourceDocument['sections'][number],
  { lines }: SourceDocument,
  source: readonly string[],
): readonly Line[] {
  const inSection = lines.slice(start, outerEnd);
  const fold = inSection.findIndex(({ number }) => /^\s{0,3}<details\b/i.test(source[number - 1] ?? ''));
  return fold < 0 ? inSection : inSection.slice(0, fold);
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
  const text = plainText(withoutFacts(written.replace(box, '')), definitions)
    .replaceAll('\u200b', '')
    .slice(0, longestItem);
  return { text, done: /^\[[xX]\]/.test(written), line: line.number };
}

/**
 * `**Split the ledger**: run it on staging · \`split\`, 3 commits` without the facts that the draft puts at its end.
 */
function withoutFacts(markdown: string): string {
  const at = markdown.startsWith('**') ? markdown.lastIndexOf(' · ') : -1;
  return at > 0 && /\b\d+ commits?\b|\bopen for \d/.test(markdown.slice(at)) ? markdown.slice(0, at) : markdown;
}

/** An item that begins with a prompt was not filled in, because the first words of an item say what is to be done. */
function isEmpty(text: string): boolean {
  return /^\s*\u2039/.test(text) || isNothing(text) || isUnfilled(text);
}

/** `merge it, ‹who›, due ‹when›` becomes `merge it`, and `Split: ‹next step›` becomes `Split`. */
function withoutPrompts(text: string): string {
  return text.replace(/[,;:]?\s?(?:\bdue )?\u2039[^\u2039\u203a]{1,200}\u203a/g, '').trim();
}
