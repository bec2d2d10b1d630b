import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { IgnoreRules } from '../../../src/core/files/ignoreRules';

const word = fc.constantFrom('a', 'ab', 'b.log', '.x', 'build', 'Build', 'a+b', '(c)', 'é', 'a b', 'l og');
const part = fc.oneof(
  word,
  fc.constantFrom(
    '*',
    '**',
    '?',
    '*.log',
    'a*',
    '*b',
    '[ab]',
    '[!a]b',
    '\\#a',
    '\\!a',
    '\\*',
    'a\\ ',
    '[a',
    'b]',
    '{a,ab}',
  ),
  fc.tuple(word, word).map(([a, b]) => a + b),
);
const pattern = fc
  .tuple(
    fc.constantFrom('', '!', '/', '!/', '#', ' ', '\ufeff', '**/'),
    fc.array(part, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '/', '/**', '/*', ' ', '\t'),
  )
  .map(([start, parts, end]) => start + parts.join('/') + end)
  // More of them are refused.
  .filter((written) => written.split('**').length <= 3);
const path = fc
  .array(
    fc.oneof(
      word,
      fc.tuple(word, word).map(([a, b]) => a + b),
      fc.constantFrom('#a', '!a', '*', '[a', 'b]', '\ufeffa'),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join('/'));

describe('IgnoreRules', () => {
  it('leaves out what its patterns, tried one after the other, leave out', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 6 }),
        fc.array(path, { minLength: 1, maxLength: 8 }),
        (patterns, paths) => {
          const rules = new IgnoreRules([]);
          rules.add('', patterns.join('\n'));
          const plain = ignore({ ignorecase: false }).add(patterns);
          for (const path of paths) assert.equal(rules.isIgnored(path), plain.ignores(path), path);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
