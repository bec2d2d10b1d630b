import { deepEqual, ok } from 'node:assert/strict';
import { QueryTerms } from '../../../src/core/search/queryTerms';
import { relatedWords } from '../../../src/core/search/relatedWords';
import { searchWords, WordFamilies } from '../../../src/core/search/words';

function terms(question: string, indexed: string): QueryTerms {
  const families = new WordFamilies();
  families.add(searchWords(indexed));
  return new QueryTerms(searchWords(question), families, relatedWords());
}

describe('the words of a question', () => {
  it('count for themselves, less for their family, and least for their meaning', () => {
    const { weights } = terms('authorize', 'authorization author');
    const [authorization = ''] = searchWords('authorization');
    deepEqual([weights.get('authoriz'), weights.get(authorization)], [1, 0.6]);
    deepEqual(terms('delete', '').weights.get('purg'), 0.4);
  });

  it('are known by their families where one of them was seen', () => {
    for (const [asked, written] of [
      ['configure', 'configuration'],
      ['certificates', 'certification'],
      ['encrypt', 'encryption'],
      ['deleted', 'deletion'],
      ['publish', 'publisher'],
    ] as const) {
      const [word = ''] = searchWords(written);
      ok(terms(asked, written).weights.has(word), `${asked} ${written}`);
    }
    ok(!terms('region', 'register').weights.has('regist'));
  });

  it('cover more where more of them are there, and rare ones count for more', () => {
    const some = terms('ledger region', '');
    const [both = 0, rare = 0, common = 0] = some.coverage([
      new Set(['ledger', 'region']),
      new Set(['region']),
      new Set(['ledger']),
      new Set(['ledger']),
    ]);
    ok(both === 1 && both > rare && rare > common && common > 0, `${both} ${rare} ${common}`);
    deepEqual(some.coverage([]), []);
    deepEqual(terms('', '').coverage([new Set()]), [0]);
  });

  it('stand for one another both ways', () => {
    const related = relatedWords();
    for (const [word, others] of related)
      for (const other of others) ok(related.get(other)?.has(word), `${word} ${other}`);
  });
});
