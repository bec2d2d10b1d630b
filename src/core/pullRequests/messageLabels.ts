import { CodeFence } from '../text/codeFence';
import { splitLines } from '../text/lineEnds';
import { topicsOf } from './topics';

/** What a commit's message says below `Why:`, `What:`, `How to test:` and `Risk:`, and all else that it says. */
type MessagePart = 'why' | 'what' | 'test' | 'risk' | 'rest';

interface Label {
  readonly part: MessagePart;
  /** What follows on its line. */
  readonly words: string;
  /** Whether it can be nothing but a label, so that it needs no other beside it. */
  readonly isSure: boolean;
}

const heading = /^ {0,3}#{1,6}[ \t]+(\S.{0,60}?)[ \t:]*$/;
/** `Why: the export timed out`, `**How to test:**`. */
const label = /^(?:\*\*|__)?(\p{Lu}[^:.!?*_`]{1,40})(?:(?:\*\*|__):|:(?:\*\*|__)?)(?=\s|$)/u;
/** Sure where it begins a paragraph. "Tests:" and "Validation:" are not, because they often say what a change is about. */
const sureTest =
  /^(?:how (?:to|(?:i|we|this was|it was)) (?:test|verif)\w{0,3}(?: (?:this|it))?|test(?:ing)? (?:plan|steps|instructions)|steps to (?:test|verify)|manual test(?:s|ing)?(?: steps)?)$/i;
const longestBody = 64 * 1024;

/**
 * The parts of a message that its author labelled like a form. One label alone may be a sentence, so a message with
 * fewer than two kinds of labels is all `rest`, unless one is sure (`How to test:`). A part ends at the next label.
 */
export function messageParts(body: string): Readonly<Record<MessagePart, string>> {
  const lines = splitLines(body.slice(0, longestBody));
  const labels = labelsIn(lines);
  const kinds = new Set([...labels.values()].flatMap(({ part }) => (part === 'rest' ? [] : part)));
  const parts: Record<MessagePart, string> = { why: '', what: '', test: '', risk: '', rest: '' };
  if (kinds.size < 2 && ![...labels.values()].some(({ isSure }) => isSure)) return { ...parts, rest: body };
  let part: MessagePart = 'rest';
  lines.forEach((line, at) => {
    const begun = labels.get(at);
    if (begun) {
      part = begun.part;
      parts[part] += '\n';
    }
    parts[part] += `${begun && part !== 'rest' ? begun.words : line}\n`;
  });
  return parts;
}

/** The labels by line number, from 0. */
function labelsIn(lines: readonly string[]): ReadonlyMap<number, Label> {
  const found = new Map<number, Label>();
  const fence = new CodeFence();
  lines.forEach((line, at) => {
    const isFirst = (lines[at - 1] ?? '').trim() === '';
    const read = fence.take(line) === null ? labelOf(line, isFirst) : null;
    if (read) found.set(at, read);
  });
  return found;
}

/** @param isFirst whether it begins a paragraph */
function labelOf(line: string, isFirst: boolean): Label | null {
  const words = heading.exec(line)?.[1];
  const [before = '', name = words] = label.exec(line) ?? [];
  const topics = name === undefined ? null : topicsOf(name);
  // "Description" asks for both why and what.
  const [topic, other] = topics ?? [];
  if (other === undefined && (topic === 'why' || topic === 'what' || topic === 'test' || topic === 'risk')) {
    const isSure = isFirst && sureTest.test(name ?? '');
    return { part: topic, words: before === '' ? '' : line.slice(before.length).trim(), isSure };
  }
  return words === undefined && topics === null ? null : { part: 'rest', words: '', isSure: false };
}
