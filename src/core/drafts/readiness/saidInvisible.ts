/** What a note says that the next person cannot see, and that its writer could make visible. */
export interface SaidInvisible {
  /** Counts from 0; -1 where the note has no such quote. */
  readonly line: number;
  readonly unpushed: boolean;
  readonly uncommitted: boolean;
}

const quoteLine = /^ {0,3}>\s?(.*)$/;

/**
 * By the quote that a draft begins with. A stash or a missing remote is told there, too, and asks nothing of anybody. It
 * is as old as the note: whether it is still so, git is asked.
 */
export function saidInvisible(text: string): SaidInvisible {
  const lines = text.split(/\r\n?|\n/);
  const start = lines.findIndex((line) => /^ {0,3}>\s*\*\*Not visible to you yet/i.test(line));
  const rest = start < 0 ? [] : lines.slice(start);
  const end = rest.findIndex((line) => !quoteLine.test(line));
  const quote = end < 0 ? rest : rest.slice(0, end);
  return {
    line: start,
    unpushed: quote.some((line) => /\b(?:not|never) pushed\b/.test(line)),
    uncommitted: quote.some((line) => /\bnot committed\b/.test(line)),
  };
}
