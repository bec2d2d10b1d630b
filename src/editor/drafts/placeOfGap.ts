import { Range, type TextDocument } from 'vscode';
import type { ReadinessCode, ReadinessGap } from '../../core/drafts/readiness';

/** Which of the line's prompts are meant; the first, where nothing is said. */
const prompts: Partial<Record<ReadinessCode, readonly [from: number, to: number | undefined]>> = {
  'no-owner': [1, 2],
  'no-due': [2, 3],
  'no-contingency': [1, undefined],
};

/** What to mark for a gap: the prompt that was left, else the text of its line. */
export function placeOfGap(document: TextDocument, { code, line }: ReadinessGap): Range {
  const { text, lineNumber } = document.lineAt(Math.min(line, document.lineCount) - 1);
  const found = [...text.matchAll(/‹[^‹›]{1,200}›/g)];
  const meant = found.slice(...(prompts[code] ?? [0, 1]));
  const [first] = meant;
  const last = meant.at(-1);
  if (first && last) return new Range(lineNumber, first.index, lineNumber, last.index + last[0].length);
  const start = /^[\s>|*-]*/.exec(text)?.[0].length ?? 0;
  return new Range(lineNumber, start === text.trimEnd().length ? 0 : start, lineNumber, text.trimEnd().length);
}
