import { splitLines } from '../../text/lineEnds';
/** What a note says that the next person cannot see, and that its writer could make visible. */
export interface SaidInvisible {
  /** Number of the first line that says so, from 0; -1 where none does. */
  readonly line: number;
  readonly unpushed: boolean;
  /** Whether a push would help for some of it: the remote refuses branches that have diverged. */
  readonly pushable: boolean;
  readonly uncommitted: boolean;
}

const unpushed = /\b(?:not|never) pushed\b|\bonly here now\b/;
const diverged = /\bthey have diverged\b/;
const uncommitted = /^(?:`[^`]{1,250}`: )?\d+ (?:files?|folders? of new files)\b.{0,80} not committed\b/;

/**
 * By what a draft lists under "Watch out" and "Next". Stashes and a missing remote are listed there, too, and do not
 * count. The answer is as old as the note: callers ask git whether it still holds.
 */
export function saidInvisible(text: string): SaidInvisible {
  const lines = splitLines(text);
  const found = [...inQuote(lines), ...itemsBelow(lines, /^## watch out\b/i, /^[-*+] (.*)$/)];
  const pushes = found.filter(({ words }) => unpushed.test(words.replace(/`[^`]{0,250}`/g, '')));
  const commits = [...found, ...itemsBelow(lines, /^## next\b/i, /^[-*+] \[ \] (.*)$/)].filter(({ words, quoted }) =>
    (quoted ? /\bnot committed\b/ : uncommitted).test(words),
  );
  const first = [...found.filter(({ quoted }) => quoted), ...pushes, ...commits][0];
  return {
    line: first?.line ?? -1,
    unpushed: pushes.length > 0,
    pushable: pushes.some(({ words }) => !diverged.test(words)),
    uncommitted: commits.length > 0,
  };
}

interface SaidLine {
  readonly words: string;
  readonly line: number;
  /** Whether it is in the quote that notes had above their boxes (docs/adr/0024); `line` is then the quote's first. */
  readonly quoted: boolean;
}

function inQuote(lines: readonly string[]): SaidLine[] {
  const start = lines.findIndex((line) => /^ {0,3}>\s*\*\*Not visible to you yet/i.test(line));
  const rest = start < 0 ? [] : lines.slice(start);
  const end = rest.findIndex((line) => !/^ {0,3}>/.test(line));
  const quote = end < 0 ? rest : rest.slice(0, end);
  return quote.map((words) => ({ words, line: start, quoted: true }));
}

function itemsBelow(lines: readonly string[], heading: RegExp, item: RegExp): SaidLine[] {
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) return [];
  const end = lines.findIndex((line, at) => at > start && /^(?:#{1,3} |<\/?details)/.test(line));
  return lines.slice(start, end < 0 ? undefined : end).flatMap((text, at) => {
    const words = item.exec(text)?.[1];
    return words === undefined ? [] : [{ words, line: start + at, quoted: false }];
  });
}
