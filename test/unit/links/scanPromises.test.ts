import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanInSlices, scanReferences } from '../../../src/core/links/scan';
import { countFloors } from '../support/floors';

describe('scanReferences, whatever a text has', () => {
  it('gives at most 5,000 references', () => {
    assert.equal(scanReferences('ADR-12 ADR-13\n'.repeat(4_000), 'a.md').length, 5_000);
  });

  const pieces = [
    'ADR',
    'ADRs:',
    '-',
    ' ',
    '0012',
    '7',
    ',',
    '/',
    '\n',
    '\r\n',
    '// ',
    '(',
    ')',
    '[[',
    ']]',
    '@adr ',
    '.md',
    'docs/adr/',
    'https://a.b/',
    '#',
    'runbook: ',
    'é',
    '🙂',
  ];
  it('finds ranges that are in the text, in order, on one line and apart', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (words) => {
        const text = words.join('');
        let end = 0;
        for (const raw of scanReferences(text, 'a.yaml')) {
          assert.equal(text.slice(raw.offset, raw.offset + raw.length), raw.text);
          assert.ok(raw.offset >= end && !raw.text.includes('\n'));
          assert.equal(text.slice(0, raw.offset).split('\n').length, raw.line);
          assert.equal(raw.offset - text.lastIndexOf('\n', raw.offset - 1), raw.column);
          end = raw.offset + raw.length;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same in slices, and gives the thread back between lines', async () => {
    const text = 'ADR 0045,\n// 0029\nlet a = 1;\nsee docs/adr/0001-a.md and [[b-c]]\n'.repeat(50);
    let breaths = 0;
    const pacer = { breathe: async () => void breaths++ };
    assert.deepEqual(await scanInSlices(text, 'a.md', pacer), scanReferences(text, 'a.md'));
    assert.ok(breaths >= 100, `${breaths} breaths`);
  });

  for (const hostile of [
    '[[',
    'ADR-',
    'A-',
    'adr ',
    'docs/adr/',
    '.md',
    '@adr a-',
    'ADRs: (',
    'runbook: ',
    '§1,',
    '/ ADR',
    ':page-aliases: ',
    'and ',
    '](',
    '](<',
    '.. _a:',
    '`a <b_>`_',
    'a_ ',
    'a-',
    ':doc:`',
    '` <',
    'xref:',
    '<<',
    'ADR-1/',
    '@ADR(',
    'https://',
  ]) {
    it(`takes time in proportion to ${JSON.stringify(hostile)} repeated`, () => {
      const line = hostile.repeat(Math.floor(19_000 / hostile.length));
      const floors = countFloors();
      const found = ['a.yaml', 'a.md', 'a.rst', 'a.adoc'].map(
        (path) => scanReferences(`ADR 0001 ${line}\n`.repeat(3), path).length,
      );
      // A few where it is linear, and what stands beside each reference is looked at; thousands where it is not.
      assert.ok(floors() < 300 + found.reduce((sum, count) => sum + count, 0) / 30, `${floors()} floors`);
    });
  }
});
