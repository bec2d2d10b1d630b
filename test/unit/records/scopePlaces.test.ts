import { deepEqual } from 'node:assert/strict';
import { readRecord } from '../../../src/core/records/read/readRecord';
import { scopeAt, scopePlaces } from '../../../src/core/records/scopePlaces';

/** `LINE:START-END glob` of each, by the path of the record. */
function placesIn(text: string, path = 'docs/adr/0012-own-the-ledger.md') {
  const outcome = readRecord({ path, kind: 'decision' }, text);
  const records = 'record' in outcome ? [outcome.record, ...(outcome.parts ?? [])] : [];
  return records.flatMap((record) =>
    scopePlaces(record, text).map(({ glob, line, start, end }) => `${line}:${start}-${end} ${glob}`),
  );
}

describe('where the globs of a scope stand', () => {
  const head = ['---', 'status: accepted', 'scope:', '  - src/ledger', '  - src/ledger/**/*.ts'];
  const text = [
    ...head,
    'files: [a.ts, b.ts]',
    'title: about src/ledger',
    '---',
    '# Own src/ledger',
    'scope: src/ledger',
  ];

  it('is in a list of the front matter, the longest one that stands there, and beside its key', () => {
    deepEqual(placesIn(text.join('\n')), [
      '4:4-14 src/ledger',
      '5:4-22 src/ledger/**/*.ts',
      '6:8-12 a.ts',
      '6:14-18 b.ts',
    ]);
  });

  it('is in a line of the head, as an item, a list below it, or a row', () => {
    const below = '\n\n## Context\n\nOf `src/ledger/**` and `web/**`.\n';
    const written = (...lines: readonly string[]) => placesIn(`# 12. Own the ledger\n\n${lines.join('\n')}${below}`);
    deepEqual(written('- Status: accepted', '- **Scope:** `src/ledger/**`, `web/**`'), [
      '4:14-27 src/ledger/**',
      '4:31-37 web/**',
    ]);
    deepEqual(written('- Status: accepted', '- Scope:', '  - `web/**`', '  - src/ledger/**'), [
      '5:5-11 web/**',
      '6:4-17 src/ledger/**',
    ]);
    deepEqual(written('| Status | accepted |', '| --- | --- |', '| Scope | `web/**` |'), ['5:11-17 web/**']);
  });

  it('is in the own part of one of several in a file, also where another has the same', () => {
    const part = (number: number, scope: string) =>
      `## ADR-${number}: Choose\n\n- Status: accepted\n- Scope: ${scope}\n\nDo it in \`web/**\`.\n`;
    const log = `# Decisions\n\n${part(1, '`web/**`')}\n${part(2, 'src/**/*.ts, `web/**`')}`;
    deepEqual(placesIn(log, 'DECISIONS.md'), ['6:10-16 web/**', '13:9-20 src/**/*.ts', '13:23-29 web/**']);
  });

  it('has one at each of its columns, and none beside them', () => {
    const places = [{ glob: 'a.ts', line: 6, start: 8, end: 12 }];
    deepEqual(
      [7, 8, 12, 13].map((column) => scopeAt(places, 6, column)?.glob ?? null),
      [null, 'a.ts', 'a.ts', null],
    );
    deepEqual(scopeAt(places, 5, 9), null);
  });
});
