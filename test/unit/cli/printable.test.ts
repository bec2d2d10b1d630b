import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printable, printableWords } from '../../../src/cli/terminal';

const title = '\u001b]0;owned\u0007';
const colour = '\u009b31m';

describe('what is printed', () => {
  it('keeps lines and tabs, and shows every other control character', () => {
    assert.equal(printable('a\tb\r\nc\n'), 'a\tb\r\nc\n');
    assert.equal(printable(`a${title}\rb${colour}`), 'a\\u001b]0;owned\\u0007\\u000db\\u009b31m');
    assert.equal(printableWords('a\nb\u202e'), 'a\\u000ab\\u202e');
  });

  it('is the same JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const written = JSON.stringify(JSON.parse(json), null, 2);
        assert.deepEqual(JSON.parse(printable(written)), JSON.parse(written));
      }),
    );
    assert.deepEqual(JSON.parse(printable(JSON.stringify(`${title}\u007f${colour}`))), `${title}\u007f${colour}`);
  });
});
