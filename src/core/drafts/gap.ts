import { splitLines } from '../text/lineEnds';
import { plainText, shorten } from '../text/plainText';
import { promptsIn } from './prompts';

/** Something that the reader of a text will miss, or ask back for. It is reported, and blocks nothing. */
export interface Gap<Code extends string = string> {
  readonly code: Code;
  /** Counts from 1. */
  readonly line: number;
  /** What to mark of the line, in UTF-16 units from its start; the end is not included. */
  readonly start: number;
  readonly end: number;
  /** The words or the file that it is about, plain, at most 80 characters; `''` where there are none. */
  readonly detail: string;
}

/** A gap before its place on the line is known. */
export type Finding<Code extends string> = Omit<Gap<Code>, 'start' | 'end'>;

/** Which of a line's prompts a gap is about, as `Array.slice` takes it. */
type PromptRange = readonly [from: number, to: number | undefined];

/** @param about Markdown, of which the plain words are kept */
export function finding<Code extends string>(code: Code, line: number, about: string): Finding<Code> {
  return { code, line, detail: shorten(plainText(about), 80) };
}

/**
 * Findings by line, each with what to mark: the prompt that was left, else the text of its line.
 * @param text that was checked
 * @param prompts by code, which of the line's prompts it is about; the first where none is given
 */
export function gapsAt<Code extends string>(
  text: string,
  findings: readonly Finding<Code>[],
  prompts: Partial<Record<Code, PromptRange>> = {},
): Gap<Code>[] {
  const lines = splitLines(text);
  return findings
    .map(({ line, ...rest }) => {
      const at = Math.min(line, lines.length);
      return { ...rest, line: at, ...spanOf(lines[at - 1] ?? '', prompts[rest.code] ?? [0, 1]) };
    })
    .sort((a, b) => a.line - b.line);
}

function spanOf(line: string, range: PromptRange): Pick<Gap, 'start' | 'end'> {
  const found = promptsIn(line).slice(...range);
  const [first] = found;
  const last = found.at(-1);
  if (first && last) return { start: first.index, end: last.index + last.text.length };
  const end = line.trimEnd().length;
  const start = /^[\s>|*-]*/.exec(line)?.[0].length ?? 0;
  return { start: start >= end ? 0 : start, end };
}
