import assert from 'node:assert/strict';
import { openingHabits, requestable, requestedReviewers } from '../../../src/core/pullRequests/openingHabits';

describe('how the last pull requests were opened', () => {
  it('counts each label once a request, and puts the most used first', () => {
    const before = [
      { labels: ['docs', 'ledger', 'ledger'], asDraft: true },
      { labels: ['ledger'], asDraft: true },
      { labels: [], asDraft: false },
    ];
    assert.deepEqual(openingHabits(before), {
      of: 3,
      labels: [
        { name: 'ledger', on: 2 },
        { name: 'docs', on: 1 },
      ],
      asDraft: true,
    });
  });

  it('takes no half for a habit, and nothing for none', () => {
    const one = (asDraft: boolean) => ({ labels: [], asDraft });
    assert.equal(openingHabits([one(true), one(false)]).asDraft, false);
    assert.deepEqual(openingHabits([]), { of: 0, labels: [], asDraft: false });
  });
});

describe('owners who can be asked for a review', () => {
  it('are people, and teams of the same organization', () => {
    const owners = ['@kenji', '@Acme/web', '@other/web', 'ann@example.com', '@a/b/c', '@'];
    const all = owners.map((owner) => ({ owner, person: null, files: 1 }));
    const found = requestable(all, 'acme').map(({ owner }) => owner);
    assert.deepEqual(found, ['@kenji', '@Acme/web']);
    assert.deepEqual(requestedReviewers(found), { logins: ['kenji'], teams: ['web'] });
  });
});
