import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitFingerprints, withFingerprints } from '../../../src/core/drafts/fingerprints';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';
import { appendReply } from '../../../src/core/handoffs/reply';
import { readTips, writeTips } from '../../../src/core/handoffs/tipsComment';

const hash = 'a'.repeat(40);
const read = (text: string) => readHandoff('docs/handoffs/a.md', text)?.tips;

describe('the tips in the closing comment of a note', () => {
  it('are what was written, whatever repositories and branches are called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'-> %;=\n!<a/é'), minLength: 1, maxLength: 12 }),
    );
    const branches = fc.dictionary(name, fc.constantFrom(hash, 'b'.repeat(64)), { minKeys: 1, maxKeys: 4 });
    fc.assert(
      fc.property(fc.dictionary(name, branches, { maxKeys: 3 }), (tips) => {
        const line = writeTips(tips, 100_000);
        assert.doesNotMatch(line, /--|[<>\n]/);
        assert.deepEqual(readTips(line), JSON.parse(JSON.stringify(tips)));
        const text = withFingerprints('# Handoff\n', 'note', line);
        assert.equal(splitFingerprints(text).tips, line);
        assert.deepEqual(read(text), JSON.parse(JSON.stringify(tips)));
      }),
    );
  });

  it('are left out beyond the room that there is, of each repository the last ones', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`b${at}`, hash]));
    const line = writeTips({ one: many, other: many }, 1_000);
    assert.ok(line.length <= 1_002);
    const found = readTips(line);
    assert.deepEqual(Object.keys(found), ['one', 'other']);
    assert.ok(Object.keys(found.one ?? {}).length > 5 && Object.hasOwn(found.other ?? {}, 'b0'));
  });

  it('are none where the words are of another form, and only full hashes', () => {
    for (const line of [
      '',
      'ledger',
      `=${hash}`,
      `ledger =${hash}`,
      'ledger main=abc',
      `%E0%A4%A main=${hash}`,
      ';;; =',
    ])
      assert.deepEqual(readTips(line), {}, line);
  });

  it('go before those that an older note had in its front matter, and stand below answers', () => {
    const front = `---\nhandoff: 2026-11-20T17:42:00Z\ntips:\n  ledger:\n    old: ${hash}\n---\n# Handoff\n`;
    assert.deepEqual(read(front), { ledger: { old: hash } });
    const text = withFingerprints(front, 'note', `ledger new=${hash}`);
    assert.deepEqual(read(text), { ledger: { new: hash } });
    const reply = { by: 'Kenji', at: 0, zone: 'UTC', readerZone: null, restated: 'x', askedBack: '' };
    assert.deepEqual(read(appendReply(text, reply)), { ledger: { new: hash } });
  });
});
