import assert from 'node:assert/strict';
import { arrivedSince } from '../../../src/core/handoffs/arrivedSince';
import { type BranchMove, changesSince } from '../../../src/core/handoffs/changesSince';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';

const textWith = (tip: string, unseen: string) =>
  `---\nhandoff: 2026-11-20T17:42:00Z\ntips:\n  ledger:\n    ${tip}: ${'b'.repeat(40)}\n---\n# Handoff\n\n> **Not visible to you yet**\n>\n> - ${unseen}\n`;
const unpushed = '1 commit on `split` is not pushed';

describe('what a note calls not pushed', () => {
  const cases: readonly [why: string, text: string, move: Partial<BranchMove>, expected: boolean | null][] = [
    ['has come where the branch has the noted commit', textWith('split', unpushed), { state: 'same' }, true],
    ['has come where it was merged since', textWith('split', unpushed), { state: 'gone', merged: true }, true],
    ['has not come where the commit is in no clone', textWith('split', unpushed), { state: 'unknown' }, false],
    ['has not come where there is no such branch', textWith('split', unpushed), { state: 'gone' }, false],
    ['is not told of where only a stash was kept', textWith('split', 'a stash: "x"'), { state: 'same' }, null],
    ['is not told of where it is on no branch', textWith('HEAD', unpushed), { state: 'same' }, null],
  ];
  for (const [why, text, change, expected] of cases) {
    it(why, () => {
      const note = readHandoff('docs/handoffs/a.md', text);
      assert.ok(note);
      const move: BranchMove = {
        ...{ branch: 'split', state: 'same', merged: false, commits: 0, people: [], latest: null },
        ...change,
      };
      const changes = changesSince(note, { branches: { ledger: [move] }, records: [] });
      assert.equal(arrivedSince(text, note, changes), expected);
    });
  }
});
