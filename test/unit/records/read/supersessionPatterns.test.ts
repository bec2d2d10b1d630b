import assert from 'node:assert/strict';
import { relationsIn } from '../../../../src/core/records/read/supersession';
import { byPhrases, ofPhrases } from '../../../../src/core/records/read/supersessionPhrases';
import { inLowerCase } from '../../../../src/core/text/lowerCase';

describe('the patterns of supersession', () => {
  for (const { pattern } of [...byPhrases, ...ofPhrases]) {
    it(`compile without the two flags that together take three times as long: ${pattern.source.slice(0, 40)}`, () => {
      assert.ok(!(pattern.ignoreCase && pattern.unicode));
    });
  }

  for (const [text, direction, target] of [
    ['SUPERSEDED BY ADR-9', 'by', 'ADR-9'],
    ['Istanbul’da (İ) Superseded By ADR-9', 'by', 'ADR-9'],
    ['Zastąpiona PRZEZ ADR-9', 'by', 'ADR-9'],
    ['Supersedes ADR-3', 'of', 'ADR-3'],
  ] as const) {
    it(`find ${JSON.stringify(text)} in any letter case`, () => {
      assert.deepEqual(
        relationsIn(text).map((found) => [found.direction, found.text]),
        [[direction, target]],
      );
    });
  }

  it('see a plan in capitals', () => {
    assert.deepEqual(relationsIn('SERÁ Reemplazada por ADR-9'), []);
  });
});

describe('lower case', () => {
  it('keeps each letter at its place', () => {
    assert.equal(inLowerCase('aİB ẞÄ ΑΣ'), 'aib ßä ας');
  });
});
