import assert from 'node:assert/strict';
import type { Draft } from '../../../src/core/drafts/draft';
import { splitFingerprints, withFingerprints } from '../../../src/core/drafts/fingerprints';
import { mergeDraft } from '../../../src/core/drafts/merge/mergeDraft';
import { countFloors } from '../support/floors';
import { evening, handoffDraft, later } from './mergeSupport';

describe('drafting a handoff again', () => {
  const was = handoffDraft(evening);
  const fresh = handoffDraft(later);

  const edit = (...pairs: readonly (readonly [string, string])[]): string =>
    pairs.reduce((text, [from, to]) => {
      assert.ok(text.includes(from), from);
      return text.replace(from, () => to);
    }, was.text);
  const body = (draft: Draft) => splitFingerprints(draft.text).body;
  /** The lines of a section, its heading and blank lines left out. */
  const section = (draft: Draft, heading: string): string[] => {
    const lines = body(draft).split('\n');
    const start = lines.indexOf(heading) + 1;
    assert.ok(start > 0, `no ${heading}`);
    const length = lines.slice(start).findIndex((line) => /^#{1,3} |^<\/?details/.test(line));
    return lines.slice(start, length < 0 ? undefined : start + length).filter((line) => line !== '');
  };
  const prompts = ({ text, stops }: Draft) => stops.map(({ offset, length }) => text.slice(offset, offset + length));

  it('gives the fresh draft where nothing was typed', () => {
    assert.deepEqual(mergeDraft(was.text, fresh), fresh);
    assert.deepEqual(mergeDraft(was.text.replaceAll('\n', '\r\n'), fresh), fresh);
    assert.deepEqual(mergeDraft('', fresh), fresh);
  });

  it('keeps a filled box and puts none of its prompts back', () => {
    const merged = mergeDraft(
      edit(['- [ ] ‹what, who, due›\n- [ ] ‹what comes then›', '- [ ] merge the split, Kenji, Monday']),
      fresh,
    );
    assert.deepEqual(section(merged, '## Next'), ['- [ ] merge the split, Kenji, Monday']);
    assert.ok(!prompts(merged).includes('‹what, who, due›'));
  });

  it('keeps the prompts that are still in a box that was begun', () => {
    const merged = mergeDraft(edit(['- [ ] ‹what, who, due›', '- [ ] merge the split']), fresh);
    assert.deepEqual(section(merged, '## Next'), ['- [ ] merge the split', '- [ ] ‹what comes then›']);
    assert.equal(prompts(merged)[0], '‹what comes then›');
  });

  it('has as stops what is left of a line that was begun', () => {
    const begun = '| LED-42 split ledger | ‹on track / blocked› | if it stalls, then ‹what› |';
    const merged = mergeDraft(
      edit(
        ['- [ ] ‹what, who, due›', '- [ ] merge it, ‹who›'],
        ['| LED-42 split ledger | ‹on track / blocked› | ‹if … then …› |', begun],
      ),
      fresh,
    );
    assert.deepEqual(prompts(merged).slice(0, 6), [
      '‹who›',
      '‹what comes then›',
      '‹on track / blocked›',
      '‹if … then …›',
      '‹on track / blocked›',
      '‹what›',
    ]);
    assert.deepEqual(merged.stops[4]?.choices, ['on track', 'blocked']);
  });

  it('points each stop at its prompt', () => {
    const merged = mergeDraft(edit(['‹none, or on whom and since when›', 'Waiting for Tom\nsince Tuesday']), fresh);
    assert.deepEqual(
      prompts(merged),
      prompts(fresh).filter((prompt) => prompt !== '‹none, or on whom and since when›'),
    );
  });

  it('keeps typed rows of the state, adds new items and drops untouched ones that are over', () => {
    const typed = '| LED-42 split ledger | blocked | if it stalls then roll back |';
    const merged = mergeDraft(edit(['| LED-42 split ledger | ‹on track / blocked› | ‹if … then …› |', typed]), fresh);
    assert.deepEqual(section(merged, '## State').slice(2), [
      '| LED-60 audit | ‹on track / blocked› | ‹if … then …› |',
      typed,
    ]);
  });

  it('keeps the head of the table with typed rows when every item is over', () => {
    const typed = '| LED-42 split ledger | blocked | |';
    const current = edit(['| LED-42 split ledger | ‹on track / blocked› | ‹if … then …› |', typed]);
    const merged = mergeDraft(current, handoffDraft({ ...later, items: [] }));
    assert.deepEqual(section(merged, '## State'), ['| item | state | if … then … |', '| --- | --- | --- |', typed]);
    assert.deepEqual(
      section(mergeDraft(merged.text, fresh), '## State').slice(0, 2),
      section(merged, '## State').slice(0, 2),
    );
  });

  it('takes a row with the same ticket for the same item', () => {
    const typed = '| LED-42 the split | blocked | |';
    const merged = mergeDraft(edit(['| LED-42 split ledger | ‹on track / blocked› | ‹if … then …› |', typed]), fresh);
    assert.deepEqual(section(merged, '## State').slice(2), [
      '| LED-60 audit | ‹on track / blocked› | ‹if … then …› |',
      typed,
    ]);
  });

  it('keeps what was typed into a list of facts after the line that it followed', () => {
    const merged = mergeDraft(
      edit(['- Split the ledger', '- Split the ledger\n  not yet on staging'], ['- Parse', '- by hand:\n- Parse']),
      fresh,
    );
    assert.deepEqual(section(merged, '### Done since the last note'), [
      '- by hand:',
      '- Audit the ledger',
      '- Split the ledger',
      '  not yet on staging',
    ]);
  });

  it('keeps what was typed between facts before the next one where the one above is gone', () => {
    const merged = mergeDraft(edit(['- Split the ledger', '- see below\n- Split the ledger']), fresh);
    assert.deepEqual(section(merged, '### Done since the last note'), [
      '- Audit the ledger',
      '- see below',
      '- Split the ledger',
    ]);
  });

  it('keeps typed text of a section that has no facts any more', () => {
    const merged = mergeDraft(edit(['- [balance-drift](balance-drift.md)', 'Step 4 is out of date.']), fresh);
    assert.deepEqual(section(merged, '### Runbooks'), ['Step 4 is out of date.']);
    assert.deepEqual(section(mergeDraft(merged.text, was), '### Runbooks'), [
      'Step 4 is out of date.',
      '- [balance-drift](balance-drift.md)',
    ]);
  });

  it('keeps a fact that was copied into a box', () => {
    const merged = mergeDraft(edit(['- [ ] ‹what, who, due›\n- [ ] ‹what comes then›', '- Parse the ledger']), fresh);
    assert.deepEqual(section(merged, '## Next'), ['- Parse the ledger']);
  });

  it('keeps sections of their own, in their place, and replies below the fold', () => {
    const merged = body(
      mergeDraft(
        edit(
          ['## State', '## Watch list\n\n- queue length\n\n## State'],
          ['</details>', '</details>\n\n## Read back by Kenji\n\nI merge first.'],
        ),
        fresh,
      ),
    );
    assert.match(merged, /- \[ \] ‹what comes then›\n\n## Watch list\n\n- queue length\n\n## State\n/);
    assert.match(merged, /<\/details>\n\n## Read back by Kenji\n\nI merge first.\n$/);
  });

  it('keeps the order and the names that sections were given', () => {
    const merged = body(
      mergeDraft(
        edit(
          ['## Questions for you\n\n- ‹none, or what, needed by when›\n\n', ''],
          ['## Next', '## Questions for you\n\n- ‹none, or what, needed by when›\n\n## Next'],
          ['## Time-critical', '## Hurry'],
          ['### Done since the last note', '### Done'],
        ),
        fresh,
      ),
    );
    const headings = merged.split('\n').filter((line) => /^##/.test(line));
    assert.deepEqual(headings, [
      '## Questions for you',
      '## Next',
      '## State',
      '## Blocked or waiting',
      '## Hurry',
      '### Where it stands',
      '### Done',
      '### How it was checked',
    ]);
    assert.match(merged, /### Done\n\n- Audit the ledger\n- Split the ledger\n/);
  });

  it('takes a filled box of another name at its place for the box', () => {
    const merged = mergeDraft(
      edit(['## Blocked or waiting\n\n‹none, or on whom and since when›', '## Waiting\n\nTom, since Tuesday']),
      fresh,
    );
    assert.ok(!merged.text.includes('## Blocked or waiting'));
    assert.deepEqual(section(merged, '## Waiting'), ['Tom, since Tuesday']);
  });

  it('puts deleted facts, headings and edges of the fold back', () => {
    const damaged = edit(
      ['<details><summary>Facts: 2 commits</summary>\n\n', ''],
      ['</details>\n', 'Bye.\n'],
      ['### Where it stands\n\n', ''],
    );
    const merged = body(mergeDraft(damaged, was));
    assert.match(
      merged,
      /needed by when›\n\n<details><summary>Facts: 2 commits<\/summary>\n\nCovers until 2026-11-20T17:42:00Z\.\n\n### Where it stands\n/,
    );
    assert.match(merged, /\nBye\.\n\n<\/details>\n$/);
  });

  it('keeps an edited summary as the fold that it is', () => {
    const merged = body(mergeDraft(edit(['<summary>Facts: 2 commits', '<summary>All of it']), fresh));
    assert.equal(merged.match(/<details>/g)?.length, 1);
    assert.ok(merged.includes('<details><summary>All of it</summary>'));
  });

  it('takes a fold of their own for text', () => {
    const own = '<details>\n<summary>log</summary>\n\nline 1\n\n</details>';
    const merged = body(mergeDraft(edit(['‹none, or on whom and since when›', own]), fresh));
    assert.ok(merged.includes(`## Blocked or waiting\n\n${own}\n\n## Time-critical`));
    assert.equal(merged.match(/<details>/g)?.length, 2);
  });

  it('does not let a code fence that was never closed take the rest along', () => {
    const merged = body(mergeDraft(edit(['- [ ] ‹what, who, due›', '```sh\n# run this\nmake']), fresh));
    assert.match(merged, /## Next\n\n```sh\n# run this\nmake\n- \[ \] ‹what comes then›\n\n## State\n/);
    assert.equal(merged.match(/## State/g)?.length, 1);
  });

  it('refreshes what machines read in the front matter and keeps the rest', () => {
    const merged = body(
      mergeDraft(
        edit(
          ['to: kenji', 'to: [kenji, ana]'],
          ['tips:', 'severity: 2\n# ask Tom\ntips:'],
          ['2026-11-19T18', '2026-11-18T18'],
        ),
        fresh,
      ),
    );
    assert.equal(
      merged.slice(0, merged.indexOf('# Handoff')),
      `---
handoff: 2026-11-20T19:10:00Z
from: ann
to: [kenji, ana]
covers: 2026-11-18T18:05:00Z / 2026-11-20T19:10:00Z
severity: 2
# ask Tom
tips:
  ledger:
    split: bbbbbbb
---
`,
    );
  });

  it('follows the fresh addressee where nobody typed another', () => {
    assert.match(mergeDraft(was.text, handoffDraft({ ...later, to: 'ana' })).text, /\nto: ana\n/);
  });

  it('loses nothing where the fingerprints are gone, and repeats nothing that is still so', () => {
    const merged = mergeDraft(splitFingerprints(edit(['‹what, who, due›', 'merge it'])).body, fresh);
    assert.deepEqual(section(merged, '## Next'), ['- [ ] merge it', '- [ ] ‹what comes then›']);
    assert.deepEqual(section(merged, '### Done since the last note'), [
      '- Parse the ledger',
      '- Audit the ledger',
      '- Split the ledger',
    ]);
  });

  it('stays quick with 10,000 lines', () => {
    const long = handoffDraft({ ...evening, commits: Array.from({ length: 10_000 }, (_, at) => `Commit ${at}`) });
    const typed = long.text.replaceAll(/^- Commit \d*7$/gm, '$&\n  mine');
    mergeDraft(typed, long);
    const floors = countFloors();
    const merged = mergeDraft(typed, long);
    assert.equal(merged.text.match(/ {2}mine/g)?.length, 1000);
    // Were it quadratic, it would take thousands.
    assert.ok(floors() < 300);
  });

  it('keeps words that were typed where machines read the front matter', () => {
    const typed = edit(
      ['handoff: 2026-11-20T17:42:00Z\n', 'handoff: 2026-11-20T17:42:00Z # from the train\n'],
      ['covers: 2026-11-19T18:05:00Z / 2026-11-20T17:42:00Z', 'covers: since Tuesday'],
      ['    split: aaaaaaa', '    split: aaaaaaa # rebased\n    audit: ask Tom first'],
    );
    const merged = mergeDraft(typed, fresh);
    assert.equal(
      body(merged).slice(0, body(merged).indexOf('# Handoff')),
      `---
handoff: 2026-11-20T19:10:00Z # from the train
from: ann
to: kenji
covers: since Tuesday
tips:
  ledger:
    split: bbbbbbb # rebased
    audit: ask Tom first
---
`,
    );
    assert.equal(mergeDraft(merged.text, fresh).text, merged.text);
  });

  it('keeps words in place of tips with what is below them, and drops the tip of a branch that is gone', () => {
    const words = mergeDraft(edit(['tips:', 'tips: ask Tom']), fresh);
    assert.match(body(words), /\ntips: ask Tom\n {2}ledger:\n {4}split: aaaaaaa\n---\n/);
    const two = was.text.replace('    split: aaaaaaa\n', '    split: aaaaaaa\n    gone: ccccccc\n');
    const gone = mergeDraft(withFingerprints(two), fresh);
    assert.match(body(gone), /\ntips:\n {2}ledger:\n {4}split: bbbbbbb\n---\n/);
  });

  it('refreshes tips that a formatter has written in its own way', () => {
    const merged = body(
      mergeDraft(edit(['  ledger:\n    split: aaaaaaa', '    ledger:\n        split: "aaaaaaa"']), fresh),
    );
    assert.match(merged, /\ntips:\n {2}ledger:\n {4}split: bbbbbbb\n---\n/);
  });
});

describe('drafting again over a hostile text', () => {
  const draftOf = (text: string): Draft => ({ text: withFingerprints(text), stops: [] });
  const many = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('');
  const unknown = '<!-- meridian drafted: 0000000 -->\n';
  const equal = '## Same\n\nword\n\n'.repeat(30_000);
  const headings = draftOf(many(10_000, (at) => `## S${at}\nword ${at}\n`));
  const tips = draftOf(`---\ntips:\n${many(10_000, (at) => `  b${at}: abcdef\n`)}---\n`);
  const rows: readonly (readonly [name: string, current: string, fresh: Draft])[] = [
    ['30,000 equal headings', equal, draftOf(equal)],
    ['headings that are all renamed', many(10_000, (at) => `## R${at}\nword ${at}\n`) + unknown, headings],
    ['headings that are all gone', many(10_000, (at) => `- word ${at}\n`) + unknown, headings],
    ['words in each line of the front matter', tips.text.replaceAll('abcdef', 'ask Tom # soon'), tips],
    ['one list in the front matter', `---\ntips:\n${many(10_000, (at) => `  - ${at}\n`)}---\n`, tips],
  ];
  for (const [name, current, fresh] of rows) {
    it(`stays linear with ${name}`, function () {
      this.timeout(0);
      const floors = countFloors();
      mergeDraft(current, fresh);
      mergeDraft(current, fresh, 'form');
      // Were it quadratic, it would take thousands.
      assert.ok(floors() < 600);
    });
  }
});
