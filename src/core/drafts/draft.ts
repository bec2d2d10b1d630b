import type { Prompt } from './prompts';

/** A place that only a person can fill. */
export interface TabStop {
  /** UTF-16 offset and length in the text; what is there is the prompt or the first choice. */
  readonly offset: number;
  readonly length: number;
  /** What can be chosen, or null where anything can be typed. */
  readonly choices: readonly string[] | null;
}

/** Text that Meridian prepares and a person finishes. */
export interface Draft {
  /** Markdown, ends with one line feed. */
  readonly text: string;
  /** In the order in which they are to be visited. */
  readonly stops: readonly TabStop[];
}

/** A line of a draft: its text, or text and prompts in turn. */
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
