import { Range, type TextDocument } from 'vscode';
import type { ReadinessCode, ReadinessGap } from '../../core/drafts/readiness/gap';

/** Which of the line's prompts are meant; the first, where nothing is said. */
const prompts: Partial<Record<ReadinessCode, readonly [from: number, to: number | undefined]>> = {
  'no-owner': [1, 2],
  'no-due': [2, 3],
  'no-contingency': [1, undefined],
};

/** What to mark for a gap: the prompt that was left, else the text of its line. */
export function placeOfGap(document: TextDocument, { code, line }: ReadinessGap): Range {
  return placeOfLine(document, line, prompts[code]);
}

/**
 * The prompts that are left on a line, else its text.
 * @param line counts from 1
 * @param meant which of its prompts; the first, where nothing is said
 */
export function placeOfLine(
  document: TextDocument,
  line: number,
  meant: readonly [from: number, to: number | undefined] = [0, 1],
): Range {
  const { text, lineNumber } = document.lineAt(Math.min(line, document.lineCount) - 1);
  const found = [...text.matchAll(/‹[^‹›]{1,200}›/g)].slice(...meant);
  const [first] = found;
  const last = found.at(-1);
  if (first && last) return new Range(lineNumber, first.index, lineNumber, last.index + last[0].length);
  const start = /^[\s>|*-]*/.exec(text)?.[0].length ?? 0;
  return new Range(lineNumber, start === text.trimEnd().length ? 0 : start, lineNumber, text.trimEnd().length);
}
