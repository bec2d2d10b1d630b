import assert from 'node:assert/strict';
import {
  countFingerprints,
  fingerprintOf,
  fingerprintsOf,
  splitFingerprints,
  withFingerprints,
} from '../../../src/core/drafts/fingerprints';

const draft = `---
handoff: 2026-11-20T17:42:00Z
to: kenji
---
# Handoff to Kenji

## Next

- [ ] what, who, due

## State

| item | state |
| --- | --- |
| LED-42 split | on track |
`;

describe('fingerprints of a draft', () => {
  const known = (text: string, key: string, line: string) =>
    splitFingerprints(text).drafted?.has(fingerprintOf(key, line)) ?? null;

  it('stand in one comment at the very end and leave the text before them alone', () => {
    const text = withFingerprints(draft);
    assert.ok(text.startsWith(draft));
    assert.match(text.slice(draft.length), /^\n<!-- meridian drafted:(?: [0-9a-z]{7})+ -->\n$/);
    assert.deepEqual(splitFingerprints(text), {
      ...{ body: draft, drafted: countFingerprints(fingerprintsOf(draft)), tips: '' },
    });
  });

  it('are put anew in place of those that are there', () => {
    assert.equal(withFingerprints(withFingerprints(draft)), withFingerprints(draft));
  });

  it('tell a drafted line from a typed one, section by section', () => {
    const text = withFingerprints(draft);
    assert.equal(known(text, 'next', '- [ ] what, who, due'), true);
    assert.equal(known(text, 'next', '- [ ] merge the parser'), false);
    assert.equal(known(text, 'state', '- [ ] what, who, due'), false);
  });

  const savings: readonly (readonly [string, (text: string) => string])[] = [
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['trimmed ends', (text) => text.trimEnd()],
    ['space at the end', (text) => text.replaceAll('\n', '  \n')],
    ['a line typed below', (text) => `${text}\nI go on on Monday.\n`],
  ];
  for (const [name, save] of savings) {
    it(`survive ${name}`, () => {
      assert.equal(known(save(withFingerprints(draft)), 'next', '- [ ] what, who, due'), true);
    });
  }

  it('survive a formatter that pads the columns of a table', () => {
    const text = withFingerprints(draft);
    assert.equal(known(text, 'state', '| LED-42 split | on track             |'), true);
    assert.equal(known(text, 'state', '| ------------ | -------------------- |'), true);
    assert.equal(known(text, 'state', '| LED-42 split | blocked              |'), false);
  });

  it('survive a formatter that has other marks for the items of a list', () => {
    const text = withFingerprints(draft);
    assert.equal(known(text, 'next', '* [ ] what, who, due'), true);
    assert.equal(known(text, 'next', '+ [ ] what, who, due'), true);
    assert.equal(known(text, 'next', '*[ ] what, who, due'), false);
  });

  const damaged: readonly (readonly [string, string])[] = [
    ['no comment', draft],
    ['a cut comment', `${draft}\n<!-- meridian drafted: 0abc12\n`],
    ['a cut fingerprint', `${draft}\n<!-- meridian drafted: 0abc123 0ab -->\n`],
    ['two comments', `${withFingerprints(draft)}\n<!-- meridian drafted: 0abc123 -->\n`],
    ['other text', `${draft}\n<!-- meridian drafted: <script>alert(1)</script> -->\n`],
    ['too many', `${draft}\n<!-- meridian drafted: ${'0abc123 '.repeat(20_001)}-->\n`],
  ];
  for (const [name, text] of damaged) {
    it(`are not known with ${name}`, () => {
      assert.equal(splitFingerprints(text).drafted, null);
    });
  }

  it('are those of the text without any, of text without a line', () => {
    assert.deepEqual(splitFingerprints(withFingerprints('')), { body: '\n', drafted: new Map(), tips: '' });
  });
});
