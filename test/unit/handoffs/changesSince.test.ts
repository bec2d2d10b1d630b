import assert from 'node:assert/strict';
import { type BranchMove, changesSince, type RecordNow } from '../../../src/core/handoffs/changesSince';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';

const hash = 'b'.repeat(40);
const written = Date.parse('2026-11-20T17:42:00Z');
const before = written - 1;
const after = written + 1;

const note = readHandoff(
  'docs/handoffs/a.md',
  `---
handoff: 2026-11-20T17:42:00Z
tips:
  ledger:
    main: ${hash}
    check: ${hash}
    split: ${hash}
    old: ${hash}
---
# Handoff

## Next

- [ ] go on with \`split\`
- [x] tell Tom

## State

- \`check\`
- \`split\`
`,
);

const move = (branch: string, change: Partial<BranchMove>): BranchMove => ({
  branch,
  state: 'same',
  merged: false,
  commits: 0,
  people: [],
  latest: null,
  ...change,
});

const record = (label: string, change: Partial<RecordNow>): RecordNow => ({
  path: `docs/adr/${label}.md`,
  label,
  title: label,
  added: before,
  changed: before,
  people: [],
  supersededBy: [],
  ...change,
});

describe('what changed since a handoff was written', () => {
  const told = (branches: readonly BranchMove[], records: readonly RecordNow[] = []) => {
    assert.ok(note);
    return changesSince(note, {
      branches: { ledger: branches, elsewhere: [move('x', { state: 'gone' })] },
      records,
    }).map((change) =>
      change.kind === 'branch'
        ? `${change.what} ${change.move.branch}`
        : change.kind === 'item'
          ? `${change.what} ${change.text} ${change.line}`
          : `${change.what} ${change.record.label}`,
    );
  };

  it('says that a record is gone', () =>
    assert.deepEqual(told([], [record('ADR-1', { path: null, added: null, changed: null })]).at(-1), 'removed ADR-1'));

  it('begins with the branches that the note asks to go on with', () => {
    assert.deepEqual(
      told(
        [
          move('main', { state: 'moved', commits: 3 }),
          move('old', { state: 'gone' }),
          move('check', { state: 'rewritten', commits: 2 }),
          move('split', { state: 'moved', commits: 1 }),
        ],
        [record('ADR-1', { changed: after })],
      ),
      ['moved split', 'rewritten check', 'done tell Tom 15', 'changed ADR-1', 'moved main', 'gone old'],
    );
  });

  const states: readonly (readonly [BranchMove, string | null])[] = [
    [move('split', {}), null],
    [move('split', { merged: true }), 'merged split'],
    [move('split', { merged: true, state: 'gone' }), 'merged split'],
    [move('split', { state: 'unknown' }), 'unknown split'],
  ];
  for (const [branch, expected] of states) {
    it(`says ${expected ?? 'nothing'} of a branch that is ${branch.state}${branch.merged ? ' and merged' : ''}`, () => {
      assert.deepEqual(told([branch]).slice(0, -1), expected === null ? [] : [expected]);
    });
  }

  const successor = { path: 'docs/adr/2.md', label: 'ADR-2' };
  const records: readonly (readonly [string, RecordNow, string | null])[] = [
    ['is as it was', record('ADR-1', {}), null],
    ['nobody knows the time of', record('ADR-1', { added: null, changed: null }), null],
    ['was added', record('ADR-1', { added: after, changed: after }), 'added ADR-1'],
    ['changed', record('ADR-1', { changed: after }), 'changed ADR-1'],
    [
      'was retired',
      record('ADR-1', { changed: after, supersededBy: [{ ...successor, since: after }] }),
      'superseded ADR-1',
    ],
    ['was retired before', record('ADR-1', { supersededBy: [{ ...successor, since: before }] }), null],
  ];
  for (const [name, one, expected] of records) {
    it(`says ${expected ?? 'nothing'} of a record that ${name}`, () => {
      assert.deepEqual(told([], [one]).slice(1), expected === null ? [] : [expected]);
    });
  }
});
