import { strict as assert } from 'node:assert';
import type { WorkItem } from '../../../src/core/activity/toldWork';
import type { Draft } from '../../../src/core/drafts/draft';
import type { HandoffInput } from '../../../src/core/drafts/handoffInput';
import { draftStandup } from '../../../src/core/drafts/standup';
import { draftWeekly } from '../../../src/core/drafts/weekly';
import { hostileDay, hugeDay, ordinaryDay } from './days';
import { assertGolden, commit, handoffInput, repository, workItem } from './support';

const days = { ordinary: ordinaryDay, quiet: () => handoffInput(), huge: hugeDay, hostile: hostileDay };

const drafts: Readonly<Record<string, (input: HandoffInput) => Draft>> = { standup: draftStandup, weekly: draftWeekly };

for (const [kind, draft] of Object.entries(drafts)) {
  describe(`a ${kind} draft`, () => {
    for (const [name, day] of Object.entries(days)) {
      it(`reads well: ${name}`, () => assertGolden(`${kind}/${name}.md`, draft(day()).text));
    }

    it('has its prompts as stops', () => {
      const { text, stops } = draft(ordinaryDay());
      const shown = stops.map(({ offset, length }) => text.slice(offset, offset + length));
      assert.deepEqual(shown, text.match(/‹[^›]*›/g));
    });
  });
}

describe('a standup', () => {
  for (const [name, day] of Object.entries(days)) {
    it(`is read in thirty seconds: ${name}`, () => {
      const lines = draftStandup(day())
        .text.split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      assert.ok(lines.length <= 12, String(lines.length));
    });
  }
});

describe('a summary of what was taken back', () => {
  const lost = [{ request: '#17', title: 'Old work', by: 'Bo', whole: true }];
  const takesBack = commit(1, 'Revert "Sum at night"', { standing: 'merged', takesBack: ['Bo'] });
  const items = [workItem({ title: 'Revert "Sum at night"', key: '', standing: 'merged', commits: [takesBack] })];
  const input = handoffInput({
    activity: { ...handoffInput().activity, repositories: [repository({ lost, undone: ['Cache quotes'], items })] },
  });

  it('names who took work back, whose work was, and what never stayed', () => {
    const standup = draftStandup(input).text;
    assert.match(standup, /^## Blocked\n\n- `#17`: Old work, merged before, was reverted by Bo\n- ‹what else,/m);
    assert.match(standup, /^- merged and taken back again: Cache quotes$/m);
    assert.match(standup, /^- Revert "Sum at night" \(.*takes back work of Bo, merged\)$/m);
    const weekly = draftWeekly(input).text;
    assert.match(weekly, /^## Blockers\n\n- `#17`: Old work, merged before, was reverted by Bo$/m);
    assert.doesNotMatch(weekly, /Cache quotes/);
  });
});

describe('a summary of a day of merging', () => {
  const landed = (number: number) =>
    workItem({
      ticket: `#${number}`,
      title: `Mend ${number}`,
      standing: 'merged',
      commits: [commit(number, 'Merge pull request', { standing: 'merged', merge: true })],
    });
  const loose = workItem({
    title: 'Commit 1',
    standing: 'merged',
    commits: Array.from({ length: 20 }, (_, at) => commit(0xa0 + at, `Commit ${at + 1}`, { standing: 'merged' })),
  });
  const own = workItem({ branch: 'split', title: 'Split the ledger', commits: [commit(1, 'Split the ledger')] });
  const merges = Array.from({ length: 8 }, (_, at) => landed(11 + at));
  const rows = (draft: (input: HandoffInput) => Draft, ...items: readonly WorkItem[]) => {
    const { activity } = handoffInput();
    const told = { ...activity, repositories: [repository({ items })] };
    return draft(handoffInput({ activity: told }))
      .text.split('\n')
      .filter((line) => line.startsWith('- ') && !line.includes('‹'));
  };

  it('counts no merge that only landed the work, and says as what request it landed', () => {
    const commits = [
      commit(2, 'Merge pull request', { standing: 'merged', merge: true }),
      commit(1, 'Split', { standing: 'merged' }),
    ];
    const item = workItem({ ticket: 'LED-42', title: 'Split', standing: 'merged', request: '#17', commits });
    assert.deepEqual(rows(draftStandup, item), ['- LED-42: Split (1 commit, merged as `#17`)']);
    assert.deepEqual(rows(draftWeekly, item), ['- LED-42: Split (merged as `#17`, 1 commit)']);
  });

  it('tells what others wrote with the writer after their own, in one row where it is more', () => {
    const shared = (number: number) =>
      workItem({
        ticket: `#${number}`,
        title: `Mend ${number}`,
        standing: 'merged',
        commits: [commit(number, 'Mend', { standing: 'merged', coAuthored: true, with: ['Bo'] })],
      });
    const mine = workItem({
      ticket: '#9',
      title: 'Own',
      standing: 'merged',
      commits: [commit(9, 'Own', { standing: 'merged' })],
    });
    assert.deepEqual(rows(draftStandup, shared(1), mine), [
      '- `#1`: Mend 1 (1 commit, with Bo, merged)',
      '- `#9`: Own (1 commit, merged)',
    ]);
    assert.deepEqual(rows(draftWeekly, { ...shared(1), beside: ['Bo', 'Kai'] }), [
      '- `#1`: Mend 1 (with Bo, 1 commit beside those of Kai)',
    ]);
    assert.deepEqual(rows(draftStandup, shared(1), shared(2), mine), [
      '- `#9`: Own (1 commit, merged)',
      '- merged, written with others: `#1` and `#2`',
    ]);
  });

  it('has one row for what was only merged', () => {
    assert.deepEqual(rows(draftStandup, own, ...merges), [
      '- Split the ledger (1 commit, pushed, not merged)',
      '- merged: `#11`, `#12`, `#13`, `#14`, `#15`, `#16` and 2 more',
    ]);
    assert.deepEqual(rows(draftWeekly, landed(11)), ['- merged: `#11`: Mend 11']);
    assert.deepEqual(rows(draftWeekly, { ...landed(11), request: '#30' }), ['- merged: `#30`: Mend 11']);
  });

  it('tells commits without a ticket one by one only as far as the other items leave room', () => {
    assert.deepEqual(rows(draftStandup, own, loose), [
      '- Commit 1 (merged)',
      '- Commit 2 (merged)',
      '- Commit 3 (merged)',
      '- Commit 4 and 16 more (merged)',
      '- Split the ledger (1 commit, pushed, not merged)',
    ]);
  });
});
