import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffLines } from '../../../src/core/text/diffLines';
import { countFloors } from '../support/floors';

describe('diffLines', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '}'), { maxLength: 14 });

  it('pairs equal lines only, in order, and as many as there are to pair', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const origins = diffLines(before, after);
        const pairs = origins.flatMap((from, to) => (from === null ? [] : [{ from, to }]));
        for (const { from, to } of pairs) assert.equal(before[from], after[to]);
        assert.deepEqual(
          pairs.map(({ from }) => from),
          [...new Set(pairs.map(({ from }) => from))].sort((a, b) => a - b),
        );
        assert.equal(pairs.length, longestCommon(before, after));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives up on a text that is another one, and soon', () => {
    const before = ['same', ...Array.from({ length: 50_000 }, (_, at) => `a${at}`), 'end'];
    const after = ['same', ...Array.from({ length: 50_000 }, (_, at) => `b${at}`), 'end'];
    const floors = countFloors();
    const origins = diffLines(before, after);
    assert.deepEqual([origins[0], origins[1], origins.at(-1)], [0, null, 50_001]);
    assert.ok(floors() < 50);
  });
});

/** By the table, for lists that are short. */
function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row: number[] = after.map(() => 0);
  for (const line of before) {
    const next: number[] = [];
    after.forEach((other, at) => {
      next.push(line === other ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
