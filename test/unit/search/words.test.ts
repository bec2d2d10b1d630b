import assert from 'node:assert/strict';
import fc from 'fast-check';
import { searchWords } from '../../../src/core/search/words';
import { countFloors } from '../support/floors';

describe('searchWords', () => {
  const same: readonly (readonly [why: string, texts: readonly string[]])[] = [
    ['plurals', ['policy', 'policies']],
    ['plurals after a hiss', ['class', 'classes']],
    ['forms of a verb', ['host', 'hosts', 'hosted', 'hosting']],
    ['forms of a verb with an e', ['name', 'naming', 'named']],
    ['forms of a verb with a doubled letter', ['run', 'running']],
    ['letter case and accents', ['Café', 'cafe']],
    ['what belongs to somebody', ["kenji's", 'Kenji']],
  ];
  for (const [why, texts] of same) {
    it(`finds the same for ${why}`, () => {
      assert.equal(
        new Set(texts.map((text) => searchWords(text).join(' '))).size,
        1,
        texts.map(searchWords).join(' | '),
      );
    });
  }

  it('keeps apart what is apart in code', () => {
    const all = ['operator', 'operation', 'string', 'status', 'feed'].map((text) => searchWords(text).join(' '));
    assert.equal(new Set(all).size, 5);
    assert.deepEqual([all[2], all[3], all[4]], ['string', 'status', 'feed']);
  });

  it('cuts names into their parts, and keeps them whole', () => {
    assert.deepEqual(searchWords('getHTTPPort'), ['gethttpport', 'http', 'port']);
    for (const written of ['ledgerEntry', 'LedgerEntries', 'ledger_entry', 'ledger/entry', 'ledger-entry']) {
      const words = searchWords(written);
      assert.ok(words.includes('ledger') && words.includes('entry'), `${written}: ${words}`);
    }
  });

  it('leaves out what says nothing', () => assert.deepEqual(searchWords('How do I use the ledger?'), ['ledger']));

  it('finds words where none are spaced', () => {
    assert.ok(searchWords('台帳の分割').some((pair) => searchWords('分割する').includes(pair)));
  });

  it('is linear in what it reads', () => {
    const floors = countFloors();
    const texts = [
      'a'.repeat(100_000),
      'aB'.repeat(50_000),
      "a'".repeat(50_000),
      'ee'.repeat(50_000),
      '漢'.repeat(100_000),
    ];
    for (const text of texts) searchWords(text);
    assert.ok(floors() < 100);
  });

  it('gives plain words for any text, and the same for its capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.ok(searchWords(text).every((word) => word !== '' && !/\s/.test(word)));
      }),
    );
  });
});
