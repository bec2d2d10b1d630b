import assert from 'node:assert/strict';
import { commitOf } from '../../../../src/git/activity/commitFormat';

describe('commitOf', () => {
  const row = { hash: '', tree: '', parents: '', trailers: '', coAuthors: '', authored: '0', committed: '0' };
  const people = { name: '', address: '', written: '', committerName: '', committerAddress: '' };
  const read = (subject: string, body: string) => {
    const commit = commitOf({ ...row, ...people, subject, body });
    return [commit.subject, commit.body];
  };

  it('reads a subject that GitHub cut together with what it put into the body', () => {
    const whole = 'Split the ledger by region where accounts exceed a million';
    assert.deepEqual(read('Split the ledger by region where accou…', '…nts exceed a million\n'), [whole, '']);
    assert.deepEqual(read('Split the ledger by region where accou… (#31)', '…nts exceed a million\n\n* One\n'), [
      `${whole} (#31)`,
      '* One',
    ]);
  });

  it('leaves a subject whose body does not go on with it', () => {
    assert.deepEqual(read('Wait for it…', 'Then go on.\n'), ['Wait for it…', 'Then go on.']);
    assert.deepEqual(read('Wait for it', '…and go on.\n'), ['Wait for it', '…and go on.']);
    assert.deepEqual(read('Read the rates once a day', 'keep them for a week\n'), [
      'Read the rates once a day',
      'keep them for a week',
    ]);
  });
});
