import assert from 'node:assert/strict';
import { mapLines } from '../../../src/core/permalinks/lineMapping';

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
