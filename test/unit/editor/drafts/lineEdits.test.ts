import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from '../../../../src/core/text/textEdit';
import { lineEdits } from '../../../../src/editor/written/model/lineEdits';

function apply(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .reverse()
    .reduce((old, { start, end, text: by }) => old.slice(0, start) + by + old.slice(end), text);
}

const cases: readonly (readonly [name: string, before: string, after: string, edits: readonly TextEdit[]])[] = [
  ['nothing', 'a\nb\n', 'a\nb\n', []],
  ['one line', 'a\nb\nc\n', 'a\nB\nc\n', [{ start: 2, end: 4, text: 'B\n' }]],
  ['a line more', 'a\nc\n', 'a\nb\nc\n', [{ start: 2, end: 2, text: 'b\n' }]],
  ['a line less', 'a\nb\nc\n', 'a\nc\n', [{ start: 2, end: 4, text: '' }]],
  [
    'two places',
    'a\nmine\nb\n',
    'A\nmine\nB\n',
    [
      { start: 0, end: 2, text: 'A\n' },
      { start: 7, end: 9, text: 'B\n' },
    ],
  ],
  ['all of an empty text', '', 'a\n', [{ start: 0, end: 0, text: 'a\n' }]],
  ['a last line without an end', 'a\nb', 'a\nc', [{ start: 2, end: 3, text: 'c' }]],
];

describe('line edits', () => {
  for (const [name, before, after, edits] of cases) {
    it(`replace ${name}`, () => assert.deepEqual(lineEdits(before, after), edits));
  }

  it('make any text of any other, and are in order', () => {
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', '\n', 'c', 'a\r\n'), { maxLength: 14 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = lineEdits(before, after);
        assert.equal(apply(before, edits), after);
        for (const [index, { start }] of edits.slice(1).entries()) assert.ok(start > (edits[index]?.end ?? 0));
      }),
    );
  });

  it('replace two long texts that share nothing as one piece', () => {
    const lines = (word: string) => Array.from({ length: 1500 }, (_, at) => `${word} ${at}\n`).join('');
    assert.equal(lineEdits(lines('a'), lines('b')).length, 1);
  });
});
