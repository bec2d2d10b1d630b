import type { TextEdit } from '../../../core/text/textEdit';

/** Above so many pairs of lines what differs is replaced as one piece. */
const maxPairs = 1_000_000;

/**
 * The edits that make one text of another and leave every line alone that both have, so that the cursor, folded parts
 * and undo stay with what a person typed. In order; they do not touch.
 */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const same = commonLines(old, fresh);
  const edits: TextEdit[] = [];
  let [oldAt, freshAt, offset] = [0, 0, 0];
  for (const [oldLine, freshLine] of [...same, [old.length, fresh.length] as const]) {
    const start = offset;
    for (; oldAt < oldLine; oldAt++) offset += old[oldAt]?.length ?? 0;
    const text = fresh.slice(freshAt, freshLine).join('');
    if (offset > start || text !== '') edits.push({ start, end: offset, text });
    offset += old[oldLine]?.length ?? 0;
    [oldAt, freshAt] = [oldLine + 1, freshLine + 1];
  }
  return edits;
}

/** With their ends, so that joining them gives the text. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Pairs of line numbers, growing in both, whose lines are equal: a longest common subsequence. */
function commonLines(old: readonly string[], fresh: readonly string[]): readonly (readonly [number, number])[] {
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++;
  let tail = 0;
  const rest = Math.min(old.length, fresh.length) - head;
  while (tail < rest && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  const middle = longest(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
  return [
    ...Array.from({ length: head }, (_, at) => [at, at] as const),
    ...middle.map(([a, b]) => [a + head, b + head] as const),
    ...Array.from({ length: tail }, (_, at) => [old.length - tail + at, fresh.length - tail + at] as const),
  ];
}

function longest(old: readonly string[], fresh: readonly string[]): readonly (readonly [number, number])[] {
  if (old.length * fresh.length > maxPairs) return [];
  const width = fresh.length + 1;
  // lengths[a * width + b]: of the common lines of what follows line a and line b.
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = old.length - 1; a >= 0; a--) {
    for (let b = fresh.length - 1; b >= 0; b--) {
      lengths[a * width + b] = old[a] === fresh[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let a = 0, b = 0; a < old.length && b < fresh.length; ) {
    if (old[a] === fresh[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}
