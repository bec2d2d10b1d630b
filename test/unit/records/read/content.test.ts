import { strict as assert } from 'node:assert';
import { unreadableRecord } from '../../../../src/core/records/read/readRecord';
import type { RecordKind } from '../../../../src/core/records/record';
import { readSample } from './readSample';

describe('the decision in one sentence', () => {
  const cases: readonly [body: string, decision: string | null][] = [
    ['## Decision\n\nWe use foo, e.g. for mail. It is fast.\n', 'We use foo, e.g. for mail.'],
    ['## Decision\n\nWe use `foo.bar`\nand [baz](baz.md)! More.\n', 'We use foo.bar and baz!'],
    ['## Decision Outcome\n\nChosen option: "Foo", because it is fast. Also cheap.\n', 'Foo, because it is fast.'],
    ['## Decision Outcome\n\nChosen options:\n\n* Foo\n', 'Chosen options: Foo'],
    ['## Decision Outcome\n\nChosen option: "2. Foo and bar", because yes.\n', '2. Foo and bar, because yes.'],
    ['## Decision Outcome\n\nChosen option: "{title of option 1}", because {justification}.\n', null],
    ['## Decision\n\nWe will:\n\n- adopt foo. Soon.\n- drop bar\n', 'We will: adopt foo.'],
    ['## Decision\n\n```sh\nnpm i\n```\n\nWe pin versions. Yes.\n', 'We pin versions.'],
    ['## Entscheidung\n\nWir nutzen Foo. Weil.\n', 'Wir nutzen Foo.'],
    ['## 决策\n\n使用 Foo：\n\n- 快速。简单。\n', '使用 Foo： 快速。'],
    ['## 決定\n\n採用\n\n', null],
    ['## 決定\n\n名前は「Foo。」とする。理由は別。\n', '名前は「Foo。」とする。'],
    [
      '## Context\n\nIn the context of mail, facing load, we decided for foo. More.\n',
      'In the context of mail, facing load, we decided for foo.',
    ],
    ['## Context\n\nIn the context of tests this is slow.\n', null],
    ['## Context\n\nIt gives types,\nin the context of the function. We will see.\n', null],
    ['## Decision\n\n[describe the decision]\n', null],
    ['## Decision\n\nWe will ‹the choice, as a full sentence›\n', null],
    ['## Decision\n\nWe call it ‹Foo›.\n', 'We call it ‹Foo›.'],
    ['## Decision\n\nTo be written.\n\n### Annexe\n\nÀ rédiger.\n', null],
    ['## Decision\n\n- RFC PR: https://example.org/1\n- <https://example.org/2>\n\nWe use foo.\n', 'We use foo.'],
    [
      '## Decision Outcome\n\n{justification}\n\n### Consequences\n\n* Good, because {positive consequence, e.g. speed}\n',
      null,
    ],
    ['## Decision Outcome\n\nGood, because {positive consequence, e.g. speed}\n\nFoo it is.\n', 'Foo it is.'],
    ['## Decision\n\nWe send `{ "a": 1, "b": 2 }` as is.\n', 'We send { "a": 1, "b": 2 } as is.'],
    ['## Decision\n\n### Consequences\n\nIt is slow.\n', null],
    ['## Context\n\nWhy.\n', null],
    ['## Decision Outcome\n\n[PR 77](https://example.org/77)\n', null],
    ['## Decision Outcome\n\nChosen option: 2\n\nIt is the cheapest. Soon.\n', 'It is the cheapest.'],
    ['## Decision Outcome\n\nChosen option: TBD:\n\n1. Cheap\n2. Fast\n', null],
    ['## Decision\n\n**Why use foo?**\n\nWe use foo for mail. Yes.\n', 'We use foo for mail.'],
    ['## Decision\n\n**How mail is sent**\n\nWe use foo.\n', 'We use foo.'],
    ['## Decision\n\n**Send mail with foo**\nAs foo is here already, we use it.\n', 'Send mail with foo'],
    ['## Decision\n\nOne rule:\n\n> **Foo sends\n> all mail.** Bar sends none.\n', 'One rule: Foo sends all mail.'],
    ['## Decision\n\nWe run:\n\n```sh\nfoo\n```\n\nIt is fast.\n', 'We run:'],
    ['## Decision\n\nWe use foo because\n\nThe end is near.\n', 'We use foo because'],
    ['## Decision\n\nThe flow:\n\nIn the end we ask foo:\n\n- foo\n', 'The flow:'],
    [
      '### Option A: Bar\n\n### Option B – A foo per shop.\n\n## Decision Outcome\n\nChosen option: Option B, because load stays apart.\n',
      'Option B: A foo per shop, because load stays apart.',
    ],
    [
      '## Options\n\n- **Option 1:** Foo\n- Option 10: Bar\n\n## Decision\n\nWe go with Option 1.\n',
      'We go with Option 1: Foo.',
    ],
    ['### Option 1: Foo (chosen)\n\n## Decision\n\nOption 1.\n', 'Option 1: Foo.'],
    ['## Options\n\n- Option 1: Foo and\n  bar\n\n## Decision\n\nOption 1.\n', 'Option 1.'],
    ['## Options\n\n- Option 2\n\n## Decision\n\nOption 2, because of foo.\n', 'Option 2, because of foo.'],
    ['## Options\n\n- Option 2: Bar\n\n## Decision\n\nOption 2: bar it is.\n', 'Option 2: bar it is.'],
  ];
  for (const [body, decision] of cases) {
    it(JSON.stringify(body), () =>
      assert.equal(readSample(`# 7. Use foo\n\nStatus: accepted\n\n${body}`).decision, decision),
    );
  }

  it('takes the first item of a list that follows, and not one further below', () => {
    const said = (between: string) =>
      readSample(`# 7. Use foo\n\n## Decision\n\nWe will use:\n\n${between}\n\n- foo\n`).decision;
    assert.equal(said('```sh\nnpm i\n```'), 'We will use: foo');
    assert.equal(said(`\`\`\`sh\n${'npm i\n'.repeat(20)}\`\`\``), 'We will use:');
    assert.equal(said('Words.\n\n'.repeat(8)), 'We will use: Words.');
  });

  it('is cut at a word', () => {
    const said = readSample(`# 7. Use foo\n\n## Decision\n\nWe use ${'words '.repeat(100)}.\n`).decision ?? '';
    assert.ok(said.length <= 240 && said.endsWith('words…'), said);
  });
});

describe('scope in the head', () => {
  const cases: readonly [head: string, scope: readonly string[]][] = [
    ['- Status: accepted\n- Scope: `src/ledger/**`, `src/books.ts`', ['src/ledger/**', 'src/books.ts']],
    ['**Scope:** src/ledger/**', ['src/ledger/**']],
    ['- Scope: the ledger and/or the books', []],
    ['- Scope: src/ledger', []],
    ['## Context\n\n- Scope: `src/ledger/**`', []],
    ['**Status:** accepted  \n**Applies to:** `src/ledger/**`, `src/books.ts`', ['src/ledger/**', 'src/books.ts']],
    ['| Status | Accepted |\n|---|---|\n| Affects | `src/ledger/` |', ['src/ledger/']],
    ['- Affects: `/v1/*`', []],
    ['- Scope: `src/**`\n- Out of scope: `src/old/**`, the rest', ['!src/old/**', 'src/**']],
    ['| Scope | `src/**` |\n|---|---|\n| **Not in scope** | `src/old/**` |', ['!src/old/**', 'src/**']],
    ['- Affects: `/v1/books`, `acme/ledger`, `books.ts`, v1.2', []],
    ['- Paths: `src/ledger/**`, `src/books.ts`', ['src/ledger/**']],
    ['- Files: `src/books.ts`', []],
    ['- Does not apply to: `src/ledger/**`', []],
    ['- Out of scope: `src/ledger/**`', []],
    ['- Scope: `src/**` except `src/old/**`', ['src/**', '!src/old/**']],
    ['- Scope: `src/**`, but not `src/old/**`', ['src/**', '!src/old/**']],
    ['- Scope: `src/**`, `lib/**`, ohne `lib/gen/**`', ['src/**', 'lib/**', '!lib/gen/**']],
    ['- Scope: not `src/**`', ['!src/**']],
    ['- Scope: `src/**` or `lib/**` of the web team', []],
    ['- Applies to: `src/**` (not `src/old/**`)', ['src/**', '!src/old/**']],
    [
      '## Scope\n\n- `src/**`\n- `lib/**`, `bin/x.sh`\n\n## Out of scope\n\n- `src/old/**`',
      ['!src/old/**', 'src/**', 'lib/**', 'bin/x.sh'],
    ],
    ['## Scope\n\n- `src/**` and what uses it', []],
    ['## Scope\n\nThe ledger.\n\n- `src/**`', []],
    ['## Out of scope\n\n- `src/**`', []],
    ['## Files\n\n- `src/**`', []],
  ];
  for (const [head, scope] of cases) {
    it(JSON.stringify(head), () => assert.deepEqual(readSample(`# Use foo\n\n${head}\n`).scope, scope));
  }

  it('comes after that of the front matter', () => {
    const text = '---\nscope: [src/a/**]\n---\n# Use foo\n\n- Scope: `src/b/**`, `src/a/**`\n';
    assert.deepEqual(readSample(text).scope, ['src/a/**', 'src/b/**']);
  });
});

describe('scope', () => {
  const cases: readonly [front: string, scope: readonly string[]][] = [
    ['affects: src/ledger/**', ['src/ledger/**']],
    ['applies_to:\n  - "src/{a,b}/*.ts"\n  - Makefile', ['src/{a,b}/*.ts', 'Makefile']],
    ['appliesTo: src/a.ts, "lib/**"', ['src/a.ts', 'lib/**']],
    ['files: [a/b.ts, "!a/c.ts"]', ['a/b.ts', '!a/c.ts']],
    ['scope: packages/*', ['packages/*']],
    ["codeRefs: 'astro.config.mjs, src/api/**'", ['astro.config.mjs', 'src/api/**']],
    ['scope:\n  include: [src/**]\n  exclude: [src/gen/**]', ['!src/gen/**', 'src/**']],
    ['scope: [src/**]\nexclude: src/gen/**, "!src/old/**"', ['!src/gen/**', '!src/old/**', 'src/**']],
    ['appliesTo: src/**\ndoesNotApplyTo: [src/gen/**]', ['!src/gen/**', 'src/**']],
    ['paths:\n  - path: src/a.ts\n  - except: src/b.ts', ['!src/b.ts', 'src/a.ts']],
    ['exclude: [src/gen/**]', []],
    ['scope: the whole backend', []],
    ['scope: backend', []],
  ];
  for (const [front, scope] of cases) {
    it(JSON.stringify(front), () => assert.deepEqual(readSample(`---\n${front}\n---\n# Use foo\n`).scope, scope));
  }
});

describe('mentions', () => {
  it('are not of what the scope leaves out', () => {
    const text = '# Use foo\n\n- Scope: `src/**`, except `src/old.ts`\n\nSee `src/new.ts`.\n';
    assert.deepEqual(
      readSample(text).mentions.map(({ text: name }) => name),
      ['src/**', 'src/new.ts'],
    );
  });

  it('are links, code spans and plain paths with their lines, outside fences', () => {
    const text = [
      '# 7. Use foo',
      'See [x](../src/x.ts#L3) and [page](https://example.org/a) and [y](https://github.com/o/r/blob/main/src/y.ts).',
      'In `src/ledger/balance.ts:12` and `package.json`, not `npm ci` or `v1.2`.',
      'And `com.acme.ledger.BalanceKeeper`, not `log.writeEverything()`.',
      'Run `bin/drain.sh --all src/` or `python3 -m ops.tools.drain -v`, not `npm run a.b`.',
      'See `src\\Ledger\\Keeper.cs` and run `bin/requeue --all`, not `git log origin/main`.',
      'Of `src/bücher/größe.ts` and `資料/送信.ts`, and of `price lists/eu 2025.csv`.',
      'Also apps/web/src/main.ts, and TCP/IP and/or nothing.',
      '```',
      'src/fenced.ts',
      '```',
      '![shot](images/shot.png)',
    ].join('\n');
    assert.deepEqual(
      readSample(text).mentions.map(({ text: name, line, form }) => `${line} ${form} ${name}`),
      [
        '2 link ../src/x.ts#L3',
        '2 link https://github.com/o/r/blob/main/src/y.ts',
        '3 code src/ledger/balance.ts:12',
        '3 code package.json',
        '4 code com.acme.ledger.BalanceKeeper',
        '5 code bin/drain.sh',
        '5 code ops.tools.drain',
        '6 code src/Ledger/Keeper.cs',
        '6 code bin/requeue',
        '7 code src/bücher/größe.ts',
        '7 code 資料/送信.ts',
        '7 code price lists/eu 2025.csv',
        '8 plain apps/web/src/main.ts',
      ],
    );
  });
});

describe('runbooks', () => {
  const read = (text: string, path = 'docs/runbooks/BalanceDrift.md') => readSample(text, path, 'runbook').runbook;

  it('say what to do first', () => {
    const text =
      '# Balance drift\n\nOwner: Team Ledger\n\n## Diagnosis\n\n- a cause\n- another\n\n## Mitigation\n\n1. Stop the job. Really.\n2. Run `fix`:\n   ```\n   fix --now\n   ```\n3. Wait\n4. Tell\n';
    assert.deepEqual(read(text), {
      alert: 'BalanceDrift',
      owner: 'Team Ledger',
      firstSteps: ['Stop the job.', 'Run fix:', 'Wait'],
    });
  });

  it('name their alert in a field or their file', () => {
    assert.equal(read('---\nalert: LedgerDrift\n---\n# Drift\n', 'docs/runbooks/drift.md')?.alert, 'LedgerDrift');
    assert.equal(read('# Drift\n\n**Alert:** `LedgerDrift`\n', 'docs/runbooks/drift.md')?.alert, 'LedgerDrift');
    assert.equal(read('# etcdNoLeader\n', 'docs/runbooks/no-leader.md')?.alert, 'etcdNoLeader');
    assert.equal(read('# Access the toolbox\n', 'docs/runbooks/access.md')?.alert, null);
  });

  it('have steps as bullets, paragraphs, headings or in other markup', () => {
    assert.deepEqual(read('# A\n\n## Resolution\n\n- Drain it\n- Wait\n')?.firstSteps, ['Drain it', 'Wait']);
    assert.deepEqual(read('# A\n\n## Mitigation\n\nRestart the pod. Or not.\n\nThen wait for it.\n')?.firstSteps, [
      'Restart the pod.',
      'Then wait for it.',
    ]);
    assert.deepEqual(read('# A\n\n## Step 1: Drain it\n\nx\n\n## Step 2: Wait\n')?.firstSteps, ['Drain it', 'Wait']);
    assert.deepEqual(read('= A\n\n== Steps\n\n. Drain it\n. Wait\n', 'runbooks/a.adoc')?.firstSteps, [
      'Drain it',
      'Wait',
    ]);
    assert.deepEqual(read('A\n=\n\nSteps\n-----\n\n1. Drain it\n#. Wait\n', 'runbooks/a.rst')?.firstSteps, [
      'Drain it',
      'Wait',
    ]);
  });
});

describe('other kinds', () => {
  const diagrams: readonly [path: string, text: string, title: string][] = [
    ['docs/order-flow.puml', '@startuml\ntitle The flow of orders\nA -> B\n@enduml\n', 'The flow of orders'],
    ['docs/order-flow.mmd', '---\ntitle: Orders\n---\nflowchart TD\n', 'Orders'],
    ['docs/order-flow.drawio', '<mxfile><diagram id="a" name="Orders"></diagram></mxfile>', 'Orders'],
    ['docs/order-flow.drawio', '<mxfile><diagram name="Page-1"></diagram></mxfile>', 'Order flow'],
    ['docs/order_flow.d2', 'a -> b\n', 'Order flow'],
    ['docs/2026-04-order-flow.d2', 'a -> b\n', 'Order flow'],
    ['docs/order-flow.excalidraw.svg', '<svg></svg>', 'Order flow'],
    ['docs/ledger_proposal_7.drawio.svg', '<svg></svg>', 'Ledger proposal 7'],
    ['docs/ledger_proposal_7_db.drawio.svg', '<svg></svg>', 'Ledger proposal 7 db'],
  ];
  for (const [path, text, title] of diagrams) {
    it(`${path}: ${title}`, () => {
      const record = readSample(text, path, 'diagram');
      assert.deepEqual([record.title, record.format, record.status], [title, 'diagram', 'none']);
    });
  }

  it('a handoff has its instant and its two people', () => {
    const text = '---\nhandoff: 2026-11-20T17:42:00Z\nfrom: ann\nto: kenji\n---\n# Handoff to Kenji\n';
    const record = readSample(text, '.meridian/handoffs/2026-11-20-ann.md', 'handoff');
    assert.deepEqual([record.date, record.people, record.id], ['2026-11-20', ['ann', 'kenji'], null]);
  });

  it('an RFC is summed up by its summary', () => {
    assert.equal(
      readSample('# RFC 12: Foo\n\n## Summary\n\nAdd foo. Now.\n', 'rfcs/0012-foo.md', 'rfc').decision,
      'Add foo.',
    );
  });

  const kinds: readonly RecordKind[] = ['decision', 'runbook'];
  it('a file that cannot be read is listed with the reason', () => {
    for (const kind of kinds) {
      const record = unreadableRecord(
        { path: 'docs/adr/0007-use-foo.md', kind },
        { ok: false, reason: 'too-large', detail: '' },
      );
      assert.deepEqual([record.title, record.problem, record.status], ['Use foo', 'too-large', 'none']);
      assert.equal(record.id, kind === 'decision' ? '0007' : null);
    }
    assert.equal(readSample('a\0b').problem, 'not-text');
  });
});
