import assert from 'node:assert/strict';
import { identityOfAuthors, isOneOf, ownIdentity, roleIn } from '../../../src/core/activity/identity';
import { usualDays, usualHours } from '../../../src/core/team/team';
import { ann, commit, kenji } from './support';

const member = {
  name: 'Ann Lee',
  addresses: ['ann@work.example', '7+AnnLee@users.noreply.github.com'],
  github: null,
  zone: null,
  contact: null,
  hours: usualHours,
  days: usualDays,
  away: [],
};
const nobody = { name: null, address: null };
const person = (text: string) => {
  const [, name = '', address = ''] = /^(.*?) ?<(.*)>$/.exec(text) ?? [];
  return { name, address };
};

describe('who is told about', () => {
  it('is known by git and by the team file', () => {
    assert.deepEqual(ownIdentity({ name: 'ann', address: 'Ann@Home.example' }, member), {
      names: ['ann', 'ann lee'],
      addresses: ['ann@home.example', 'ann@work.example', '7+annlee@users.noreply.github.com'],
      logins: ['annlee'],
    });
    assert.deepEqual(ownIdentity(nobody, null), { names: [], addresses: [], logins: [] });
  });

  const me = ownIdentity({ name: 'Ann', address: 'ann@home.example' }, member);
  const meant = ['x <ANN@home.example>', 'ANN  LEE <other@x.example>', 'x <annlee@users.noreply.github.com>'];
  const others = ['Annika Lee <annika@x.example>', 'Ann <ann@other.example>', ' <>', 'x <an@home.example>', '[ <[>'];
  for (const text of meant) it(`is ${text}`, () => assert.ok(isOneOf(me, person(text))));
  for (const text of others) it(`is not ${text}`, () => assert.ok(!isOneOf(me, person(text))));

  it('is a name of one word where no address is known', () => {
    assert.ok(isOneOf(ownIdentity({ name: 'Tom', address: null }, null), person('tom <any@x.example>')));
    assert.ok(!isOneOf(ownIdentity({ name: 'Tom', address: 't@x' }, null), person('tom <any@x.example>')));
  });

  const authors: readonly [value: string, who: string, isMeant: boolean][] = [
    ['Ann Lee', 'Ann Lee <a@x.example>', true],
    ['Ann', 'Annika <a@x.example>', false],
    ['ann@x.example', 'al <ann@x.example>', true],
    ['Ann <ann@x.example>', 'al <ann@x.example>', true],
    ['Ann <ann@x.example>', 'Ann <other@x.example>', false],
    ['<ann@x.example>', 'al <ANN@x.example>', true],
    ['ann lee', 'x <ann@work.example>', true],
    ['annlee', 'x <ann@work.example>', true],
    ['.*', 'Ann Lee <a@x.example>', false],
  ];
  for (const [value, who, isMeant] of authors) {
    it(`--author ${value} ${isMeant ? 'means' : 'does not mean'} ${who}`, () => {
      assert.equal(isOneOf(identityOfAuthors([value], [member]), person(who)), isMeant);
    });
  }

  it('wrote a commit under an address that a mailmap replaced', () => {
    const mapped = commit('a', '', { ...kenji, writtenAddress: 'ann@example.com' });
    assert.equal(roleIn(ann, mapped), 'author');
  });

  it('took part as a co-author', () => {
    assert.equal(roleIn(ann, commit('a', '', { ...kenji, coAuthors: [person('A <ann@example.com>')] })), 'co-author');
    assert.equal(roleIn(ann, commit('a', '', kenji)), null);
  });
});
