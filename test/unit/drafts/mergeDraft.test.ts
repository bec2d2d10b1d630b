import assert from 'node:assert/strict';
import type { Draft } from '../../../src/core/drafts/draft';
import { splitFingerprints, withFingerprints } from '../../../src/core/drafts/fingerprints';
import { mergeDraft } from '../../../src/core/drafts/merge/mergeDraft';
import { countFloors, isLinear } from '../support/floors';
import { evening, formerDraft, handoffDraft, later } from './mergeSupport';

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

  const first = '- [ ] **LED-42 split ledger**: ‹next step, who, due› · 1 commit';

  it('keeps a filled box and puts none of its prompts back', () => {
    const merged = mergeDraft(edit(['- ‹question, needed by when›', '- Is it right? Needed by Monday.']), fresh);
    assert.deepEqual(section(merged, '## Questions for you'), ['- Is it right? Needed by Monday.']);
    assert.ok(!prompts(merged).includes('‹question, needed by when›'));
  });

  it('keeps a step that was typed with its item, and proposes what is new', () => {
    const typed = '- [ ] **LED-42 split ledger**: merge the split, Kenji, Monday · 1 commit';
    const merged = mergeDraft(edit([first, typed]), fresh);
    assert.deepEqual(section(merged, '## Next'), [
      '- [ ] **LED-60 audit**: ‹next step, who, due› · 1 commit',
      typed,
      'If ‹this / that›, then ‹do that›.',
    ]);
  });

  it('keeps a step whose item is over', () => {
    const typed = '- [ ] **LED-42 split ledger**: merge the split, Kenji, Monday · 1 commit';
    const merged = mergeDraft(edit([first, typed]), handoffDraft({ ...later, items: [] }));
    assert.deepEqual(section(merged, '## Next'), [typed, 'If ‹this / that›, then ‹do that›.']);
  });

  it('takes an item with the same ticket for the same item', () => {
    const typed = '- [x] **LED-42 the split**: done';
    const merged = mergeDraft(edit([first, typed]), fresh);
    assert.equal(section(merged, '## Next').filter((line) => line.includes('LED-42')).length, 1);
    assert.ok(section(merged, '## Next').includes(typed));
  });

  it('proposes nothing again that was taken out of a part in which a person wrote', () => {
    const typed = '- [ ] **LED-42 split ledger**: merge the split, Kenji, Monday · 1 commit';
    const merged = mergeDraft(edit([first, typed], ['- [ ] **LED-50 balance check** · 1 commit\n', '']), was);
    assert.deepEqual(section(merged, '## Next'), [typed, 'If ‹this / that›, then ‹do that›.']);
    // It stays out, and not only at the first time.
    assert.equal(mergeDraft(merged.text, was).text, merged.text);
  });

  it('leaves what was typed below a typed item with it, wherever the item stands now', () => {
    const facts = { ...evening, commits: [] };
    const row = '- [ ] **LED-42 split**: merge it · `split`, 2 commits';
    const before = handoffDraft({ ...facts, items: ['#12 audit', 'LED-42 split'] });
    const edited = before.text.replace(/^- \[ \] \*\*LED-42 split\*\*.*$/m, `${row}\n  ask Tom first`);
    const merged = mergeDraft(edited, handoffDraft({ ...facts, items: ['LED-42 split', 'LED-50 check'] }));
    assert.ok(merged.text.includes(`${row}\n  ask Tom first\n`), merged.text);
  });

  it('keeps a contingency that was typed, and asks for none where it was taken out', () => {
    const prompt = 'If ‹this / that›, then ‹do that›.';
    const typed = 'If it stalls, then ask Tom.';
    assert.ok(section(mergeDraft(edit([prompt, typed]), fresh), '## Next').includes(typed));
    assert.ok(!mergeDraft(edit([prompt, typed]), fresh).text.includes(prompt));
    const step = '- [ ] **LED-42 split ledger**: merge it · 1 commit';
    assert.ok(!mergeDraft(edit([first, step], [`${prompt}\n`, '']), fresh).text.includes(prompt));
  });

  it('has as stops what is left of a line that was begun', () => {
    const merged = mergeDraft(edit([first, '- [ ] **LED-42 split ledger**: merge it, ‹who› · 1 commit']), fresh);
    assert.deepEqual(prompts(merged), [
      '‹next step, who, due›',
      '‹who›',
      '‹this / that›',
      '‹do that›',
      '‹question, needed by when›',
    ]);
    assert.deepEqual(merged.stops[2]?.choices, ['this', 'that']);
  });

  it('points each stop at its prompt', () => {
    const merged = mergeDraft(edit(['‹question, needed by when›', 'Is it right?\n  By Tuesday']), fresh);
    assert.deepEqual(
      prompts(merged),
      prompts(fresh).filter((prompt) => prompt !== '‹question, needed by when›'),
    );
  });

  it('keeps what was typed into a list of facts after the line that it followed', () => {
    const merged = mergeDraft(
      edit(['- Split the ledger', '- Split the ledger\n  not yet on staging'], ['- Parse', '- by hand:\n- Parse']),
      fresh,
    );
    assert.deepEqual(section(merged, '### Commits'), [
      '- by hand:',
      '- Audit the ledger',
      '- Split the ledger',
      '  not yet on staging',
    ]);
  });

  it('keeps what was typed between facts before the next one where the one above is gone', () => {
    const merged = mergeDraft(edit(['- Split the ledger', '- see below\n- Split the ledger']), fresh);
    assert.deepEqual(section(merged, '### Commits'), ['- Audit the ledger', '- see below', '- Split the ledger']);
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
    const merged = mergeDraft(edit(['- ‹question, needed by when›', '- Parse the ledger']), fresh);
    assert.deepEqual(section(merged, '## Questions for you'), ['- Parse the ledger']);
  });

  it('keeps sections of their own, in their place, and replies below the fold', () => {
    const merged = body(
      mergeDraft(
        edit(
          ['## Watch out', '## Watch list\n\n- queue length\n\n## Watch out'],
          ['</details>', '</details>\n\n## Read back by Kenji\n\nI merge first.'],
        ),
        fresh,
      ),
    );
    assert.match(merged, /then ‹do that›\.\n\n## Watch list\n\n- queue length\n\n## Questions for you\n/);
    assert.match(merged, /<\/details>\n\n## Read back by Kenji\n\nI merge first.\n$/);
  });

  it('keeps the order and the names that sections were given', () => {
    const merged = body(
      mergeDraft(
        edit(
          ['## Questions for you\n\n- ‹question, needed by when›\n\n', ''],
          ['## Next', '## Questions for you\n\n- ‹question, needed by when›\n\n## Next'],
          ['## Watch out', '## Look'],
          ['### Commits', '### What I did'],
        ),
        handoffDraft({ ...later, banner: true }),
      ),
    );
    const headings = merged.split('\n').filter((line) => /^##/.test(line));
    assert.deepEqual(headings, ['## Questions for you', '## Next', '## Look', '### What I did']);
    assert.match(merged, /### What I did\n\n- Audit the ledger\n- Split the ledger\n/);
  });

  it('takes a filled box of another name at its place for the box', () => {
    const merged = mergeDraft(
      edit(['## Questions for you\n\n- ‹question, needed by when›', '## Questions to Kenji\n\nIs it right?']),
      handoffDraft({ ...later, banner: true }),
    );
    assert.ok(!merged.text.includes('## Questions for you'));
    assert.deepEqual(section(merged, '## Questions to Kenji'), ['Is it right?']);
  });

  it('keeps a part that was added, and what was typed in it', () => {
    const added = '## Blocked or waiting\n\n- on Priya, since Tuesday\n\n## Time-critical\n\n- ‹what happens›\n\n';
    const merged = mergeDraft(edit(['## Questions for you', `${added}## Questions for you`]), fresh);
    assert.match(body(merged), new RegExp(`then ‹do that›\\.\n\n${added}## Questions for you`));
  });

  it('puts deleted facts, headings and edges of the fold back', () => {
    const damaged = edit(
      ['<details><summary>Facts: 2 commits</summary>\n\n', ''],
      ['</details>\n', 'Bye.\n'],
      ['### Commits\n\n', ''],
    );
    const merged = body(mergeDraft(damaged, was));
    assert.match(
      merged,
      /needed by when›\n\n<details><summary>Facts: 2 commits<\/summary>\n\nCovers until 2026-11-20T17:42:00Z\.\n\n### Commits\n/,
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
    const merged = body(mergeDraft(edit(['- ‹question, needed by when›', own]), fresh));
    assert.ok(merged.includes(`## Questions for you\n\n${own}\n\n<details>`));
    assert.equal(merged.match(/<details>/g)?.length, 2);
  });

  it('does not let a code fence that was never closed take the rest along', () => {
    const merged = body(mergeDraft(edit(['If ‹this / that›', '```sh\n# run this\nmake\nIf ‹this / that›']), fresh));
    assert.match(
      merged,
      /\n\n```sh\n# run this\nmake\n\nIf ‹this \/ that›, then ‹do that›\.\n\n## Questions for you\n/,
    );
    assert.equal(merged.match(/## Questions for you/g)?.length, 1);
  });

  it('refreshes what machines read in the front matter and keeps the rest', () => {
    const merged = body(
      mergeDraft(
        edit(['to: kenji', 'to: [kenji, ana]\nseverity: 2\n# ask Tom'], ['2026-11-19T18', '2026-11-18T18']),
        fresh,
      ),
    );
    assert.equal(
      merged.slice(0, merged.indexOf('# Handoff')),
      `---
handoff: 2026-11-20T19:10:00Z
from: ann
to: [kenji, ana]
severity: 2
# ask Tom
covers: 2026-11-18T18:05:00Z / 2026-11-20T19:10:00Z
---
`,
    );
  });

  it('has the fresh tips in its closing comment', () => {
    assert.equal(
      splitFingerprints(mergeDraft(edit(['to: kenji', 'to: ana']), fresh).text).tips,
      'ledger split=bbbbbbb',
    );
  });

  it('follows the fresh addressee where nobody typed another', () => {
    assert.match(mergeDraft(was.text, handoffDraft({ ...later, to: 'ana' })).text, /\nto: ana\n/);
  });

  it('loses nothing where the fingerprints are gone, and repeats nothing that is still so', () => {
    const merged = mergeDraft(splitFingerprints(edit([first, '- [ ] **LED-42**: merge it'])).body, fresh);
    const steps = section(merged, '## Next').filter((line) => line.includes('LED-42'));
    assert.deepEqual(steps, ['- [ ] **LED-42**: merge it']);
    assert.deepEqual(section(merged, '### Commits'), [
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
    );
    const merged = mergeDraft(typed, fresh);
    assert.equal(
      body(merged).slice(0, body(merged).indexOf('# Handoff')),
      `---
handoff: 2026-11-20T19:10:00Z # from the train
from: ann
to: kenji
covers: since Tuesday
---
`,
    );
    assert.equal(mergeDraft(merged.text, fresh).text, merged.text);
  });
});

describe('drafting again over a note in the former shape', () => {
  const fresh = handoffDraft(later);
  const over = (...pairs: readonly (readonly [string, string])[]) => {
    const current = pairs.reduce((text, [from, to]) => {
      assert.ok(text.includes(from), from);
      return text.replace(from, () => to);
    }, formerDraft);
    return mergeDraft(current, fresh);
  };

  it('gives the letter where nothing was typed', () => assert.deepEqual(over(), fresh));

  it('keeps every word that was typed, with the head of a table for its rows', () => {
    const row = '| LED-42 split ledger | blocked | if it stalls, then ask Tom |';
    const { text } = over(
      ['- [ ] ‹what, who, due›', '- [ ] merge the split, Kenji, Monday'],
      ['| LED-42 split ledger | ‹on track / blocked› | ‹if … then …› |', row],
      ['‹none, or on whom and since when›', 'Tom, since Tuesday'],
      ['‹what was run›', 'the unit tests'],
    );
    assert.ok(text.includes('\n- [ ] merge the split, Kenji, Monday\n'));
    assert.ok(text.includes(`\n| item | state | if … then … |\n| --- | --- | --- |\n${row}\n`), text);
    assert.match(text, /\n## Blocked or waiting\n\nTom, since Tuesday\n/);
    assert.match(text, /\n### How it was checked\n\nthe unit tests\n/);
    assert.doesNotMatch(text, /LED-50|Not visible|Where it stands/);
  });

  it('takes the tips out of the front matter, also as a formatter writes them', () => {
    assert.doesNotMatch(over(['to: kenji', 'to: ana']).text, /^tips:/m);
    const formatted = over(['  ledger:\n    split: aaaaaaa', '    ledger:\n        split: "aaaaaaa"']).text;
    assert.doesNotMatch(formatted, /^tips:/m);
    assert.equal(splitFingerprints(formatted).tips, 'ledger split=bbbbbbb');
  });

  it('keeps words that were typed among them', () => {
    const { text } = over(['    split: aaaaaaa', '    split: aaaaaaa # rebased\n    audit: ask Tom first']);
    assert.match(text, /\ntips:\n {2}ledger:\n {4}split: aaaaaaa # rebased\n {4}audit: ask Tom first\n---\n/);
    assert.match(over(['tips:', 'tips: ask Tom']).text, /\ntips: ask Tom\n/);
  });
});

describe('drafting again over a hostile text', () => {
  const draftOf = (text: string): Draft => ({ text: withFingerprints(text), stops: [] });
  const many = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('');
  const unknown = '<!-- meridian drafted: 0000000 -->\n';
  const headings = (count: number) => draftOf(many(count, (at) => `## S${at}\nword ${at}\n`));
  const tips = (count: number) => draftOf(`---\ntips:\n${many(count, (at) => `  b${at}: abcdef\n`)}---\n`);
  const items = (count: number) =>
    draftOf(`## Next\n\n${many(count, (at) => `- [ ] **LED-${at} x** · \`b${at}\`, 1 commit\n`)}`);
  const equal = (count: number) => many(count, () => '## Same\n\nword\n\n');
  const rows: readonly (readonly [
    name: string,
    fresh: (count: number) => Draft,
    current: (fresh: string, count: number) => string,
  ])[] = [
    ['equal headings', (count) => draftOf(equal(count)), (_, count) => equal(count)],
    ['renamed headings', headings, (_, count) => many(count, (at) => `## R${at}\nword ${at}\n`) + unknown],
    ['headings that are gone', headings, (_, count) => many(count, (at) => `- word ${at}\n`) + unknown],
    ['words in each line of the front matter', tips, (fresh) => fresh.replaceAll('abcdef', 'ask Tom # soon')],
    ['items that are all changed', items, (fresh) => fresh.replaceAll('1 commit', 'mine')],
    ['one list in the front matter', tips, (_, count) => `---\ntips:\n${many(count, (at) => `  - ${at}\n`)}---\n`],
  ];
  for (const [name, draft, currentOf] of rows) {
    it(`stays linear with ${name}`, () => {
      const made = new Map<number, readonly [current: string, fresh: Draft]>();
      for (const count of [400, 3_200]) made.set(count, [currentOf(draft(count).text, count), draft(count)]);
      const merge = (count: number) => {
        const [current, fresh] = made.get(count) ?? ['', draftOf('')];
        mergeDraft(current, fresh);
        mergeDraft(current, fresh, 'form');
      };
      assert.ok(isLinear(merge, 3_200));
    });
  }
});
