import assert from 'node:assert/strict';
import { askPlaces } from '../../../src/core/questions/askPlaces';
import { isQuestionPath, questionFolder } from '../../../src/core/questions/questionPlaces';
import type { Member, Team } from '../../../src/core/team/team';
import { usual } from '../time/support';

const member = (name: string, github: string | null, address: string): Member => {
  return { ...usual('Europe/London'), name, github, addresses: [address], contact: null };
};
const ann = member('Ann Lee', 'annlee', 'ann@example.com');
const tom = member('Tom Beck', 'tomb', 'tom@example.com');
const kenji = member('Kenji Mori', null, 'kenji@example.com');
const team: Team = {
  members: [ann, tom, kenji],
  teams: [{ name: 'Ledger Core', members: ['Ann Lee', 'Kenji Mori'], channel: '#ledger' }],
  channels: [{ name: '#ledger', purpose: 'Bookings', url: null }],
  responses: [],
  urgent: { when: [], path: [] },
  glossary: [],
  ticketKeys: [],
};
const touch = (name: string, address: string) => {
  return { name, address, commit: '', subject: '', instant: 0, lines: 1 };
};

describe('askPlaces', () => {
  it('knows owners by team, login and address, then who changed the lines, and never the asker', () => {
    const owners = ['@acme/ledger-core', '@tomb', 'ops@example.com', '@acme/platform'];
    const places = askPlaces(owners, [touch('Tom B', 'TOM@example.com')], team, ann);
    assert.deepEqual(
      places.people.map(({ party, reason }) => [party.name, reason]),
      [
        ['Kenji Mori', 'owner'],
        ['Tom Beck', 'owner'],
      ],
    );
    assert.deepEqual(places.otherOwners, ['ops@example.com', '@acme/platform']);
    assert.deepEqual(places.channels, [{ name: '#ledger', purpose: 'Bookings', url: null }]);
  });

  it('says only what CODEOWNERS says where there is no team file', () => {
    const places = askPlaces(['@acme/platform'], [touch('Tom', 't@example.com')], null, null);
    assert.deepEqual(places, { people: [], otherOwners: ['@acme/platform'], channels: [] });
  });
});

describe('where questions are', () => {
  it('is the folder that most of them are in', () => {
    const paths = ['docs/questions/a.md', 'docs/Q and A/b.md', 'docs/Q and A/c.md', 'src/questions/x.ts'];
    assert.equal(questionFolder(paths), 'docs/Q and A');
    assert.equal(questionFolder(['docs/questions/README.md']), 'docs/questions');
    assert.deepEqual(paths.map(isQuestionPath), [true, true, true, false]);
  });
});
