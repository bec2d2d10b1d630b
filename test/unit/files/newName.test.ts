import assert from 'node:assert/strict';
import fc from 'fast-check';
import { freeName, nameWords } from '../../../src/core/files/newName';

describe('the name of a new file', () => {
  it('ends with a whole word where it is long', () => {
    assert.equal(nameWords('Use PostgreSQL for the ledger', 20), 'use-postgresql-for');
    assert.equal(nameWords('Use PostgreSQL', 60, '_'), 'use_postgresql');
    assert.equal(nameWords('x'.repeat(99), 9), 'x'.repeat(9));
  });

  it('is bounded, and has letters, digits and what is between words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 1, max: 80 }), (text, longest) => {
        const name = nameWords(text, longest);
        assert.ok(name.length <= longest);
        assert.match(name, /^(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });

  it('is no name that a file system may take for one that is there', () => {
    assert.equal(freeName('a', '.md', ['A.md', 'a-2.MD', 'b.md']), 'a-3.md');
    assert.equal(freeName('김', '', ['김'.normalize('NFD')]), '김-2');
    assert.equal(freeName('a', '.md', []), 'a.md');
  });
});
