import { listedUpTo } from '../drafts/words';
import type { LineSpan } from '../permalinks/codePermalink';

/** `41-57`, `41`. */
export function lineRange({ first, last }: LineSpan): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

/** `line 4`, `lines 4, 7-9 and 12`; numbers in rising order. */
export function lineList(numbers: readonly number[]): string {
  const spans: LineSpan[] = [];
  for (const number of numbers) {
    const open = spans.at(-1);
    if (open?.last === number - 1) spans[spans.length - 1] = { first: open.first, last: number };
    else spans.push({ first: number, last: number });
  }
  return `${numbers.length === 1 ? 'line' : 'lines'} ${listedUpTo(6, spans.map(lineRange))}`;
}
