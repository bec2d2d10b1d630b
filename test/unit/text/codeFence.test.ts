import assert from 'node:assert/strict';
import { CodeFence } from '../../../src/core/text/codeFence';

const read = (...lines: readonly string[]) => {
  const fence = new CodeFence();
  return lines.map((line) => fence.take(line));
};

describe('a code fence', () => {
  it('ends at as many of its own marks, and at nothing else', () => {
    assert.deepEqual(read('```md', '```js', '~~~', '``', '````', 'text'), [
      'start',
      'code',
      'code',
      'code',
      'end',
      null,
    ]);
    assert.deepEqual(read('~~~~', '```', '~~~', '~~~~'), ['start', 'code', 'code', 'end']);
  });

  it('does not begin with a code span, or in an indented block', () => {
    assert.deepEqual(read('```not a fence```', '    ```', 'text'), [null, null, null]);
  });

  it('that is not closed is open to the end', () => {
    const fence = new CodeFence();
    fence.take('```');
    fence.take('x');
    assert.ok(fence.isOpen);
  });
});
