import assert from 'node:assert/strict';
import type { Draft } from '../../../src/core/drafts/draft';
import { splitFingerprints } from '../../../src/core/drafts/fingerprints';
import { draftHandoff } from '../../../src/core/drafts/handoff';
import { mergeDraft } from '../../../src/core/drafts/merge/mergeDraft';
import { activity, at, commit, handoffInput, hashOf, repository, touched, workItem } from './support';

/** The same evening twice: once before and once after the last commits. */
const start = at('2026-11-19T18:05:00Z');
const split = { ticket: 'LED-42', branch: 'LED-42-split', title: 'split the ledger' };

const first = draftHandoff(
  handoffInput({
    activity: activity(
      { start, end: at('2026-11-20T17:42:00Z'), from: 'handoff' },
      repository({
        items: [
          workItem({ ...split, commits: [commit(1, 'Parse the ledger')] }),
          workItem({ branch: 'fix-typo', title: 'fix-typo', commits: [commit(2, 'Mend a word')] }),
        ],
      }),
    ),
    records: [touched('docs/adr/0012-use-postgresql.md', { label: 'ADR-0012', title: 'Use PostgreSQL' })],
  }),
);

const now = at('2026-11-20T19:10:00Z');
const second = draftHandoff(
  handoffInput({
    now,
    activity: activity(
      { start, end: now, from: 'handoff' },
      repository({
        tips: { main: hashOf(0xdef) },
        items: [
          workItem({ ...split, commits: [commit(3, 'Split the ledger'), commit(1, 'Parse the ledger')] }),
          workItem({ branch: 'fix-typo', title: 'fix-typo', standing: 'merged', commits: [commit(2, 'Mend a word')] }),
        ],
      }),
    ),
  }),
);

describe('drafting a real handoff again', () => {
  const lineWith = ({ text }: Draft, words: string): string => {
    const line = text.split('\n').find((each) => each.includes(words));
    assert.ok(line !== undefined, words);
    return line;
  };

  it('gives the fresh one where nothing was typed', () => {
    assert.deepEqual(mergeDraft(first.text, second), second);
    assert.deepEqual(mergeDraft(second.text, first), first);
  });

  it('differs from the fresh one in nothing but what was typed', () => {
    const row = '| LED-42: split the ledger · `LED-42-split` | blocked | if it stalls, then ask Tom |';
    const typed = [
      [lineWith(first, '‹what›, ‹who›'), '- [ ] merge the split, Kenji, due Mon 23 Nov 17:00 Asia/Tokyo'],
      [lineWith(first, '| LED-42'), row],
      [lineWith(first, '- Run: '), '- Run: the unit tests, all passed'],
      [lineWith(first, '- Parse the ledger'), `${lineWith(first, '- Parse the ledger')}\n  without the comments`],
    ] as const;
    const current = typed.reduce((text, [drafted, mine]) => text.replace(drafted, () => mine), first.text);
    const expected = [
      [lineWith(second, '‹what›, ‹who›'), typed[0][1]],
      [lineWith(second, '| LED-42'), row],
      [lineWith(second, '- Run: '), typed[2][1]],
      [lineWith(second, '- Parse the ledger'), typed[3][1]],
    ].reduce(
      (text, [drafted = '', mine = '']) => text.replace(drafted, () => mine),
      splitFingerprints(second.text).body,
    );
    assert.equal(splitFingerprints(mergeDraft(current, second).text).body, expected);
  });

  it('keeps one row for a branch whose ticket is named only later', () => {
    const told = (items: Parameters<typeof workItem>[0][]) =>
      draftHandoff(
        handoffInput({
          activity: activity({ start, end: now, from: 'handoff' }, repository({ items: items.map(workItem) })),
        }),
      );
    const alone = { branch: 'split', title: 'split', commits: [commit(1, 'Split')] };
    const morning = told([alone]);
    const row = '| `split` | blocked | if it stalls, then ask Tom |';
    const current = morning.text.replace(lineWith(morning, '| `split`'), () => row);
    const evening = told([{ ...alone, ticket: 'LED-42' }]);
    const rows = (draft: Draft) =>
      draft.text.split('\n').filter((line) => line.startsWith('| ') && line.includes('split'));
    assert.deepEqual(rows(mergeDraft(current, evening)), [row]);
    // Another ticket of the same branch is other work.
    const theirs = row.replace('`split`', 'LED-7 · `split`');
    assert.deepEqual(rows(mergeDraft(current.replace(row, theirs), evening)), [theirs, lineWith(evening, '| LED-42')]);
  });
});
