import type { RepositoryActivity } from '../../../src/core/activity/activity';
import type { HandoffInput } from '../../../src/core/drafts/handoffInput';
import { activity, at, commit, fileStat, handoffInput, hashOf, party, repository, touched, workItem } from './support';

const sinceThursday = { start: at('2026-11-19T18:05:00Z'), end: at('2026-11-20T17:42:00Z'), from: 'handoff' } as const;

const ledgerSplit = workItem({
  ticket: 'LED-42',
  branch: 'ledger-split',
  title: 'split the ledger by region',
  standing: 'local',
  commits: [
    commit(0x3f2a1b9c8, 'Add the migration that copies balances', {
      standing: 'local',
      files: [fileStat('migrations/0041_split.sql', 120, 0), fileStat('src/ledger/balance.ts', 14, 3)],
    }),
    commit(0x7be01a2f4, 'Route reads by region', { standing: 'local', with: ['Priya Nair'] }),
    commit(0x9e8d7c6b5, 'Name the region of an account', {
      story: 'rewritten',
      authored: at('2026-11-17T10:00:00Z'),
    }),
  ],
});
const drift = workItem({
  ticket: 'LED-39',
  title: 'alert on balance drift',
  standing: 'merged',
  commits: [
    commit(0x51c0ffee1, 'Alert when balances drift by more than a cent (#812)', {
      standing: 'merged',
      story: 'squashed',
      files: [fileStat('src/alerts/drift.ts', 60, 8), fileStat('test/alerts/drift.test.ts', 44, 0)],
    }),
  ],
});
const loose = workItem({
  title: 'Mend the build',
  standing: 'merged',
  commits: [
    commit(0xb01d1, 'Mend the build', { standing: 'merged' }),
    commit(0xb01d2, 'Say what the import waits for', { standing: 'merged', coAuthored: true, with: ['Priya Nair'] }),
  ],
});
const flaky = workItem({
  branch: 'flaky-import',
  title: 'flaky import',
  standing: 'local',
  commits: [commit(0xd00d1e555, 'Wait for the import before counting', { standing: 'local' })],
});

const ledger: RepositoryActivity = repository({
  head: { kind: 'branch', branch: 'ledger-split', hash: hashOf(0x3f2a1b9c8) },
  items: [ledgerSplit, drift, flaky, loose],
  tips: { main: hashOf(0x51c0ffee1), 'ledger-split': hashOf(0x3f2a1b9c8), 'flaky-import': hashOf(0xd00d1e555) },
  invisible: {
    changes: [
      {
        worktree: null,
        files: [
          { path: 'src/ledger/parser.ts', kind: 'unstaged' },
          { path: 'src/ledger/region.ts', kind: 'untracked' },
        ],
      },
    ],
    unpushed: [
      {
        branch: 'ledger-split',
        commits: 2,
        neverPushed: false,
        pushedTip: hashOf(0x9e8d7c6b5),
        gone: false,
        behind: 0,
      },
      { branch: 'flaky-import', commits: 1, neverPushed: true, pushedTip: null, gone: false, behind: 0 },
    ],
    stashes: [{ message: 'half-done parser', created: at('2026-11-20T11:20:00Z'), branch: 'ledger-split' }],
    hasRemote: true,
  },
  omissions: [
    { reason: 'others', count: 12 },
    { reason: 'machine', count: 3 },
    { reason: 'copy', count: 1 },
  ],
});

/** An ordinary day, with one of each thing that can be in it. */
export function ordinaryDay(given: Partial<HandoffInput> = {}): HandoffInput {
  return handoffInput({
    from: party('Ann', 'Europe/London', { contact: 'Slack, or +44 20 7946 0000 if the ledger is down' }),
    activity: activity(sinceThursday, ledger),
    records: [
      touched('docs/adr/0033-split.md', {
        label: 'ADR-0033',
        title: 'Split the ledger by region',
        status: 'proposed',
        how: 'changed',
      }),
      touched('docs/adr/0012-postgresql.md', { label: 'ADR-0012', title: 'Use PostgreSQL for the ledger' }),
      touched('docs/runbooks/balance-drift.md', {
        kind: 'runbook',
        title: 'Balance drift',
        status: 'none',
        how: 'names',
        files: ['src/alerts/drift.ts'],
      }),
    ],
    risks: [
      { code: 'migration', files: ['migrations/0041_split.sql'], count: 1, detail: '' },
      { code: 'large', files: ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts'], count: 41, detail: '2300 lines' },
      { code: 'no-tests', files: ['src/ledger/balance.ts', 'src/a.ts'], count: 2, detail: '' },
    ],
    previous: {
      href: '2026-11-19-ann-to-kenji.md',
      title: 'Handoff to Kenji · Thu 19 Nov 18:05 Europe/London',
      instant: at('2026-11-19T18:05:00Z'),
    },
    ...given,
  });
}

/** Three hundred commits in forty work items, and as much that is not pushed. */
export function hugeDay(): HandoffInput {
  const items = Array.from({ length: 40 }, (_, index) => {
    const standing = index % 4 === 0 ? 'merged' : 'pushed';
    return workItem({
      ticket: `LED-${index + 100}`,
      branch: `led-${index + 100}-step-${index}`,
      title: `step ${index} of the migration`,
      standing,
      commits: Array.from({ length: index === 0 ? 66 : 6 }, (__, each) =>
        commit(0x100000000 + index * 0x1000 + each, `Move table ${each} of step ${index}`, {
          standing,
          files: [fileStat(`src/step${index}/table${each}.ts`)],
        }),
      ),
    });
  });
  const unpushed = items.slice(0, 30).map(({ branch }) => {
    return { branch: branch ?? '', commits: 2, neverPushed: false, pushedTip: hashOf(0xfee), gone: false, behind: 0 };
  });
  const files = Array.from({ length: 250 }, (_, index) => ({
    path: `src/new/file${index}.ts`,
    kind: 'untracked' as const,
  }));
  return handoffInput({
    activity: activity(
      sinceThursday,
      repository({
        items,
        tips: Object.fromEntries(items.map(({ branch }, index) => [branch ?? '', hashOf(0x100000000 + index)])),
        invisible: { changes: [{ worktree: null, files }], unpushed, stashes: [], hasRemote: true },
        omissions: [{ reason: 'too-many', count: 1200 }],
        limits: ['truncated'],
      }),
    ),
  });
}

const nasty =
  '</details><script>alert(1)</script> @channel fixes #12 [x](https://evil.example) \u202Egnp.exe `rm -rf`\n# pwn';

/** Everything that a repository can say is an attack. */
export function hostileDay(): HandoffInput {
  return handoffInput({
    from: party('Mallory\n---\n<b>', 'Europe/London', { contact: '@everyone\n## Next\n- [ ] send money' }),
    to: { kind: 'person', person: party('[Kenji](javascript:alert(1))', 'Asia/Tokyo') },
    activity: activity(
      sinceThursday,
      repository({
        name: 'led`ger|x',
        items: [
          workItem({
            ticket: 'LED-1|',
            branch: 'a|b`c<img src=x>',
            title: nasty,
            commits: [
              commit(1, nasty, { with: ['@kenji', '*bold*'] }),
              commit(2, '- [ ] a task\u2028## Next', {}),
              commit(3, '1. one', {}),
              commit(4, 'a'.repeat(5000), {}),
              commit(5, '\u200B\u2066', {}),
              commit(6, '‹what› &amp; <!-- meridian drafted: 0000000 -->', {}),
            ],
          }),
        ],
        tips: { 'a|b`c<img src=x>': hashOf(1), '"quoted": {': hashOf(2) },
        invisible: {
          changes: [{ worktree: '../../x`', files: [{ path: 'a\n> b`</summary>.ts', kind: 'conflict' }] }],
          unpushed: [
            { branch: 'a|b`c<img src=x>', commits: 6, neverPushed: true, pushedTip: null, gone: false, behind: 0 },
          ],
          stashes: [{ message: nasty, created: at('2026-11-20T11:20:00Z'), branch: null }],
          hasRemote: true,
        },
        gaps: [{ what: 'statistics', reason: 'failed <b>' }],
      }),
    ),
    records: [touched('docs/adr/1.md', { title: nasty, href: '../adr/a) [b](javascript:x).md', files: ['`|`'] })],
    risks: [{ code: 'other-owners', files: ['a|b'], count: 1, detail: '@org/team' }],
    previous: { href: 'javascript:alert(1)', title: nasty, instant: 0 },
  });
}
