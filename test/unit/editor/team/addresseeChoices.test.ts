import assert from 'node:assert/strict';
import {
  type AddresseeChoice,
  addresseeChoices,
  addresseeOf,
  authorChoices,
  typedChoice,
} from '../../../../src/editor/team/model/addresseeChoices';
import { member, teamOf } from './teamFixtures';

const ann = member('Ann', 'Europe/London');
const kenji = member('Kenji', 'Asia/Tokyo', { contact: '#tokyo' });
const ana = member('Ana', 'America/Sao_Paulo');
const priya = member('Priya', null);
const team = {
  ...teamOf(ann, priya, kenji, ana),
  teams: [{ name: 'Ledger', members: ['Ann', 'Kenji', 'Somebody'], channel: '#ledger' }],
};
const evening = Date.parse('2026-11-20T17:42:00Z');

function name(choice: AddresseeChoice): string {
  if (choice.kind === 'person') return choice.row.member.name;
  return choice.kind === 'team' ? choice.group.name : choice.kind;
}

describe('for whom a handoff can be', () => {
  it('offers whoever is at work or next at work first, then teams, and never oneself', () => {
    assert.deepEqual(addresseeChoices(team, ann, evening).map(name), ['Ana', 'Kenji', 'Priya', 'Ledger', 'anybody']);
  });

  it('offers everybody where it is not known who one is, and whoever is next without a team', () => {
    assert.equal(addresseeChoices(team, null, evening).length, 6);
    assert.deepEqual(addresseeChoices(null, null, evening).map(name), ['anybody']);
  });

  it('offers the authors of the last weeks who are in no team file, without the writer', () => {
    const author = (name: string, ...addresses: string[]) => ({ name, addresses, login: null, commits: 1 });
    const authors = [
      author('Ann L', 'ann@work.example'),
      author('Li Wei', 'li@work.example'),
      author('kenji', 'k@other.example'),
      author('  ', 'unnamed@work.example'),
    ];
    const writer = { names: ['ann'], addresses: ['ann@work.example'], logins: [] };
    const names = (of: typeof team | null) =>
      authorChoices(authors, of, writer).map((choice) => addresseeOf(choice, of));
    const party = (called: string) => ({ kind: 'person', person: { name: called, schedule: null, contact: null } });
    assert.deepEqual(names(team), [party('Li Wei')]);
    assert.deepEqual(names(null), [party('Li Wei'), party('kenji')]);
    const many = Array.from({ length: 40 }, (_, at) => author(`Author ${at}`, `a${at}@work.example`));
    assert.equal(authorChoices(many, null, writer).length, 8);
  });

  it('takes a typed name that nobody has, in one line', () => {
    assert.deepEqual(typedChoice('  Li\n Wei ', team), { kind: 'typed', name: 'Li Wei' });
    for (const known of ['kenji', 'LEDGER', '  ']) assert.equal(typedChoice(known, team), null, known);
  });

  it('gives the draft their hours and how to reach them', () => {
    const [, second, , ledger] = addresseeChoices(team, ann, evening);
    assert.ok(second && ledger);
    assert.deepEqual(addresseeOf(second, team), {
      kind: 'person',
      person: { name: 'Kenji', schedule: kenji, contact: '#tokyo' },
    });
    const group = addresseeOf(ledger, team);
    assert.ok(group.kind === 'team');
    assert.deepEqual(
      group.members.map((party) => party.name),
      ['Ann', 'Kenji'],
    );
    assert.deepEqual(addresseeOf({ kind: 'typed', name: 'Li Wei' }, team), {
      kind: 'person',
      person: { name: 'Li Wei', schedule: null, contact: null },
    });
  });
});
