import assert from 'node:assert/strict';
import { isProsePath } from '../../../src/core/files/textPaths';
import { scanReferences } from '../../../src/core/links/scan';
import { commonPattern, furtherPattern } from '../../../src/core/links/searchPattern';
import { docRecord } from '../support/records';

/** `form prefix number name` of every reference, without the parts that are null. */
function scanned(text: string, path = 'src/a.ts'): readonly string[] {
  return scanReferences(text, path).map(({ form, prefix, number, name }) =>
    [form, prefix, number, name].filter((part) => part !== null).join(' '),
  );
}

function scansTo(cases: Readonly<Record<string, readonly string[]>>, path?: string): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(scanned(text, path), expected);
      // A file of code in which git finds nothing is not read at all.
      const isCode = path === undefined || !isProsePath(path);
      assert.ok(!isCode || expected.length === 0 || searchFor(text).test(text), 'not in searchPattern.ts');
    });
  }
}

/** What git looks for where the series that a text names are here, and a runbook. */
function searchFor(text: string): RegExp {
  const prefixes = scanReferences(text, 'src/a.ts').map(({ prefix }) => prefix);
  const records = [...prefixes, null].map((idPrefix, at) => docRecord(`docs/${at}.md`, { idPrefix }));
  const further = furtherPattern([...records, docRecord('docs/runbooks/a.md', { kind: 'runbook' })]);
  return new RegExp(`${commonPattern}|${further}`, 'm');
}

describe('scanReferences', () => {
  describe('a number in every spelling', () => {
    scansTo({
      '// see ADR-12.': ['id ADR 12'],
      'ADR 0012, which': ['id ADR 0012'],
      ADR012: ['id ADR 012'],
      def_test_adr_0012_retry: ['id ADR 0012'],
      'ADR #12': ['id ADR 12'],
      'adr-031 says': ['id ADR 031'],
      "ADR-0022's rule": ['id ADR 0022'],
      'ADR\u00a00007': ['id ADR 0007'],
      'pre-ADR-0027 and POST-ADR-0028': ['id ADR 0027', 'id ADR 0028'],
      'ADR-0211 D2 and ADR-022 §3b': ['id ADR 0211', 'id ADR 022'],
      'ODH-ADR-XAI-0001': ['id ODH-ADR-XAI 0001'],
      'ADR-TIER1-001': ['id ADR-TIER1 001'],
      'ADR-0012を参照': ['id ADR 0012'],
      '- ADR: 600行': [],
      'AD-0102 and DR 0007': ['id AD 0102', 'id DR 0007'],
      'See :ref:`ADR-3`': ['id ADR 3'],
      'architecture decision record 3, decision records 7 and 12': ['id ADR 3', 'id ADR 7', 'id ADR 12'],
      'Decision 0012, decision #0012, decisions 0007 and 0008': [
        'id DECISION 0012',
        'id DECISION 0012',
        'id DECISION 0007',
        'id DECISION 0008',
      ],
      'decision 3, Decision: 2024, decision record (2024), decisions of 0012': [],
      'every docs/adr/0*.md, docs/adr/00{12,13}-x.md': ['path .md', 'path -x.md'],
      '**docs/adr/0012-x.md**, *docs/adr/0013-y*': ['path 0012 docs/adr/0012-x.md', 'path 0013 docs/adr/0013-y'],
      'a rate (ADR 120 EUR), ADR 95%, ADR 30 kg; ADR 30 keeps it': ['id ADR 30'],
      'return adr[3] + ADR[12]; adr[0012], @adr[7], ADR [12]': ['id ADR 0012', 'id ADR 7', 'id ADR 12'],
      'bytes in base64: KJ+aDR389+Vy6, 5k+ADR389, ADR389+Vy6': [],
    });
  });

  describe('a number of an improvement proposal', () => {
    scansTo({
      'PEP 484 and KIP 42': ['id PEP 484', 'id KIP 42'],
      '`HTTP 404`, IP 10, ZIP 90210, PEP 3.1': [],
      'see :pep:`484`, :pep:`the style guide <8#naming>`': ['id PEP 484', 'id PEP 8'],
      ':rfc:`822` and :ref:`484`': [],
    });

    it('puts the range of a role where its number is', () => {
      const [found] = scanReferences('by :pep:`style <8>`', 'a.rst');
      assert.deepEqual([found?.text, found?.column], ['8', 17]);
    });
  });

  describe('a number in the name of a link in reStructuredText', () => {
    const hrefs = (text: string, path = 'a.rst') =>
      scanReferences(text, path).flatMap(({ form, text: words, beside }) =>
        form === 'id' ? [`${words} -> ${beside?.href ?? 'nowhere'}`] : [],
      );
    const targets = [
      '.. _ADR 84: https://example.org/84',
      '.. _`ADR-85`: 0085-x.rst',
      '.. _other: `ADR 84`_',
      '.. _ADR-86:',
    ].join('\n');

    it('leads where its target leads, and is no citation where the name is given', () => {
      assert.deepEqual(hrefs(`See \`ADR  84\`_, ADR-85_ and \`as ADR 84 says <other_>\`_, ADR-86_.\n\n${targets}\n`), [
        'ADR  84 -> https://example.org/84',
        'ADR-85 -> 0085-x.rst',
        'ADR 84 -> https://example.org/84',
        'ADR-86 -> #ADR-86',
      ]);
    });

    it('is a plain number without such a target, and in any other markup', () => {
      assert.deepEqual(hrefs(`See \`ADR 87\`_, ADR-85 and ADR_85_x.\n\n${targets}\n`), [
        'ADR 87 -> nowhere',
        'ADR-85 -> nowhere',
        'ADR_85 -> nowhere',
      ]);
      assert.deepEqual(hrefs('.. _ADR 84: https://example.org/84\n', 'a.md'), ['ADR 84 -> nowhere']);
    });
  });

  describe('lists, ranges and groups', () => {
    scansTo({
      '(per ADR 0045/0029)': ['id ADR 0045', 'id ADR 0029'],
      'ADR 0029 / 0045': ['id ADR 0029', 'id ADR 0045'],
      'ADR 0002 and 0017': ['id ADR 0002', 'id ADR 0017'],
      'ADR 0002 et 0017': ['id ADR 0002', 'id ADR 0017'],
      'ADR 0002 und 0017': ['id ADR 0002', 'id ADR 0017'],
      'ADR 0002 y 0017': ['id ADR 0002', 'id ADR 0017'],
      'ADR 0002 og 0017': ['id ADR 0002', 'id ADR 0017'],
      'ADR 0002 bis 0017': ['id ADR 0002', 'id ADR 0017'],
      'ADRs 3, 7 and 12 hold': ['id ADR 3', 'id ADR 7', 'id ADR 12'],
      'ADR 3, 7 files': ['id ADR 3'],
      'ADR 0006-0008': ['id ADR 0006', 'id ADR 0008'],
      'ADR-3..ADR-5': ['id ADR 3', 'id ADR 5'],
      'ADR-0012, 2024': ['id ADR 0012'],
      'ADR-0007 0008': ['id ADR 0007'],
      'ADR (2024-01-02), ADR\n2024 figures': [],
      'ADR (0004 for the parser; 0026 for the shell) 0031': ['id ADR 0004', 'id ADR 0026'],
      ' * ADRs:   0005 (tokens, 0099 of them), 0026 (shell).\n *\n * 0098': ['id ADR 0005', 'id ADR 0026'],
      '// ADRs:\n//   - 0021 (the envelope\n//     of 0099);\n//   - 0026\n// Task: 0044': [
        'id ADR 0021',
        'id ADR 0026',
      ],
      '// (ADRs 0004, 0021,\n// 0022 and 0024)': ['id ADR 0004', 'id ADR 0021', 'id ADR 0022', 'id ADR 0024'],
    });
  });

  describe('a number wrapped onto the next line', () => {
    for (const lead of ['# ', '-- ', ' * ', '// ', '    ', '; ', '> ']) {
      scansTo({ [`${lead}as in ADR\n${lead}0026's loading`]: ['id ADR 0026'] });
    }
    scansTo({ 'as in ADR\r\n0026': ['id ADR 0026'], 'write an ADR\n3 people': [], 'this ADR\n\n0026': [] });

    it('puts the range where the number is', () => {
      const [found] = scanReferences('# by ADR\n# 0026 we', 'Makefile');
      assert.deepEqual([found?.line, found?.column, found?.text, found?.offset], [2, 3, '0026', 11]);
    });
  });

  describe('paths and URLs', () => {
    scansTo({
      'see docs/adr/0012-a.md.': ['path 0012 docs/adr/0012-a.md'],
      '[x](./0012-a.md#context)': ['path 0012 ./0012-a.md'],
      'docs/adr/0012-a.md:14: no': ['path 0012 docs/adr/0012-a.md'],
      'docs/adr/0016, where': ['path 0016 docs/adr/0016'],
      'docs\\adr\\0012-a.md': ['path 0012 docs/adr/0012-a.md'],
      'ops/runbooks/drift.adoc': ['path ops/runbooks/drift.adoc'],
      'architecture/adr-031-x.md': ['path ADR 031 architecture/adr-031-x.md'],
      'decisions/2025-12-01-x/README.md': ['path decisions/2025-12-01-x/README.md'],
      '<https://github.com/o/r/blob/main/docs/adr/0001-x.md#L3>': [
        'url 0001 https://github.com/o/r/blob/main/docs/adr/0001-x.md#L3',
      ],
      'https://dev.azure.com/o/p/_git/r?path=/adr/0001-x.md&version=GBmain': [
        'url 0001 https://dev.azure.com/o/p/_git/r?path=/adr/0001-x.md&version=GBmain',
      ],
      'https://example.com/docs/decisions': [],
      'migrations/0005_edges.sql': [],
    });
  });

  describe('a destination with what would end a path in running text', () => {
    scansTo(
      {
        '[a](0003-\\[Old\\]use-x.md), [b](ab-006-l\u2019en-t\u00eate.md)': [
          'path 0003 0003-[Old]use-x.md',
          'path AB 006 ab-006-l\u2019en-t\u00eate.md',
        ],
        "[c](0004-it's.md#x)": ["path 0004 0004-it's.md"],
        '[d](0005-plain.md)': ['path 0005 0005-plain.md'],
      },
      'docs/adr/README.md',
    );
  });

  describe('gives no reference for an old address that a page states', () => {
    const antora = '= MySQL down\n:page-aliases: how-tos/old.adoc, runbooks/older.adoc, \\\n  runbooks/oldest.adoc\n\n';
    const head = (lines: string) => `---\n${lines}\ntitle: ADR-0003\n---\nSee ADR-0004.\n`;
    const left = ['id ADR 0003', 'id ADR 0004'];
    scansTo({ [`${antora}See ADR-0004.`]: ['id ADR 0004'] }, 'docs/a.adoc');
    scansTo({ 'Write `:page-aliases: docs/adr/0001-a.adoc`': ['path 0001 docs/adr/0001-a.adoc'] }, 'docs/a.adoc');
    scansTo(
      {
        [head('aliases:\n  - /docs/adr/0001-a.md\n- docs/adr/0002-b.md')]: left,
        [head('aliases: [docs/adr/0001-a.md, ADR-0002]')]: left,
        [head('redirect_from: docs/adr/0001-a.md')]: left,
        '+++\naliases = [\n  "docs/adr/0001-a.md",\n]\n+++\nSee ADR-0004.': ['id ADR 0004'],
        'aliases:\n- ADR-0002': ['id ADR 0002'],
      },
      'docs/a.md',
    );
    const redirects = `plugins:
  - redirects:
      redirect_maps:
        'adr/0001-a.md': 'adr/0002-b.md'
        adr/0003-c.md: adr/0004-d.md
nav:
  - ADR: adr/0005-e.md`;
    scansTo(
      { [redirects]: ['path 0002 adr/0002-b.md', 'path 0004 adr/0004-d.md', 'path 0005 adr/0005-e.md'] },
      'mkdocs.yml',
    );
    it('has each other reference where the text has it', () => {
      const text = head('aliases:\r\n  - docs/adr/0001-a.md');
      const [first] = scanReferences(text, 'a.md');
      assert.equal(first && text.slice(first.offset, first.offset + first.length), 'ADR-0003');
      assert.equal(first?.line, 4);
      assert.equal(first?.lineText, 'title: ADR-0003');
    });
  });

  describe('names', () => {
    scansTo(
      {
        '// @adr 0012': ['id ADR 0012'],
        '@adr 12': ['id ADR 12'],
        '@ADR(2)': ['id ADR 2'],
        '@ADR({1, 2})': ['id ADR 1', 'id ADR 2'],
        '@adr 20200927-no-default': ['annotation 20200927 20200927-no-default'],
        '@adr web/no-default': ['annotation web/no-default'],
        '@adr [[ADR-006-queue]]': ['wiki ADR 006 ADR-006-queue'],
        '[[queue#Why|the queue]]': ['wiki queue'],
        '| [[0001-queue\\|ADR-0001]] |': ['wiki 0001 0001-queue'],
        '// ADR: ADR-001-queue': ['id ADR 001'],
        '# ADR: 2025-12-01-my-queue - because': ['annotation 2025-12-01-my-queue'],
        '@see ADR: my-queue': ['annotation my-queue'],
        '[impl->adr~field-names~1]': ['annotation ADR field-names'],
        'runbook_url: https://ops.example.com/r/BalanceDrift': ['alert BalanceDrift'],
        'runbook: balance-drift # why': ['alert balance-drift'],
        '- alert: BalanceDrift': ['alert BalanceDrift'],
        'if [[ -f x ]]; then': [],
      },
      'alerts.yaml',
    );
    it('does not read a variable called alert', () => assert.deepEqual(scanned('alert: Boolean'), []));
  });

  describe('codes of a linter', () => {
    scansTo({
      'x = 1  # noqa: ADR001': [],
      'x = 1  # noqa: E501, ADR001 ADR002': [],
      '# pylint: disable=ADR-0003': [],
      '/* eslint-disable acme/ADR-0003, ADR-0004 */': [],
      '// eslint-disable-next-line ADR-0003 -- as ADR-0012 says': ['id ADR 0012'],
      'x: int = y  # type: ignore[ADR001]  # see ADR-0012': ['id ADR 0012'],
      'a() // nolint:errcheck,ADR003 // ADR-0012': ['id ADR 0012'],
      '@SuppressWarnings({"ADR003", "ADR004"})': [],
      '# noqa ADR-0012': ['id ADR 0012'],
      '# noqa: E501 ADR-0012 asks for it': ['id ADR 0012'],
      'to disable: ADR-0012': ['id ADR 0012'],
    });
  });

  describe('what a program put into a text', () => {
    const cell = (outputs: string) =>
      `{"cells": [{"source": ["# ADR-0012, \\"outputs\\": [1]"],\n "outputs": ${outputs}},\n{"source": ["ADR-0013"]}]}`;
    scansTo(
      {
        [cell('[{"text": ["ADR-0003 ]\\" rows"], "data": {"x": []}}]')]: ['id ADR 0012', 'id ADR 0013'],
        [cell('[]')]: ['id ADR 0012', 'id ADR 0013'],
        [cell('[{"text": "ADR-0003')]: ['id ADR 0012'],
      },
      'a.ipynb',
    );
    scansTo({ 'url(data:font/woff2;base64,d09GMgABAAAA/ADR-0003+AAAA) ADR-0012': ['id ADR 0012'] });
  });

  describe('regression: the number in the title of a file that has another', () => {
    const path = 'docs/adr/0008-use-x.md';
    scansTo(
      {
        '# ADR-0006: Use X\n\nSee ADR-0006.': ['id ADR 0006'],
        '---\ntitle: x\n---\n\n# ADR-0006 Use X\n': [],
        'ADR-0006: Use X\n===============\n': [],
        '# ADR-0006 follow-up\n': ['id ADR 0006'],
        '# Replace ADR-0006\n': ['id ADR 0006'],
        '# Use X\n\n# ADR-0006 as well\n': ['id ADR 0006'],
        '# ADR-0006, revisited\n': ['id ADR 0006'],
        '# ADR-0008: Use X\n': ['id ADR 0008'],
      },
      path,
    );
    scansTo({ '# ADR-0006: Use X\n': ['id ADR 0006'] }, 'docs/notes.md');
  });

  describe('near misses', () => {
    scansTo({
      'ADR-{x} ADR-NNNN ADR-12ab': [],
      'MADR 2.1.2, ADR 1.2': [],
      'adr x0, adr1 = adr 5': [],
      'cadr-0012 badr 0012': [],
      'AES128 HTTP 404 v1-2': [],
    });
    it('skips binary text and lines of more than 20,000 characters', () => {
      assert.deepEqual(scanned('ADR-12\0'), []);
      assert.deepEqual(scanned(`${'x '.repeat(10_001)}ADR-12\nADR-13`), ['id ADR 13']);
    });
  });
});
