import type { Draft, TabStop } from './draft';
import type { Prompt } from './prompts';

/** A line of a draft: its text, or text and places for a person's words in turn. */
export type DraftLine = string | readonly (string | Prompt)[];

/** The lines as one text that ends with a line feed, and where its prompts are. */
export function compose(lines: readonly DraftLine[]): Draft {
  const stops: TabStop[] = [];
  let text = '';
  for (const line of lines) {
    for (const piece of typeof line === 'string' ? [line] : line) {
      if (typeof piece === 'string') {
        text += piece;
      } else {
        stops.push({ offset: text.length, length: piece.prompt.length, choices: piece.choices });
        text += piece.prompt;
      }
    }
    text += '\n';
  }
  return { text, stops };
}

/** Parts with one blank line between them; an empty part leaves none. */
export function separate(parts: readonly (readonly DraftLine[])[]): DraftLine[] {
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : ['', ...part]));
}
