import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Member } from '../../../../src/core/team/team';
import { addMembers, type NewMember, newTeamFile, notMembers } from '../../../../src/editor/team/model/teamFileText';
import { member, teamOf } from './teamFixtures';

const ann: NewMember = { name: 'Ann Lee', addresses: ['ann@x.example'], github: 'annlee', zone: 'Europe/London' };
const tom: NewMember = { name: 'Tom', addresses: ['tom@x.example'], github: null, zone: null };

function added(text: string, ...members: readonly NewMember[]): string | null {
  const insertion = addMembers(text, members);
  return insertion && text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset);
}

describe('newTeamFile', () => {
  it('writes what is known and leaves out what is not', () => {
    assert.deepEqual(JSON.parse(newTeamFile([ann, tom])), {
      members: [
        { name: 'Ann Lee', addresses: ['ann@x.example'], github: 'annlee', zone: 'Europe/London' },
        { name: 'Tom', addresses: ['tom@x.example'] },
      ],
    });
  });

  it('has one line for each value', () => {
    const lines = newTeamFile([ann]).split('\n');
    assert.deepEqual(lines.slice(2, 7), [
      '    {',
      '      "name": "Ann Lee",',
      '      "addresses": ["ann@x.example"],',
      '      "github": "annlee",',
      '      "zone": "Europe/London"',
    ]);
  });

  it('is what members are added to one by one', () => {
    assert.equal(added(added(newTeamFile([]), ann) ?? '', tom), newTeamFile([ann, tom]));
  });

  it('quotes every name', () => {
    const name = fc.string();
    fc.assert(
      fc.property(name, name, (first, second) => {
        const text = added(newTeamFile([{ ...tom, name: first }]), { ...tom, name: second }) ?? '';
        const { members } = JSON.parse(text) as { readonly members: readonly { readonly name: string }[] };
        assert.deepEqual(
          members.map((member) => member.name),
          [first, second],
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('addMembers', () => {
  it('leaves everything else as it is written', () => {
    const text = '{ "glossary": {},\n\t"members": [ {"name":"Ana"} ],   "teams": [] }';
    const result = added(text, tom) ?? '';
    assert.ok(result.startsWith('{ "glossary": {},\n\t"members": [ {"name":"Ana"},\n'), result);
    assert.ok(result.endsWith(' ],   "teams": [] }'), result);
    assert.equal(JSON.parse(result).members[1].name, 'Tom');
  });

  for (const text of ['', '{', '[]', '{"members": {}}', '{"teams": []}', '{"members": [}']) {
    it(`adds nothing to ${JSON.stringify(text)}`, () => assert.equal(added(text, tom), null));
  }
});

describe('notMembers', () => {
  const cases: readonly { readonly why: string; readonly has: Partial<Member>; readonly left: number }[] = [
    { why: 'an address in another letter case', has: { addresses: ['ANN@x.example'] }, left: 0 },
    { why: 'a login', has: { github: 'AnnLee' }, left: 0 },
    { why: 'a name', has: { name: 'ann lee' }, left: 0 },
    { why: 'nothing in common', has: { name: 'Ana', addresses: ['ana@x.example'] }, left: 1 },
    { why: 'no login on either side', has: { github: null }, left: 1 },
  ];
  for (const { why, has, left } of cases) {
    it(`compares ${why}`, () => assert.equal(notMembers([ann], teamOf(member('x', null, has))).length, left));
  }
});
