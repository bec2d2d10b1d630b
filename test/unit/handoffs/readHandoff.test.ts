import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHandoff } from '../../../src/core/handoffs/readHandoff';
import { countFloors } from '../support/floors';

const path = 'docs/handoffs/2026-11-20-ann-to-kenji.md';
const hash = 'a'.repeat(40);

const ours = `---
handoff: 2026-11-20T17:42:00Z
from: Ann Lee
to: [Kenji Mori, platform]
covers: 2026-11-19T18:05:00Z / 2026-11-20T17:42:00Z
tips:
  ledger:
    main: ${hash}
    LED-42-split: ${hash}
    "odd: name": ${hash}
    short: abc1234
  __proto__:
    x: ${hash}
---
# Handoff to Kenji Mori · Fri 20 Nov 17:42 Europe/London

## Next

- [ ] Merge \`LED-42-split\`, Kenji, due Mon 23 Nov 17:00 Asia/Tokyo
- [x] Tell [Tom](../team.md)
- [ ] ‹what›, ‹who›, due ‹when, like Fri 27 Nov 17:00›
- [ ] check the balance, ‹who›, due ‹when›
  - by hand
- none

## State

| item | state | if … then … |
| --- | --- | --- |
| LED-50: check · \`fix/check\` | on track | |
| LED-42: split · \`LED-42-split\` | blocked | |

<details><summary>Facts</summary>

### Decisions

- [ADR-0012 Use PostgreSQL](../adr/0012-use-postgresql.md) · accepted
- [site](https://example.org/a.md), [out](../../../../etc/passwd.md)

</details>

## Read back by Kenji Mori, Sat 21 Nov 09:05 Asia/Tokyo (00:05 Europe/London)
<!-- at: 2026-11-21T00:05:00.000Z -->

> I merge the split first.

<!-- meridian drafted: 0abc123 -->
`;

const read = (text: string, at = path) => {
  const note = readHandoff(at, text);
  assert.ok(note);
  return note;
};

describe('reading a handoff', () => {
  it('is from the address where nothing else says who wrote it', () => {
    for (const [from, name] of [
      ['Ann Lee <ann@x.example>', 'Ann Lee'],
      ['<ann@x.example>', 'ann@x.example'],
      ['ann@x.example', 'ann@x.example'],
    ]) {
      assert.equal(read(ours.replace('from: Ann Lee', `from: ${JSON.stringify(from)}`)).from, name);
    }
  });

  it('gives everything of our own form', () => {
    const note = read(ours);
    assert.deepEqual(
      { ...note, tips: null },
      {
        path,
        title: 'Handoff to Kenji Mori · Fri 20 Nov 17:42 Europe/London',
        written: Date.parse('2026-11-20T17:42:00Z'),
        from: 'Ann Lee',
        to: ['Kenji Mori', 'platform'],
        covers: { start: Date.parse('2026-11-19T18:05:00Z'), end: Date.parse('2026-11-20T17:42:00Z') },
        tips: null,
        waiting: [],
        questions: [],
        next: [
          { text: 'Merge LED-42-split, Kenji, due Mon 23 Nov 17:00 Asia/Tokyo', done: false, line: 19 },
          { text: 'Tell Tom', done: true, line: 20 },
          { text: 'check the balance', done: false, line: 22 },
        ],
        branches: ['LED-42-split'],
        records: ['docs/team.md', 'docs/adr/0012-use-postgresql.md'],
        replies: [{ by: 'Kenji Mori', at: Date.parse('2026-11-21T00:05:00Z'), text: 'I merge the split first.' }],
      },
    );
    assert.deepEqual(Object.entries(note.tips), [
      ['ledger', { main: hash, 'LED-42-split': hash, 'odd: name': hash }],
      ['__proto__', { x: hash }],
    ]);
  });

  it('is the same with CRLF and a byte order mark', () => {
    assert.deepEqual(read(`\uFEFF${ours.replaceAll('\n', '\r\n')}`), read(ours));
  });

  const parties: readonly (readonly [string, string, string | null, readonly string[]])[] = [
    ['lines', '# Handover 2024-03-01\n\nFrom: Ann Lee\nTo: @kenji, Ana', 'Ann Lee', ['@kenji', 'Ana']],
    ['bold bullets', '# Shift\n\n- **From:** Ann\n- **To:** Kenji and Ana', 'Ann', ['Kenji', 'Ana']],
    [
      'GitLab on-call',
      '# On-call handover 2024-03-01 15:00 UTC\n\n## Outgoing EOC: @ann\n## Incoming EOC: @kenji',
      '@ann',
      ['@kenji'],
    ],
    ['a table of rows', '# Handover\n\n| field | value |\n|---|---|\n| From | Ann |\n| To | Kenji |', 'Ann', ['Kenji']],
    ['a table of columns', '# Handover\n\n| Outgoing | Incoming |\n|---|---|\n| Ann | Kenji |', 'Ann', ['Kenji']],
    ['front matter', '---\nauthor: Ann\nassignee: Kenji\n---\n# Handover', 'Ann', ['Kenji']],
    ['an open addressee', '---\nfrom: Ann\nto:\n---\n# Handoff to whoever is next', 'Ann', []],
    ['the title', '# Handover from Ann Lee to Kenji Mori · 1 March', 'Ann Lee', ['Kenji Mori']],
    ['the addressee in the title', '# Handoff to Kenji', null, ['Kenji']],
    ['front matter and the title', '---\nfrom: Ann\n---\n# Handoff to Kenji', 'Ann', ['Kenji']],
    ['an arrow', '# 2024-03-01: Ann → Kenji', 'Ann', ['Kenji']],
    [
      'prompts, which are nobody',
      '---\nfrom: ‹your name›\nto: ‹a name, or a team›\n---\n# Handoff to ‹whom›',
      null,
      [],
    ],
    ['a name beside a prompt', '---\nfrom: Ann\nto: Kenji, ‹who else, by name›\n---\n# Handoff', 'Ann', ['Kenji']],
    ['labels without an answer', '# Shift\n\n- From: Ann\n- To: ‹who, or which team›', 'Ann', []],
    ['nobody', '# Notes on how to go to production\n\nSee: the wiki', null, []],
  ];
  for (const [name, text, from, to] of parties) {
    it(`tells who wrote to whom by ${name}`, () => {
      const note = read(text);
      assert.deepEqual([note.from, note.to], [from, to]);
    });
  }

  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ['a numbered list', '# H\n\n## Next steps\n\n1. First\n2. Second\n', ['First', 'Second']],
    ['a table', '# H\n\n## Action items\n\n| action | owner |\n|---|---|\n| Restart it | Ann |\n', ['Restart it, Ann']],
    ['sentences', '# H\n\n## TODO\n\nRestart it.\n', ['Restart it.']],
    ['boxes anywhere', '# H\n\n- [ ] Restart it\n- a remark\n\n## Rest\n\n* [x] Look\n', ['Restart it', 'Look']],
    ['an explicit none', '# H\n\n## Next\n\n- none\n', []],
    ['groups below it', '# H\n\n## Next\n\n### Today\n\n- A\n\n### Later\n\n- B\n\n## End\n\n- C\n', ['A', 'B']],
  ];
  for (const [name, text, items] of lists) {
    it(`tells what comes next by ${name}`, () => {
      assert.deepEqual(
        read(text).next.map((item) => item.text),
        items,
      );
    });
  }

  const days: readonly (readonly [string, string, string, string | null])[] = [
    ['the day of the front matter', '---\ndate: 2024-03-01\n---\n# H', 'notes/handover.md', '2024-03-01'],
    ['the day of the file name', '# H', 'handovers/2024-03-02-ann.md', '2024-03-02'],
    ['no day', '# H', 'handovers/ann.md', null],
  ];
  for (const [name, text, at, day] of days) {
    it(`was written on ${name}`, () => {
      assert.equal(read(text, at).written, day === null ? null : Date.parse(`${day}T00:00:00Z`));
    });
  }

  const branches: readonly (readonly [string, string, readonly string[]])[] = [
    ['a label', '# H\n\n**Branch:** `feat/a`, `feat/b`\n', ['feat/a', 'feat/b']],
    ['a plain label', '# H\n\nResume from: feat/a\n', ['feat/a']],
    ['nothing that git takes for an option', '# H\n\nBranch: --upload-pack=x, a..b, x@{1}, a b\n', []],
    [
      'the tips where the text names none',
      `---\ntips:\n  r:\n    main: ${hash}\n    work: ${hash}\n---\n# H`,
      ['work'],
    ],
  ];
  for (const [name, text, found] of branches) {
    it(`finds branches by ${name}`, () => {
      assert.deepEqual(read(text).branches, found);
    });
  }

  it('is null for nothing and for what is no text', () => {
    assert.equal(readHandoff(path, ' \n'), null);
    assert.equal(readHandoff(path, 'a\0b'), null);
  });

  it('bears front matter that is hostile', () => {
    const deep = `---\ntips: ${'['.repeat(5000)}\n---\n# H`;
    const aliases = `---\na: &a [x, x]\ntips: { r: { b: *a } }\n---\n# H`;
    const list = '---\ntips: [a, b]\ncovers: never / ever\nhandoff: yesterday\n---\n# H';
    for (const text of [deep, aliases, list]) assert.deepEqual(read(text).tips, text === aliases ? { r: {} } : {});
  });

  it('takes no tips from the text below the front matter', () => {
    assert.deepEqual(read(`tips:\n  ledger:\n    main: ${hash}\n`).tips, {});
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      ...ours.split(/(?<=\n)|(?<=[:|`>]) /),
      '---\n',
      '## Next\n',
      '‹',
      '\u2028',
      '\ud800',
      '\u202e',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary-ascii' })), { maxLength: 20 }), (pieces) => {
        readHandoff(path, pieces.join(''));
      }),
      { numRuns: 100 },
    );
  });

  const long: readonly (readonly [string, string])[] = [
    ['spaces', `# Handoff to ${' '.repeat(100_000)}x`],
    ['words', `# Handover from ${'a to '.repeat(20_000)}`],
    ['arrows', `# ${'a '.repeat(50_000)}->`],
    ['prompts', `## Next\n\n- ${'‹a'.repeat(30_000)}`],
    ['items', `## Next\n\n${'- x\n'.repeat(60_000)}`],
    ['spans', `## State\n\n- ${'`a'.repeat(60_000)}`],
    ['replies', '## Read back by x, 00:00\n'.repeat(10_000)],
  ];
  for (const [name, text] of long) {
    it(`takes no longer for many ${name}`, () => {
      const floors = countFloors();
      readHandoff(path, text);
      assert.ok(floors() < 150);
    });
  }
});
