/** What a note says that the next person cannot see. */
export interface SaidInvisible {
  readonly unpushed: boolean;
  readonly uncommitted: boolean;
}

const quoteLine = /^ {0,3}>\s?(.*)$/;

/** By the quote that a draft begins with. It is as old as the note: whether it is still so, git is asked. */
export function saidInvisible(text: string): SaidInvisible {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^ {0,3}>\s*\*\*Not visible to you yet/i.test(line));
  const rest = start < 0 ? [] : lines.slice(start);
  const end = rest.findIndex((line) => !quoteLine.test(line));
  const quote = end < 0 ? rest : rest.slice(0, end);
  return {
    unpushed: quote.some((line) => /\b(?:not|never) pushed\b/.test(line)),
    uncommitted: quote.some((line) => /\bnot committed\b/.test(line)),
  };
}
