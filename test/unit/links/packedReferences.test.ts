import assert from 'node:assert/strict';
import type { ScannedReference } from '../../../src/core/links/link';
import { packed, unpacked } from '../../../src/core/links/packedReferences';
import { scanReferences } from '../../../src/core/links/scan';

describe('packed references', () => {
  it('lose nothing that a reference may have', () => {
    const whole: Required<ScannedReference> = {
      ...{ offset: 12, length: 8, line: 2, column: 5, text: 'ADR-0007', form: 'id', prefix: 'ADR', number: '0007' },
      ...{ name: 'docs/x.md', isLabel: true, lineText: '// “ADR-0007”\u2028' },
      beside: { place: 'acme/cloud', href: 'x.md', words: 'w', wordsAre: 'title', owner: { name: 'a', is: 'team' } },
    };
    const { isLabel: _, ...plain } = { ...whole, prefix: null, number: null, name: null, beside: null };
    const all = [whole, plain, { ...whole, lineText: '' }, { ...plain, lineText: '' }];
    assert.deepEqual(unpacked(packed(all)), all);
  });

  it('are those of a text', () => {
    const text = '// ADR-12 and [ADR-7](docs/adr/0007-x.md)\n// @adr keep-tokens, acme/cloud ADR-3\n';
    const found = scanReferences(text, 'src/a.ts');
    assert.ok(found.length > 3);
    assert.deepEqual(unpacked(packed(found)), found);
  });
});
