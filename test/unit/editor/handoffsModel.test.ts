import assert from 'node:assert/strict';
import { memberNamed } from '../../../src/core/drafts/addressee';
import type { HandoffNote, Reply } from '../../../src/core/handoffs/note';
import { directionOf, receiverOf } from '../../../src/core/handoffs/receiver';
import { foldName } from '../../../src/core/names/people';
import { catchUpStart } from '../../../src/core/tasks/catchUpStart';
import { parseTeam } from '../../../src/core/team/parseTeam';
import { handoffGroups, unreadToMe } from '../../../src/editor/handoffs/model/handoffsModel';
import { startPlan } from '../../../src/editor/handoffs/model/startPlan';

const now = Date.parse('2026-11-20T12:00:00Z');
const hour = 3_600_000;
const { team } = parseTeam(
  JSON.stringify({
    members: [
      { name: 'Ann Lee', addresses: ['ann@example.com'], zone: 'Europe/London' },
      { name: 'Kenji Mori', addresses: ['kenji@example.com'], github: 'kmori', zone: 'Asia/Tokyo' },
      { name: 'Ana Souza', addresses: ['ana@example.com'], zone: 'America/Sao_Paulo' },
    ],
    teams: [{ name: 'Ledger', members: ['Ann Lee'], channel: '#ledger-team' }],
  }),
);
const [ann = null] = team.members;
const me = receiverOf(['Ann Lee', 'ann@example.com', 'ann'], ann, team);
const nobody = receiverOf([], null, team);

function note(changes: Partial<HandoffNote> = {}): HandoffNote {
  return {
    path: 'docs/handoffs/a.md',
    title: 'Handoff',
    written: now - hour,
    from: 'Kenji Mori',
    to: ['Ann Lee'],
    covers: null,
    tips: {},
    next: [],
    waiting: [],
    questions: [],
    branches: [],
    records: [],
    replies: [],
    ...changes,
  };
}
const reply = (by: string, ago: number): Reply => ({ by, at: now - ago, text: 'I do it.' });
const fromMe = { from: 'Ann Lee', to: ['Kenji Mori'] };

function rows(notes: readonly HandoffNote[], seen: Readonly<Record<string, string>> = {}, receiver = me) {
  return handoffGroups({ notes, receiverFor: () => receiver, seen: ({ path }) => seen[path], now });
}
const unreadOf = (one: HandoffNote, seen = {}) => rows([one], seen)[0]?.rows[0]?.unread;
const stampOf = (one: HandoffNote) => rows([one])[0]?.rows[0]?.stamp ?? '';

describe('whose business a handoff is', () => {
  const cases: readonly [from: string | null, to: readonly string[], expected: string][] = [
    ['Kenji Mori', ['Ann Lee'], 'to-me'],
    ['kenji', ['ann'], 'to-me'],
    ['kenji', ['@Ann-Lee'], 'to-me'],
    ['kenji', ['ANN@example.com'], 'to-me'],
    ['kenji', ['Ana Souza', 'Ann Lee'], 'to-me'],
    ['kenji', ['ledger'], 'to-me'],
    ['kenji', ['Team Ledger'], 'to-me'],
    ['kenji', ['#ledger-team'], 'to-me'],
    ['kenji', [], 'to-me'],
    ['kenji', ['whoever is next'], 'to-me'],
    [null, [], 'to-me'],
    ['kenji', ['Ana Souza'], 'others'],
    ['kenji', ['Annika'], 'others'],
    ['kenji', ['platform'], 'others'],
    ['Ann Lee', ['Kenji Mori'], 'from-me'],
    ['ann', [], 'from-me'],
    ['ann', ['ledger'], 'from-me'],
  ];
  for (const [from, to, expected] of cases) {
    it(`${from} to ${to.join(' and ') || 'nobody'} is ${expected}`, () => {
      assert.equal(directionOf({ from, to }, me), expected);
    });
  }

  it('knows members by every name that a note may use, and takes nobody else for them', () => {
    for (const name of ['Kenji Mori', 'kenji', '@kmori', 'kenji@example.com', 'kenji-mori']) {
      assert.equal(memberNamed(name, team)?.name, 'Kenji Mori', name);
    }
    for (const name of ['', '  ', 'Ken', 'mori', '—']) assert.equal(memberNamed(name, team), null, name);
    assert.equal(memberNamed('Kenji', null), null);
  });

  it('makes nothing of a name without letters', () => {
    assert.equal(foldName('…'), '');
    assert.equal(directionOf({ from: '…', to: ['…'] }, nobody), 'others');
  });
});

describe('the rows of Handoffs', () => {
  it('count for the badge where they are to the reader, and not for an answer to their own', () => {
    const answered = note({ path: 'docs/handoffs/b.md', ...fromMe, replies: [reply('Kenji Mori', hour)] });
    const all = rows([note(), answered, note({ path: 'docs/handoffs/c.md', to: ['Ana Souza'] })]).flatMap(
      (group) => group.rows,
    );
    assert.equal(all.filter(({ unread }) => unread).length, 2);
    assert.equal(unreadToMe(all), 1);
  });

  it('are unread until they were seen as they are', () => {
    assert.equal(unreadOf(note()), true);
    assert.equal(unreadOf(note(), { 'docs/handoffs/a.md': stampOf(note()) }), false);
    const again = note({ written: now - 1 });
    assert.equal(unreadOf(again, { 'docs/handoffs/a.md': stampOf(note()) }), true);
  });

  it('are no news after a month, between others, without a date, or once answered', () => {
    assert.equal(unreadOf(note({ written: now - 31 * 24 * hour })), false);
    assert.equal(unreadOf(note({ to: ['Ana Souza'] })), false);
    assert.equal(unreadOf(note({ written: null })), false);
    assert.equal(unreadOf(note({ replies: [reply('Ann Lee', 1)] })), false);
    assert.equal(unreadOf(note({ to: ['ledger'], replies: [reply('Tom', 1)] })), true);
  });

  it('are unread for the writer with each answer, and only then', () => {
    assert.equal(unreadOf(note(fromMe)), false);
    const answered = note({ ...fromMe, replies: [reply('Kenji Mori', hour)] });
    assert.equal(unreadOf(answered), true);
    const seen = { 'docs/handoffs/a.md': stampOf(answered) };
    assert.equal(unreadOf(answered, seen), false);
    const twice = note({ ...fromMe, replies: [reply('Kenji Mori', hour), reply('Ana Souza', 1)] });
    assert.equal(unreadOf(twice, seen), true);
    assert.equal(unreadOf(note({ ...fromMe, replies: [reply('Ann Lee', 1)] })), false);
  });

  it('name the newest answer, and my own before those of others', () => {
    const readBack = (one: HandoffNote) => rows([one])[0]?.rows[0]?.readBack?.by;
    assert.equal(readBack(note({ ...fromMe, replies: [reply('Ana', 1), reply('Kenji', hour)] })), 'Ana');
    assert.equal(readBack(note({ replies: [reply('Ann Lee', hour), reply('Ana', 1)] })), 'Ann Lee');
    assert.equal(readBack(note({ replies: [reply('Ana', 1)] })), 'Ana');
    assert.equal(readBack(note({ replies: [reply('Kenji Mori', 1)] })), undefined);
  });

  it('are in groups, unread first, then the newest', () => {
    const notes = [
      note({ path: 'old.md', written: now - 60 * 24 * hour }),
      note({ path: 'b.md', written: now - 3 * hour }),
      note({ path: 'seen.md', written: now - 2 * hour }),
      note({ path: 'a.md', written: now - 4 * hour }),
      note({ path: 'mine.md', ...fromMe }),
      note({ path: 'theirs.md', to: ['Ana Souza'] }),
    ];
    const groups = rows(notes, { 'seen.md': `note ${now - 2 * hour}` });
    assert.deepEqual(
      groups.map(({ key, rows: ofGroup }) => [key, ...ofGroup.map((row) => row.note.path)]),
      [
        ['to-me', 'b.md', 'a.md', 'seen.md', 'old.md'],
        ['from-me', 'mine.md'],
        ['others', 'theirs.md'],
      ],
    );
  });

  it('are one list where nobody knows who reads', () => {
    const groups = rows([note(), note({ path: 'b.md', ...fromMe })], {}, nobody);
    assert.deepEqual(
      groups.map(({ key, rows: ofGroup }) => [key, ofGroup.length, ofGroup.some(({ unread }) => unread)]),
      [['all', 2, false]],
    );
  });
});

describe('startPlan', () => {
  const calm = { current: 'main', conflicts: 0, isRebasing: false, uncommitted: 0 };
  const here = { kind: 'here' } as const;
  const missing = { kind: 'missing' } as const;
  const cases = [
    ['stays where it is', startPlan('main', here, { ...calm, conflicts: 3 }, []), { kind: 'there-already' }],
    ['refuses with conflicts', startPlan('x', here, { ...calm, conflicts: 2 }, []), { kind: 'conflicts', count: 2 }],
    [
      'refuses in a rebase',
      startPlan('x', here, { ...calm, current: null, isRebasing: true }, []),
      { kind: 'rebasing' },
    ],
    [
      'says that a rebase goes on before it counts its conflicts',
      startPlan('x', here, { ...calm, current: null, isRebasing: true, conflicts: 1 }, []),
      { kind: 'rebasing' },
    ],
    ['asks the remote', startPlan('x', missing, calm, ['origin']), { kind: 'fetch' }],
    ['gives up without a remote', startPlan('x', missing, calm, []), { kind: 'no-remote' }],
    [
      'takes a branch that is here, and says what stays',
      startPlan('x', here, { ...calm, uncommitted: 2 }, []),
      { kind: 'check-out', uncommitted: 2, from: null },
    ],
    [
      'takes one from the remote',
      startPlan('x', { kind: 'remote', remote: 'origin' }, calm, ['origin']),
      { kind: 'check-out', uncommitted: 0, from: 'origin' },
    ],
  ] as const;
  for (const [what, plan, expected] of cases) it(what, () => assert.deepEqual(plan, expected));
});

describe('catchUpStart', () => {
  const today = { start: now - 4 * hour, end: now + 20 * hour };
  const start = (commits: readonly number[], notes: readonly number[]) =>
    catchUpStart({ now, today, commits, notes, otherwise: 7 });
  const [yesterday, before] = [now - 20 * hour, now - 44 * hour];

  it('is the last commit or note of a day before', () => {
    assert.deepEqual(start([yesterday, before], []), { instant: yesterday, from: 'commit' });
    assert.deepEqual(start([before], [yesterday]), { instant: yesterday, from: 'handoff' });
  });

  it("leaves out this morning's, and what is dated in the future", () => {
    assert.deepEqual(start([now - hour, yesterday], []), { instant: yesterday, from: 'given' });
    assert.deepEqual(start([now + hour, yesterday], []), { instant: yesterday, from: 'commit' });
  });

  it('is what is given where there is neither', () => {
    assert.deepEqual(start([], []), { instant: 7, from: 'given' });
    assert.deepEqual(start([now - hour], []), { instant: 7, from: 'given' });
  });
});
