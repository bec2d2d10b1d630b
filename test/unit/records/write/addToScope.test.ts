import { deepEqual, equal, ok } from 'node:assert/strict';
import { readRecord } from '../../../../src/core/records/read/readRecord';
import type { DocRecord } from '../../../../src/core/records/record';
import { addToScope, canHaveScope } from '../../../../src/core/records/write/addToScope';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { docRecord } from '../../support/records';
import { readSample } from '../read/readSample';

function governing(text: string, path: string): string {
  const { scope } = readSample(text);
  const written = addToScope(docRecord('docs/adr/0007-use-foo.md', { scope }), text, path);
  return written.ok ? applyEdits(text, written.edits) : written.why;
}

describe('a path added to a scope that the head states', () => {
  it('goes on in that line, and leaves all else as it is', () => {
    const text = '# Use foo\n\n- Status: accepted\n- Scope: `src/ledger/**`\n\n## Context\n\nWhy.\n';
    equal(governing(text, 'src/books.ts'), text.replace('`src/ledger/**`', '`src/ledger/**`, `src/books.ts`'));
    equal(governing(text.replace('Scope', 'Date'), 'src/books.ts'), 'not-found');
  });
});

describe('a path added to the scope of one of several records in a file', () => {
  const file = 'docs/DECISIONS.md';
  const log = (...head: readonly string[]) =>
    [
      '# Decisions',
      '',
      '## ADR-0001: Use Go',
      '',
      ...head,
      '',
      'Because.',
      '',
      '## ADR-0002: Use gRPC',
      '',
      '- Status: Accepted',
      '',
    ].join('\n');

  /** To the first of them. */
  function added(text: string, path: string): string {
    const outcome = readRecord({ path: file, kind: 'decision' }, text);
    const part = 'parts' in outcome ? outcome.parts?.[0] : undefined;
    ok(part);
    const record: DocRecord = { ...part, dateSource: null, supersedes: [], supersededBy: [] };
    const written = addToScope(record, text, path);
    equal(canHaveScope(record, text), written.ok || written.why === 'already');
    return written.ok ? applyEdits(text, written.edits) : written.why;
  }

  it('is a line below its status, as that is written, and then a part of that line', () => {
    const once = log('- **Status**: Accepted', '- **Scope**: `src/a.ts`', '- **Date**: 2026-01-02');
    equal(added(log('- **Status**: Accepted', '- **Date**: 2026-01-02'), 'src/a.ts'), once);
    equal(added(once, 'src/b.ts'), once.replace('`src/a.ts`', '`src/a.ts`, `src/b.ts`'));
    equal(added(once, 'src/a.ts'), 'already');
  });

  it('is a row of its table', () => {
    const table = (...rows: readonly string[]) =>
      log('| Field | Value |', '| --- | --- |', '| Status | Accepted |', ...rows);
    equal(added(table(), 'src/a.ts'), table('| Scope | `src/a.ts` |'));
  });

  it('is refused where its status stands in a form that takes no other line', () => {
    equal(added(log('### Status', '', 'Accepted'), 'src/a.ts'), 'not-read-back');
    equal(added(log('**Status:** Accepted'), 'src/a.ts'), 'not-found');
  });

  it('is read only where it is a path or a glob', () => {
    const scopes = (value: string) => {
      const outcome = readRecord({ path: file, kind: 'decision' }, log('- Status: Accepted', `- Scope: ${value}`));
      return 'parts' in outcome ? outcome.parts?.[0]?.scope : undefined;
    };
    deepEqual(scopes('`src/a.ts`, src/ledger/**'), ['src/a.ts', 'src/ledger/**']);
    deepEqual(scopes('Frontend/Backend, the `ledger`'), []);
  });
});

describe('a path added to the scope of a record', () => {
  const body = '---\n# Use foo\n\nWe use foo.\n';
  const forms: readonly (readonly [before: string, after: string])[] = [
    ['---\nstatus: accepted\n', '---\nstatus: accepted\nscope:\n  - src/a.ts\n'],
    ['---\naffects: [src/b.ts]\nstatus: accepted\n', '---\naffects: [src/b.ts, src/a.ts]\nstatus: accepted\n'],
    ['---\nscope:\n- "src/**"\n', '---\nscope:\n- "src/**"\n- src/a.ts\n'],
    ['---\nscope: "src/**"\n', '---\nscope: ["src/**", src/a.ts]\n'],
    ['---\npaths: []\n', '---\npaths: src/a.ts\n'],
    [
      '---\nscope:\n  - src/**\nexclude:\n  - src/gen/**\n',
      '---\nscope:\n  - src/**\n  - src/a.ts\nexclude:\n  - src/gen/**\n',
    ],
  ];
  for (const [before, after] of forms) {
    it(`is written into ${JSON.stringify(before)}`, () => equal(governing(before + body, 'src/a.ts'), after + body));
  }

  it('is refused where it stands, and where there is no front matter', () => {
    equal(governing(`---\nscope: src/a.ts\n${body}`, 'src/a.ts'), 'already');
    equal(governing('# Use foo\n\n## Status\n\nAccepted\n', 'src/a.ts'), 'not-found');
    equal(governing(`---\nscope:\n  include: [src/**]\n  exclude: [src/gen/**]\n${body}`, 'lib/a.ts'), 'not-read-back');
  });
});
