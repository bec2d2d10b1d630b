import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffLines, mapLines } from '../../../src/core/permalinks/lineMapping';
import { countFloors } from '../support/floors';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('mapLines', () => {
  const pushed = text('a', 'b', '}', 'c', '}', 'd');
  const cases: readonly {
    readonly why: string;
    readonly working: string;
    readonly selected: readonly [number, number];
    readonly expected: readonly [readonly [number, number] | null, readonly number[]];
  }[] = [
    { why: 'nothing was changed', working: pushed, selected: [2, 3], expected: [[2, 3], []] },
    { why: 'lines were added above', working: text('x', 'y') + pushed, selected: [4, 5], expected: [[2, 3], []] },
    {
      why: 'lines were removed above',
      working: text('}', 'c', '}', 'd'),
      selected: [2, 4],
      expected: [[4, 6], []],
    },
    {
      why: 'a selected line was changed',
      working: text('a', 'B', '}', 'c', '}', 'd'),
      selected: [1, 3],
      expected: [[1, 3], [2]],
    },
    {
      why: 'all selected lines are new',
      working: text('a', 'n1', 'n2') + pushed,
      selected: [2, 3],
      expected: [null, [2, 3]],
    },
    {
      why: 'the other text ends its lines differently',
      working: pushed.replaceAll('\n', '\r\n'),
      selected: [4, 4],
      expected: [[4, 4], []],
    },
    { why: 'the selection reaches past the end', working: pushed, selected: [6, 40], expected: [[6, 6], []] },
    {
      why: 'equal lines stand on both sides of an edit',
      working: text('a', 'b', '}', 'new', '}', 'c', '}', 'd'),
      selected: [6, 7],
      expected: [[4, 5], []],
    },
  ];
  for (const { why, working, selected, expected } of cases) {
    it(`follows the selection where ${why}`, () => {
      const [first, last] = selected;
      const [lines, missing] = expected;
      const found = mapLines(working, pushed, { first, last });
      assert.deepEqual(found, { lines: lines && { first: lines[0], last: lines[1] }, missing });
    });
  }
});

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
