import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { draftCatchUp } from '../../../src/core/drafts/catchUp';
import type { CatchUpInput, ChangedRecord, HandoffToMe } from '../../../src/core/drafts/catchUpInput';
import type { BranchMove } from '../../../src/core/handoffs/changesSince';
import { forgeWork, hostileForgeWork } from './forgeDays';
import { assertGolden, at } from './support';

const quiet: CatchUpInput = {
  now: at('2026-11-23T00:02:00Z'),
  zone: 'Asia/Tokyo',
  name: 'Kenji Mori',
  since: { instant: at('2026-11-20T08:10:00Z'), from: 'commit' },
  handoffs: [],
  answers: [],
  records: [],
  deadlines: [],
  branches: [],
  gaps: [],
};

const move = (branch: string, given: Partial<BranchMove> = {}): BranchMove => ({
  branch,
  state: 'moved',
  merged: false,
  commits: 3,
  people: ['Tom'],
  latest: null,
  ...given,
});

const handoff = (given: Partial<HandoffToMe> = {}): HandoffToMe => ({
  href: 'docs/handoffs/2026-11-20-ann-to-kenji.md',
  title: 'Handoff to Kenji',
  from: 'Ann',
  written: at('2026-11-20T17:42:00Z'),
  zone: 'Europe/London',
  first: 'Merge the split',
  unread: true,
  changes: [],
  ...given,
});

const record = (given: Partial<ChangedRecord> = {}): ChangedRecord => ({
  href: 'docs/adr/0033-split-by-region.md',
  kind: 'decision',
  label: 'ADR-0033',
  title: 'Split the ledger by region',
  status: 'accepted',
  statusText: 'accepted',
  how: 'added',
  was: null,
  decision: 'We split the ledger by region, because Tokyo reads Tokyo',
  supersededBy: [],
  people: ['Priya'],
  files: [],
  fileCount: 0,
  ...given,
});

const busy: CatchUpInput = {
  ...quiet,
  handoffs: [
    handoff({ title: 'Handoff to Platform', href: 'b.md', unread: false, first: null, zone: null }),
    handoff({
      changes: [
        { kind: 'branch', repository: 'ledger', what: 'moved', move: move('LED-42-split'), named: true },
        { kind: 'item', what: 'done', text: 'Tell Tom', line: 12 },
      ],
    }),
  ],
  answers: [
    {
      href: 'docs/handoffs/2026-11-18-kenji-to-ann.md',
      title: 'Handoff to Ann',
      by: 'Ann',
      at: at('2026-11-20T17:50:00Z'),
      zone: 'Europe/London',
      text: 'I rerun the import on Monday.\n\nAsks back:\n\nWhich day?',
    },
  ],
  records: [
    record(),
    record({
      label: 'ADR-0007',
      title: 'Use event sourcing',
      href: 'docs/adr/0007.md',
      how: 'superseded',
      decision: null,
      supersededBy: ['ADR-0012'],
      files: ['ledger/balance.ts', 'ledger/split.ts', 'ledger/a.ts', 'ledger/b.ts'],
      fileCount: 6,
    }),
    record({
      label: 'ADR-0040',
      title: 'Keep a queue',
      href: 'docs/adr/0040.md',
      how: 'changed',
      was: { status: 'proposed', statusText: 'Proposed' },
      decision: null,
    }),
    record({ label: 'ADR-0041', title: 'Name a table', href: 'docs/adr/0041.md', how: 'moved', decision: null }),
    record({
      kind: 'runbook',
      label: null,
      title: 'Balance drift',
      href: 'docs/runbooks/drift.md',
      how: 'changed',
      decision: null,
    }),
  ],
  deadlines: [
    {
      instant: at('2026-11-27T17:00:00Z'),
      text: 'Comments on the split by EOD Friday',
      certain: false,
      href: 'docs/adr/0033.md',
      title: 'ADR-0033',
      zone: 'Europe/London',
    },
    {
      instant: at('2026-11-24T08:00:00Z'),
      text: 'Merge before the release, due Tue 24 Nov 17:00 Asia/Tokyo',
      certain: true,
      href: 'b.md',
      title: 'Handoff to Platform',
      zone: null,
    },
  ],
  branches: [
    { repository: null, move: move('fix-typo', { merged: true }) },
    { repository: 'web', move: move('menu', { state: 'rewritten', commits: 8, people: ['Tom', 'Ana', 'Eve'] }) },
  ],
  gaps: ['The folder site is in no repository.'],
};

/** Where a page made of it leads, images included. */
function hrefsIn(markdown: string): string[] {
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  return [...html.matchAll(/<(?:a|img)\b[^<>]*?\b(?:href|src)="?([^"> ]*)/g)].map(([, href = '']) => href);
}

describe('catching up', () => {
  const days: readonly (readonly [name: string, input: CatchUpInput])[] = [
    ['busy', busy],
    ['quiet', quiet],
    ['pull-requests', { ...quiet, forge: [forgeWork()] }],
    ['nothing-waits', { ...busy, forge: [forgeWork({ mine: [], reviews: [], threads: [] })] }],
    ['london', { ...busy, zone: 'Europe/London', name: 'Ann', since: { ...busy.since, from: 'handoff' } }],
    [
      'spring',
      {
        ...busy,
        zone: 'America/New_York',
        now: at('2026-03-08T07:00:00Z'),
        since: { instant: at('2026-03-08T06:59:00Z'), from: 'given' },
      },
    ],
    [
      'autumn',
      {
        ...busy,
        zone: 'America/New_York',
        now: at('2026-11-01T06:30:00Z'),
        since: { instant: at('2026-11-01T05:30:00Z'), from: 'given' },
      },
    ],
    [
      'long',
      {
        ...busy,
        handoffs: Array.from({ length: 9 }, (_, index) => handoff({ href: `${index}.md`, written: index })),
        records: Array.from({ length: 30 }, (_, index) =>
          record({ href: `${index}.md`, fileCount: index % 4, files: ['a.ts'] }),
        ),
      },
    ],
  ];
  for (const [name, input] of days) {
    it(`is written like catch-up/${name}.md`, () => assertGolden(`catch-up/${name}.md`, draftCatchUp(input).text));
  }

  it('does not count a branch as moved since whose new commits are older', () => {
    const moved = (branch: string, latest: string) => ({
      repository: null,
      move: move(branch, { latest: at(latest) }),
    });
    const branches = [moved('split', '2026-11-19T08:00:00Z'), moved('import', '2026-11-21T08:00:00Z')];
    const { text } = draftCatchUp({ ...quiet, branches });
    assert.match(text, /: 1 branch\. As of now: 1 branch with older commits\./);
    assert.match(text, /`split` moved on/);
  });

  it('is read in two minutes however much happened', () => {
    const many = Array.from({ length: 200 }, (_, index) => index);
    const words = draftCatchUp({
      ...busy,
      handoffs: many.map((index) => handoff({ href: `${index}.md`, first: 'word '.repeat(100) })),
      answers: many.flatMap((index) => busy.answers.map((one) => ({ ...one, at: index, text: 'word '.repeat(100) }))),
      records: many.map((index) => record({ href: `${index}.md`, decision: 'word '.repeat(200) })),
      deadlines: many.flatMap(() => busy.deadlines),
      branches: many.flatMap(() => busy.branches),
      forge: many.map(() => forgeWork()),
    }).text.split(/\s+/).length;
    // 250 words a minute, and lists are skimmed.
    assert.ok(words < 1000, `${words} words`);
  });

  it('tells what is unread from before the time apart from what came since', () => {
    const since = at('2026-11-20T18:00:00Z');
    const { text } = draftCatchUp({ ...busy, since: { instant: since, from: 'commit' }, gaps: [] });
    assert.match(text, /: 4 decisions, 1 runbook and 2 branches\. Unread from before: 2 handoffs and 1 answer\./);
  });

  it('tells records that say something else now before those that were only edited', () => {
    const edited = { how: 'changed', was: null } as const;
    const accepted = { how: 'changed', was: { status: 'proposed', statusText: 'proposed' } } as const;
    const records = [
      record({ href: 'docs/adr/0001-a.md', title: 'A', ...edited }),
      record({ href: 'docs/adr/0002-b.md', title: 'B', ...accepted }),
      record({ href: 'docs/adr/0003-c.md', title: 'C', ...edited, files: ['a.ts'], fileCount: 1 }),
    ];
    const titles = draftCatchUp({ ...quiet, records }).text.match(/(?<=^- \[ADR-0033 )\w/gm);
    assert.deepEqual(titles, ['C', 'B', 'A']);
  });

  it('calls an unknown reader by no name, and nothing new only what could be read', () => {
    const { text } = draftCatchUp({ ...quiet, name: null, gaps: ['The folder site is in no git repository.'] });
    assert.match(text, /^# Catch up · Mon 23 Nov/);
    assert.match(text, /: nothing new in what could be read\.\n/);
  });

  it('lists every deadline of the week ahead, and says where the others are', () => {
    const day = 86_400_000;
    const deadlines = [1, 2, 3, 4, 5, 6, 6.5, 9, 10].map((days) => ({
      ...{ instant: quiet.now + days * day, text: `due in ${days}`, certain: true },
      ...{ href: `${days}.md`, title: `ADR-${days}`, zone: null },
    }));
    const rows = draftCatchUp({ ...quiet, deadlines })
      .text.split('\n')
      .filter((line) => line.startsWith('- '));
    assert.equal(rows.length, 8);
    assert.match(rows[6] ?? '', /due in 6\.5/);
    assert.equal(rows[7], '- and 2 more, in [ADR-9](9.md) and [ADR-10](10.md)');
  });

  it('keeps what an answer asks back apart from what it restates, and from being cut', () => {
    const answers = (text: string) => busy.answers.slice(0, 1).map((one) => ({ ...one, text }));
    const rowOf = (text: string) =>
      draftCatchUp({ ...quiet, answers: answers(text) })
        .text.split('\n')
        .find((line) => line.startsWith('- '))
        ?.replace(/^.*?\): /, '');
    assert.equal(
      rowOf('I finish the test\n\nthen rest\n\nAsks back:\n\nIs it agreed?'),
      'I finish the test · then rest. Asks back: Is it agreed?',
    );
    assert.match(rowOf(`${'word '.repeat(100)}\n\nAsks back:\n\nIs it agreed?`) ?? '', /… Asks back: Is it agreed\?$/);
  });

  it('lets nothing hostile out of its line', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.constantFrom('\n## x', '@kenji', '<img src=x>', '[a](javascript:x)', '`', '|', '\u202eabc', 'x\r\n- y'),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const { text: plain } = draftCatchUp({ ...busy, forge: [hostileForgeWork('x')] });
        const { text: draft } = draftCatchUp({
          ...busy,
          name: text,
          handoffs: busy.handoffs.map((one) => ({ ...one, title: text, from: text, first: one.first && text })),
          answers: busy.answers.map((one) => ({ ...one, title: text, by: text, text })),
          records: busy.records.map((one) => ({ ...one, title: text, decision: text, people: [text], files: [text] })),
          deadlines: busy.deadlines.map((one) => ({ ...one, text, title: text })),
          branches: busy.branches.map((one) => ({ ...one, move: move(text, { people: [text] }) })),
          gaps: [text],
          forge: [hostileForgeWork(text)],
        });
        assert.equal(draft.split(/\r\n?|[\n\u2028\u2029]/).length, plain.split('\n').length);
        // In code an `@` mentions no one.
        assert.doesNotMatch(draft.replace(/(`+)[^`].*?\1/g, ''), /@kenji|\u202e/);
        assert.deepEqual(hrefsIn(draft), hrefsIn(plain));
      }),
    );
  });
});
