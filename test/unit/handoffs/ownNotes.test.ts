import assert from 'node:assert/strict';
import type { HandoffNote } from '../../../src/core/handoffs/note';
import { continuation, isBy, isOpenDraft, signatures, toldTips, toldUntil } from '../../../src/core/handoffs/ownNotes';
import { member, teamOf } from '../editor/team/teamFixtures';

function note(
  path: string,
  written: string | null,
  to: readonly string[] = [],
  from: string | null = 'Ann Lee',
): HandoffNote {
  return {
    path,
    title: path,
    written: written === null ? null : Date.parse(written),
    from,
    to,
    covers: null,
    tips: {},
    next: [],
    waiting: [],
    questions: [],
    branches: [],
    records: [],
    replies: [],
  };
}

describe('whose note it is', () => {
  const ann = member('Ann Lee', 'Europe/London', { github: 'annlee', addresses: ['ann@x.example'] });
  const alone = teamOf(ann, member('Kenji Mori', 'Asia/Tokyo'));
  const two = teamOf(ann, member('Ann Gray', 'Europe/London'));
  const cases: readonly (readonly [from: string | null, team: typeof alone, isHers: boolean])[] = [
    ['Ann Lee', alone, true],
    ['  ann lee ', alone, true],
    ['ann', alone, true],
    ['ann', two, false],
    ['annlee', two, true],
    ['ANN@x.example', two, true],
    ['@Ann-Lee', two, true],
    ['…', alone, false],
    ['Annika', alone, false],
    [null, alone, false],
  ];
  for (const [from, team, isHers] of cases) {
    it(`${isHers ? 'is hers' : 'is not hers'} from ${from} among ${team.members.length} called ${team.members[1]?.name}`, () => {
      assert.equal(isBy(note('a', null, [], from), signatures('Ann Lee', ann, team)), isHers);
    });
  }

  it('is hers by an address or a login that only git knows', () => {
    const known = { addresses: ['ann@x.example'], logins: ['annlee'] };
    for (const from of ['ann@x.example', 'Annlee', 'Ann Lee']) {
      assert.ok(isBy(note('a', null, [], from), signatures('Ann Lee', null, null, known)), from);
    }
    assert.ok(!isBy(note('a', null, [], 'bo@x.example'), signatures('Ann Lee', null, null, known)));
  });

  it('is hers by name where there is no team', () => {
    assert.ok(isBy(note('a', null, [], 'Ann Lee'), signatures('Ann Lee', null, null)));
  });
});

describe('which note may be drafted again', () => {
  const names = signatures('Ann Lee', null, null);
  const evening = Date.parse('2026-11-20T17:42:00Z');
  const reply = { by: 'Kenji Mori', at: evening, text: 'I begin with the relay.' };
  const cases: readonly (readonly [why: string, one: HandoffNote, isOpen: boolean])[] = [
    ['her own of today', note('a', '2026-11-20T09:00:00Z'), true],
    ["a colleague's of today", note('a', '2026-11-20T09:00:00Z', ['Ann Lee'], 'Kenji Mori'), false],
    ['one of today without a writer', note('a', '2026-11-20T09:00:00Z', [], null), false],
    ['her own of yesterday', note('a', '2026-11-19T23:59:00Z'), false],
    ['her own without a day', note('a', null), false],
    ['her own that was read back', { ...note('a', '2026-11-20T09:00:00Z'), replies: [reply] }, false],
  ];
  for (const [why, one, isOpen] of cases) {
    it(`${why}: ${isOpen ? 'yes' : 'no'}`, () => {
      assert.equal(isOpenDraft(one, names, 'Europe/London', evening), isOpen);
    });
  }

  it('goes by the day of the writer’s clock', () => {
    const late = note('a', '2026-11-20T14:30:00Z');
    assert.ok(isOpenDraft(late, names, 'Europe/London', evening));
    assert.ok(!isOpenDraft(late, names, 'Asia/Tokyo', evening));
  });
});

describe('what a note goes on from', () => {
  const now = Date.parse('2026-11-20T17:42:00Z');
  const zone = 'Europe/London';
  const paths = (notes: readonly HandoffNote[], to: string | null) => {
    const { previous, todays } = continuation(notes, to, zone, now);
    return [previous?.path, todays?.path];
  };
  const yesterday = note('yesterday', '2026-11-19T18:05:00Z', ['Kenji Mori']);
  const older = note('older', '2026-11-12T18:05:00Z', ['Kenji Mori']);

  it('is the last one of a day before', () => {
    assert.deepEqual(paths([older, yesterday], 'Kenji Mori'), ['yesterday', undefined]);
  });

  it('is not what was written today, to the same person or another', () => {
    const toKenji = note('to kenji', '2026-11-20T12:00:00Z', ['@kenji-mori']);
    const toAna = note('to ana', '2026-11-20T13:00:00Z', ['Ana Souza']);
    assert.deepEqual(paths([toKenji, toAna, yesterday], 'Kenji Mori'), ['yesterday', 'to kenji']);
    assert.deepEqual(paths([toKenji, toAna, yesterday], 'Tom'), ['yesterday', undefined]);
  });

  it('counts days on the writer’s clock', () => {
    const late = note('late', '2026-11-20T00:30:00Z', ['Kenji Mori']);
    assert.deepEqual(paths([late, older], 'Kenji Mori'), ['older', 'late']);
    const { previous } = continuation([late, older], 'Kenji Mori', 'America/New_York', now);
    assert.equal(previous?.path, 'late');
  });

  it('is nothing where no note says when it was written', () => {
    assert.deepEqual(paths([note('undated', null)], null), [undefined, undefined]);
  });

  it('for whoever is next is the one for whoever is next', () => {
    const toNext = note('to next', '2026-11-20T12:00:00Z');
    assert.deepEqual(paths([toNext], null), [undefined, 'to next']);
    assert.deepEqual(paths([toNext], 'Kenji Mori'), [undefined, undefined]);
  });
});

describe('where the next note begins', () => {
  const written = note('a', '2026-11-20T17:42:00Z');
  const [start, end] = [Date.parse('2026-11-19T09:00:00Z'), Date.parse('2026-11-20T17:00:00Z')];

  it('is where what this one covers ended, else when it was written', () => {
    assert.equal(toldUntil({ ...written, covers: { start, end } }), end);
    assert.equal(toldUntil(written), written.written);
    assert.equal(toldUntil(note('undated', null)), null);
  });

  it('is at the tips of all repositories', () => {
    const tips = { ledger: { main: 'a', split: 'b' }, web: { main: 'c' } };
    assert.deepEqual(toldTips({ ...written, tips }), ['a', 'b', 'c']);
    assert.deepEqual(toldTips(null), []);
  });
});
