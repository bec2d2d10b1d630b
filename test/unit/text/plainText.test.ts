import assert from 'node:assert/strict';
import { plainText } from '../../../src/core/text/plainText';

describe('plain text', () => {
  const texts: readonly (readonly [markup: string, plain: string])[] = [
    [':pep:`3107` introduced syntax', 'PEP 3107 introduced syntax'],
    ['as :pep:`PEP 7 <7#naming>` has it', 'as PEP 7 has it'],
    ['see :rfc:`822` and :ref:`the ledger <ledger>`', 'see RFC 822 and the ledger'],
    [':py:class:`Money` has no cents', 'Money has no cents'],
    ['at 10:`x` stays', 'at 10:x stays'],
    ['a `code` span', 'a code span'],
    ['to functions [#functerm]_. It [1]_ is [*]_, and [Knuth97]_', 'to functions. It is, and [Knuth97]'],
    ['kept for a year[^1], see [^note] and [^x](y)', 'kept for a year, see and ^x'],
    ['Accepted\\', 'Accepted'],
    ['C:\\\\', 'C:\\'],
  ];
  for (const [markup, plain] of texts) it(`of ${markup}`, () => assert.equal(plainText(markup), plain));
});
