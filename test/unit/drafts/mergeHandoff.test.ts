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

  it('has a row of what is done once where a person said it in words of their own, and a row that they took out', () => {
    const done = (...titles: readonly string[]) => {
      const items = titles.map((title, at) =>
        workItem({ branch: null, key: title, title, standing: 'merged', commits: [commit(at + 1, title)] }),
      );
      const day = activity({ start, end: now, from: 'handoff' }, repository({ items }));
      return draftHandoff(handoffInput({ now, activity: day }));
    };
    const before = done('Cache quotes', 'Sort rows', 'Mend a word');
    const rowOf = (title: string) => lineWith(before, `- ${title}`);
    const typed = before.text.replace(rowOf('Sort rows'), '- Rows come in order now, please look at the totals');
    for (const fresh of [before, done('Cache quotes', 'Sort rows', 'Mend a word', 'Trim names')]) {
      const again = mergeDraft(typed, fresh).text;
      assert.ok(!again.includes(rowOf('Sort rows')) && again.includes('Rows come in order now'));
      assert.equal(mergeDraft(again, fresh).text, again);
    }
    const without = typed.replace(`${rowOf('Mend a word')}\n`, '');
    assert.ok(mergeDraft(without, before).text.includes(rowOf('Mend a word')));
  });

  it('has a second row of the words of one that still stands, beside a row that was typed', () => {
    const done = (count: number) => {
      const items = Array.from({ length: count }, (_, at) => {
        return workItem({
          branch: null,
          key: `k${at}`,
          title: 'Sort rows',
          standing: 'merged',
          commits: [commit(1, 'a')],
        });
      });
      return draftHandoff(
        handoffInput({ now, activity: activity({ start, end: now, from: 'handoff' }, repository({ items })) }),
      );
    };
    const row = lineWith(done(1), '- Sort rows');
    const typed = done(1).text.replace(row, `${row}\n- Totals are next`);
    const again = mergeDraft(typed, done(2)).text;
    assert.equal(again.split(row).length, 3, again);
  });

  it('differs from the fresh one in nothing but what was typed', () => {
    const step =
      '- [ ] **LED-42: split the ledger**: merge it, Kenji, due Mon 23 Nov 17:00 UTC · `LED-42-split`, 1 commit';
    const typed = [
      [lineWith(first, '**LED-42'), step],
      [lineWith(first, 'If ‹'), 'If it stalls, then ask Tom.'],
      [lineWith(first, '- Parse the ledger'), `${lineWith(first, '- Parse the ledger')}\n  without the comments`],
    ] as const;
    const current = typed.reduce((text, [drafted, mine]) => text.replace(drafted, () => mine), first.text);
    const expected = [
      [lineWith(second, '**LED-42'), step],
      [lineWith(second, 'If ‹'), typed[1][1]],
      [lineWith(second, '- Parse the ledger'), typed[2][1]],
    ].reduce(
      (text, [drafted = '', mine = '']) => text.replace(drafted, () => mine),
      splitFingerprints(second.text).body,
    );
    assert.equal(splitFingerprints(mergeDraft(current, second).text).body, expected);
  });

  it('tells a fact once to which a person added words', () => {
    const current = second.text.replace(lineWith(second, '- `fix-typo`'), (line) => `${line}; Tom knows`);
    const once = mergeDraft(current, second);
    for (const { text } of [once, mergeDraft(once.text, second)]) {
      assert.deepEqual(text.match(/^- `fix-typo`.*$/gm), [`${lineWith(second, '- `fix-typo`')}; Tom knows`]);
    }
  });

  it('refreshes the figures of a fact into which a person put words', () => {
    const told = (commits: number) =>
      draftHandoff(
        handoffInput({
          activity: activity(
            { start, end: now, from: 'handoff' },
            repository({
              items: [
                workItem({
                  ...{ branch: 'split', title: 'Split the ledger', standing: 'local' },
                  commits: Array.from({ length: commits }, (_, at) => commit(at + 1, `Step ${at}`)),
                }),
              ],
            }),
          ),
        }),
      );
    const typed = told(1).text.replaceAll('`split`', '`split` (with Tom)');
    const rows = (text: string) => text.match(/^.*`split`.*$/gm);
    const once = mergeDraft(typed, told(3)).text;
    for (const text of [once, mergeDraft(once, told(3)).text]) {
      assert.deepEqual(rows(text), rows(told(3).text.replaceAll('`split`', '`split` (with Tom)')));
    }
    // Other figures that a person typed are theirs.
    const own = told(1).text.replace('`split`, 1 commit', '`split` (with Tom), 7 commits');
    assert.match(mergeDraft(own, told(3)).text, /`split` \(with Tom\), 7 commits/);
  });

  it('takes out what does not hold any more below a heading that was translated', () => {
    const behind = (branches: Parameters<typeof repository>[0]) =>
      draftHandoff(
        handoffInput({
          activity: activity({ start, end: now, from: 'handoff' }, repository({ ...branches, items: [] })),
        }),
      );
    const before = behind({ lost: [{ request: '#17', title: 'Old work', by: 'Bo', whole: true }] });
    const translated = before.text.replace('## Watch out', '## Achtung');
    assert.doesNotMatch(mergeDraft(translated, behind({})).text, /Old work/);
    const typed = translated.replace(/^.*Old work.*$/m, (line) => `${line}\n- ask Tom first`);
    const { text } = mergeDraft(typed, behind({}));
    assert.doesNotMatch(text, /Old work/);
    assert.match(text, /^## Achtung\n\n- ask Tom first$/m);
  });

  it('keeps one item for a branch whose ticket is named only later', () => {
    const told = (items: Parameters<typeof workItem>[0][]) =>
      draftHandoff(
        handoffInput({
          activity: activity({ start, end: now, from: 'handoff' }, repository({ items: items.map(workItem) })),
        }),
      );
    const alone = { branch: 'split', title: 'split', commits: [commit(1, 'Split')] };
    const morning = told([alone]);
    const typed = '- [ ] **`split`**: ask Tom · 1 commit, pushed, not merged';
    const current = morning.text.replace(lineWith(morning, '**`split`**'), () => typed);
    const evening = told([{ ...alone, ticket: 'LED-42' }]);
    const items = (draft: Draft) =>
      draft.text.split('\n').filter((line) => line.startsWith('- [ ] ') && line.includes('split'));
    assert.deepEqual(items(mergeDraft(current, evening)), [typed]);
    // Another ticket of the same branch is other work.
    const theirs = '- [ ] **LED-7**: ask Tom · `split`, 1 commit';
    assert.deepEqual(items(mergeDraft(current.replace(typed, theirs), evening)), [
      theirs,
      lineWith(evening, '**LED-42'),
    ]);
  });
});
