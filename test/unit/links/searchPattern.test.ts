import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { resolveAll } from '../../../src/core/links/resolve';
import { scanReferences } from '../../../src/core/links/scan';
import { commonPattern, furtherPattern } from '../../../src/core/links/searchPattern';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';
import { docRecord } from '../support/records';

const adr = (title: string) => `# ${title}\n\n## Status\n\nAccepted\n\n## Decision\n\nWe do.\n`;
const files = {
  'docs/adr/0001-use-files.md': adr('1. Use files'),
  'docs/adr/20200927-avoid-default-exports.md': adr('Avoid default exports'),
  'docs/net/NET-ADR-0007-routes.md': adr('NET-ADR-0007: Routes'),
  'docs/decisions/0012/README.md': adr('12. Use Postgres'),
  'rfcs/0003-async.md': adr('RFC 3: Async'),
  'docs/runbooks/balance-drift.md': '# Balance drift\n\n1. Freeze.\n',
  'proposals/KIP-0042-x.md': adr('KIP-0042: X'),
};

/** Pieces that references are made of, and that look like them. */
const pieces = [
  ...[
    'ADR',
    'adr',
    'Adr',
    'ADRs',
    'RFC',
    'rfc',
    'NET-ADR',
    'KIP',
    'DR',
    'DECISION',
    'UTF',
    '@adr',
    '[[',
    ']]',
    '-',
    ' ',
    '_',
    ':kip:`',
    '`',
  ],
  ...[
    '#',
    ': ',
    '/',
    '.',
    '12',
    '0012',
    '0001',
    '7',
    '0042',
    '3',
    '0003',
    'use-files',
    'avoid-default-exports',
    'docs/adr/',
  ],
  ...[
    'docs/decisions/',
    'proposals/',
    'rfcs/',
    '../',
    '.md',
    '.html',
    '.txt',
    '.mdx',
    '.adoc',
    '.d2',
    '.drawio',
    '?',
    '\r\n',
    'text/',
    '0001-use-files',
    'runbook: ',
    'runbook_url = "',
  ],
  ...[
    'alert: ',
    'BalanceDrift',
    'balance-drift',
    '20200927-avoid-default-exports',
    ' and ',
    ', ',
    '\u2011',
    '(',
    ')',
    '"',
    'x',
  ],
  ...['https://github.com/acme/app/blob/main/', '\n// ', '// '],
];

describe('the pattern that code is searched by', () => {
  it('matches each text that has a reference', async () => {
    const project = projectOf(memoryFiles(files));
    await project.load();
    const { world } = project;
    const pattern = new RegExp(`${commonPattern}|${furtherPattern(project.records())}`, 'm');
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('src/a.ts', 'ops/a.yaml'),
        (parts, path) => {
          const text = parts.join('');
          if (!world || resolveAll(scanReferences(text, path), path, world).length === 0) return;
          found++;
          ok(pattern.test(text), JSON.stringify(text));
        },
      ),
      {
        numRuns: 6_000,
        examples: [
          [['ADR', '-', '12'], 'src/a.ts'],
          [['KIP', '-', '0042'], 'src/a.ts'],
          [[':kip:`', '0042', '`'], 'src/a.ts'],
        ],
      },
    );
    ok(found > 200, String(found));
  });

  it('passes over what most code is full of', () => {
    equal(furtherPattern([docRecord('docs/adr/0001-a.md')]), null);
    const pattern = new RegExp(commonPattern, 'm');
    const plain = [
      '// SPDX-License-Identifier: GPL-2.0',
      "const address = quadratic(load('utf-8'), 'ISO-8601');",
      '[[nodiscard]] int alert();',
      'if (x.length > 3) return y.toString();',
      'If O.[[Prototype]] is null, return; target.addEventListener(name); Math.add(1.2);',
    ];
    for (const line of plain) equal(pattern.test(line), false, line);
  });
});
