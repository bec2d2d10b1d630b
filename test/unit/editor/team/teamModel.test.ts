import assert from 'node:assert/strict';
import { findMe, type Member, type Myself } from '../../../../src/core/team/team';
import { Overlaps } from '../../../../src/editor/team/model/overlaps';
import { teamGroups } from '../../../../src/editor/team/model/teamModel';
import { member, teamOf } from './teamFixtures';

const ann = member('Ann', 'Europe/London');
const kenji = member('Kenji', 'Asia/Tokyo');
const ana = member('Ana', 'America/Sao_Paulo');
const tom = member('Tom', 'Europe/Berlin', { away: [{ from: '2026-11-16', to: '2026-11-20' }] });
const priya = member('Priya', null);

const team = teamOf(ann, kenji, ana, tom, priya);
const at = (iso: string) => Date.parse(iso);

/** `state: name until time in UTC`, in the view's order. */
function outline(now: string, of = team): readonly string[] {
  return teamGroups(of, ann, at(now)).flatMap(({ state, rows }) =>
    rows.map((row) => {
      const until = row.until === null ? '?' : new Date(row.until).toISOString().slice(5, 16).replace('T', ' ');
      return `${state}: ${row.member.name}${row.isMe ? ' (me)' : ''} ${until}`;
    }),
  );
}

describe('teamGroups', () => {
  const cases: readonly { readonly now: string; readonly rows: readonly string[] }[] = [
    {
      now: '2026-11-18T10:00:00Z',
      rows: [
        'working: Ann (me) 11-18 17:00',
        'later: Ana 11-18 12:00',
        'later: Kenji 11-19 00:00',
        'away: Tom 11-23 08:00',
        'unknown: Priya ?',
      ],
    },
    {
      now: '2026-11-21T12:00:00Z',
      rows: [
        'later: Kenji 11-23 00:00',
        'later: Tom 11-23 08:00',
        'later: Ann (me) 11-23 09:00',
        'later: Ana 11-23 12:00',
        'unknown: Priya ?',
      ],
    },
  ];
  it('tells no end of work that goes on for more than a day', () => {
    const rota = member('Rota', 'Europe/Berlin', { hours: { start: 0, end: 24 * 60 } });
    assert.deepEqual(outline('2026-11-18T10:00:00Z', teamOf(rota)), ['working: Rota ?']);
    assert.deepEqual(outline('2026-11-20T10:00:00Z', teamOf(rota)), ['working: Rota 11-20 23:00']);
  });

  for (const { now, rows } of cases) it(`sorts everybody at ${now}`, () => assert.deepEqual(outline(now), rows));

  it('begins and ends a working day to the minute', () => {
    const state = (now: string) => teamGroups(teamOf(ann), null, at(now))[0]?.state;
    assert.deepEqual(
      ['08:59', '09:00', '16:59', '17:00'].map((time) => state(`2026-11-18T${time}:30Z`)),
      ['later', 'working', 'working', 'later'],
    );
  });

  it('says nothing of when a member works whose hours are not understood', () => {
    const bo = member('Bo', 'Europe/London', { isUnclear: true });
    assert.deepEqual(outline('2026-11-18T10:00:00Z', teamOf(bo)), ['unknown: Bo ?']);
    assert.equal(new Overlaps(ann).next(bo, at('2026-11-18T10:00:00Z')), null);
  });

  it('is empty for an empty team', () => assert.deepEqual(teamGroups(teamOf(), null, 0), []));
});

describe('Overlaps', () => {
  const now = at('2026-11-18T10:00:00Z');
  const next = (of: Member, me: Member | null = ann) => new Overlaps(me).next(of, now);

  it('gives the next time together, and what is left of one that has begun', () => {
    assert.deepEqual(next(ana), { start: at('2026-11-18T12:00:00Z'), end: at('2026-11-18T17:00:00Z') });
    const berlin = member('Mia', 'Europe/Berlin');
    assert.deepEqual(next(berlin), { start: now, end: at('2026-11-18T16:00:00Z') });
  });

  it('is null where there is none, for myself, and where a zone or I am not known', () => {
    for (const value of [next(kenji), next(ann), next(priya), next(ana, null), next(ana, priya)]) {
      assert.equal(value, null);
    }
  });

  it('keeps an answer while it holds, and not longer', () => {
    const overlaps = new Overlaps(ann);
    const first = overlaps.next(ana, now);
    assert.equal(overlaps.next(ana, at('2026-11-18T16:59:00Z')), first);
    assert.equal(overlaps.next(ana, at('2026-11-18T17:00:00Z'))?.start, at('2026-11-19T12:00:00Z'));
  });

  it('warns in a week when clocks change apart, and only then', () => {
    const newYork = member('Zoe', 'America/New_York');
    assert.equal(new Overlaps(ann).shift(newYork, at('2026-02-18T10:00:00Z')), null);
    const shift = new Overlaps(ann).shift(newYork, at('2026-03-18T10:00:00Z'));
    assert.deepEqual(shift, { before: 15 * 60, now: 20 * 60, after: 15 * 60, when: 'this-week' });
  });
});

describe('findMe', () => {
  const nobody = { chosen: null, name: null, address: null };
  const cases: readonly [string, Partial<Myself>, Member | null][] = [
    ['an address of git in another letter case', { address: 'KENJI@x.example' }, kenji],
    ['a name of git where the address is unknown', { name: 'kenji', address: 'k@home.example' }, kenji],
    ['the setting before git', { chosen: 'Ana', address: 'kenji@x.example' }, ana],
    ['an address in the setting', { chosen: 'ana@x.example' }, ana],
    ['nobody where the setting names nobody', { chosen: 'Zoe', address: 'kenji@x.example' }, null],
    ['git where the setting is blank', { chosen: ' ', address: 'kenji@x.example' }, kenji],
    ['nobody without anything', { address: '' }, null],
  ];
  for (const [title, known, expected] of cases) {
    it(`finds ${title}`, () => assert.equal(findMe(team, { ...nobody, ...known }), expected));
  }

  it('takes none of two with the same name', () => {
    assert.equal(findMe(teamOf(ann, { ...ann, addresses: [] }), { ...nobody, name: 'Ann' }), null);
  });
});
