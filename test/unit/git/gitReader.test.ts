import assert from 'node:assert/strict';
import { neverCancelled } from '../../../src/core/ports';
import { gitReader } from '../../../src/git/gitReader';
import { GitUnanswered } from '../../../src/git/result';
import { TemporaryRepository } from '../support/temporaryRepository';
import { silent } from './gitHost';

describe('gitReader', () => {
  it('reads a folder as long as it is trusted', async () => {
    const repository = TemporaryRepository.create();
    try {
      repository.write('a.md', 'a').commit({ date: '2020-01-01T12:00:00Z' });
      let trusted = false;
      const reader = gitReader(repository.root, { isTrusted: () => trusted, log: silent });
      await assert.rejects(reader.addedDates(['a.md'], neverCancelled), GitUnanswered);
      trusted = true;
      assert.deepEqual(await reader.addedDates(['a.md'], neverCancelled), new Map([['a.md', '2020-01-01']]));
    } finally {
      repository.dispose();
    }
  });
});
