import assert from 'node:assert/strict';
import { readerZones } from '../../../../src/editor/team/model/readers';
import { member, teamOf } from './teamFixtures';

const team = teamOf(
  member('Ann Lee', 'Europe/London'),
  member('Kenji Mori', 'Asia/Tokyo', { github: 'kmori' }),
  member('Yui Abe', 'Asia/Tokyo'),
  member('Ana Souza', 'America/Sao_Paulo'),
  member('Ana Lima', 'Europe/Lisbon'),
  member('Zoe Fox', 'America/New_York'),
  member('Priya Raman', null),
);
const everybody = ['Asia/Tokyo', 'America/Sao_Paulo', 'Europe/Lisbon'];

describe('readerZones', () => {
  const cases: readonly { readonly why: string; readonly text: string; readonly zones: readonly string[] }[] = [
    { why: 'the zones that most others have', text: 'by EOD Friday', zones: everybody },
    { why: 'the addressee by first name', text: '---\nfrom: ann\nto: kenji\n---\n', zones: ['Asia/Tokyo'] },
    { why: 'the addressee by login, in quotes', text: '---\r\nto: "KMori"\r\n---\r\n', zones: ['Asia/Tokyo'] },
    { why: 'the addressee by whole name', text: '---\nto: Ana Lima\n---\n', zones: ['Europe/Lisbon'] },
    { why: 'none for an addressee with the same clock', text: '---\nto: Ann Lee\n---\n', zones: [] },
    { why: 'all where two have the first name', text: '---\nto: ana\n---\n', zones: everybody },
    { why: 'all where the addressee has no zone', text: '---\nto: Priya\n---\n', zones: everybody },
    { why: 'all where "to:" is no front matter', text: 'to: kenji\n', zones: everybody },
  ];
  for (const { why, text, zones } of cases) {
    it(`takes ${why}`, () => assert.deepEqual(readerZones(team, 'Europe/London', text), zones));
  }
});
