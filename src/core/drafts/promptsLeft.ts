import { splitLines } from '../text/lineEnds';
import { type Finding, finding } from './gap';
import { promptsIn } from './prompts';

/** The lines of a text, each with its number, which counts from 1. */
export function numbered(text: string): readonly { readonly number: number; readonly text: string }[] {
  return splitLines(text).map((line, at) => ({ number: at + 1, text: line }));
}

/** The first prompt of each line that asks for something, where nothing more exact is reported of the line. */
export function promptsLeft(
  lines: readonly { readonly number: number; readonly text: string }[],
  reported: readonly { readonly line: number }[],
): Finding<'prompt-left'>[] {
  const known = new Set(reported.map(({ line }) => line));
  return lines.flatMap(({ number, text }) => {
    const [prompt] = known.has(number) ? [] : promptsIn(text);
    return prompt ? [finding('prompt-left', number, prompt.text.slice(1, -1))] : [];
  });
}
