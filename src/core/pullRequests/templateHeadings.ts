import { topicsOf } from './topics';
import type { Topic } from './topicTable';

/** A longer line is text. */
export const longestLine = 400;

const atx = /^ {0,3}(#{1,6})(?:[ \t]+(\S.*)|[ \t]*)$/;
const bold =
  /^ {0,3}(?:\*\*|__)([^*_]{2,80})(?:\*\*|__)(?::?|[ \t]*\([^()]{1,80}\):|(?<=\?..)[ \t]*\([^()]{1,120}\))[ \t]*$/;
const label = /^ {0,3}([A-Z][^:.!?`[\]<>]{2,60}):[ \t]*$/;
const html = /^ {0,3}<h([1-6])(?: [^<>]{0,200})?>([^<>]{1,200})<\/h\1>[ \t]*$/i;
/** Below the words of a heading. */
export const underline = /^ {0,3}(?:={3,}|-{3,})[ \t]*$/;

interface Heading {
  readonly level: number;
  readonly topics: readonly Topic[] | null;
  /** Lines that it takes. */
  readonly length: 1 | 2;
}

/** What a line begins, with the one below it; null where it begins nothing. */
export function headingOf(line: string, below: string): Heading | null {
  if (line.length > longestLine) return null;
  const [, marks, words = ''] = atx.exec(line) ?? [];
  if (marks !== undefined) return { level: marks.length, topics: topicsOf(words), length: 1 };
  const [, depth, title = ''] = html.exec(line) ?? [];
  if (depth !== undefined) return { level: Number(depth), topics: topicsOf(title), length: 1 };
  if (underline.test(below) && /^ {0,3}[\p{L}\p{N}*_]/u.test(line) && line.length < 100) {
    return { level: below.includes('=') ? 1 : 2, topics: topicsOf(line), length: 2 };
  }
  const lead = bold.exec(line)?.[1] ?? label.exec(line)?.[1];
  if (lead === undefined) return null;
  const topics = topicsOf(lead);
  // "Please note:" begins nothing.
  return bold.test(line) || (topics !== null && topics.length > 0) ? { level: 7, topics, length: 1 } : null;
}

/** Lines of a form without headings that is a list of questions, each a paragraph or an item: what stands below one answers it. */
export function questionsOf(lines: readonly string[], hidden: readonly unknown[]): ReadonlySet<number> {
  // Numbered questions may stand one right below the other.
  const isEdge = (at: number, isNumbered: boolean) => {
    const line = lines[at] ?? '';
    return line.trim() === '' || (isNumbered && numbered.test(line) && question.test(line));
  };
  if (lines.some((line, at) => !hidden[at] && headingOf(line, lines[at + 1] ?? '') !== null)) return new Set();
  const found = lines.flatMap((line, at) =>
    !hidden[at] && question.test(line) && [at - 1, at + 1].every((beside) => isEdge(beside, numbered.test(line)))
      ? [at]
      : [],
  );
  return new Set(found.length > 1 ? found : []);
}

const numbered = /^\d{1,2}[.)]\s/;
const question =
  /^(?:(?:[-*+]|\d{1,2}[.)])\s{1,4})?(?:\*\*|__)?\p{Lu}[^?]{5,120}\?(?:\*\*|__)?(?: \([^()]{1,120}\))?[ \t]*$/u;
