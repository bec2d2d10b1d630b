import { deepEqual } from 'node:assert/strict';
import { scopeAt } from '../../../src/core/records/scopeAt';

const text = [
  '---',
  'status: accepted',
  'scope:',
  '  - src/ledger',
  '  - src/ledger/**/*.ts',
  'files: [a.ts, b.ts]',
  'title: about src/ledger',
  '---',
  '# Own src/ledger',
  'scope: src/ledger',
];
const globs = ['src/ledger', 'src/ledger/**/*.ts', 'a.ts', 'b.ts'];
const at = (line: number, column: number) => scopeAt(globs, (number) => text[number] ?? '', line, column);

describe('the glob of a scope at a place', () => {
  it('is found in a list, the longest one that stands there', () => {
    deepEqual(at(3, 6), { glob: 'src/ledger', start: 4, end: 14 });
    deepEqual(at(4, 6), { glob: 'src/ledger/**/*.ts', start: 4, end: 22 });
  });

  it('is found beside its key', () => {
    deepEqual(at(5, 14), { glob: 'b.ts', start: 14, end: 18 });
  });

  it('is none of another key, beside the glob, and outside the front matter', () => {
    for (const [line, column] of [
      [6, 15],
      [3, 1],
      [8, 8],
      [9, 9],
      [0, 0],
    ] as const) {
      deepEqual(at(line, column), null);
    }
  });

  it('is none in a text without front matter', () => {
    deepEqual(
      scopeAt(globs, (line) => ['# Title', 'scope: src/ledger'][line] ?? '', 1, 9),
      null,
    );
  });
});
