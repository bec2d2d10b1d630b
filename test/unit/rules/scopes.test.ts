import { deepEqual, match } from 'node:assert/strict';
import type { PathHistory } from '../../../src/core/rules/pathHistory';
import { adr, linesIn, mended } from './support';

const two = {
  'docs/adr/0001-a.md': adr('1. A', 'Accepted'),
  'docs/adr/0002-b.md': adr('2. B', 'Accepted'),
};

describe('rules on the scopes of records', () => {
  it('finds a scope that matches no file', async () => {
    const scoped = (status: string, globs: string) =>
      `---\nstatus: ${status}\naffects: [${globs}]\n---\n\n# B\n\n## Context\n\nSome.\n`;
    const files = { ...two, 'src/pay/a.ts': '' };
    const scopes = async (text: string) => linesIn({ ...files, 'docs/adr/0002-b.md': text }, 'empty-scope');
    deepEqual(await scopes(scoped('accepted', '"src/pay/**", "src/ledger/**"')), [
      'docs/adr/0002-b.md:3:26 warning empty-scope The scope src/ledger/** matches no file.',
    ]);
    deepEqual(await scopes(scoped('accepted', '"src/pay/**", src/pay/a.ts, "**/*.ts", src/pay')), []);
    for (const status of ['proposed', 'superseded by ADR-0001'])
      deepEqual(await scopes(scoped(status, 'src/ledger/**')), [], status);

    deepEqual(await scopes(scoped('accepted', 'src/pay/gone.ts')), [
      'docs/adr/0002-b.md:3:11 warning empty-scope The scope src/pay/gone.ts matches no file.',
    ]);
    const inHead = '# B\n\nOf src/ledger/**.\n\n- Status: accepted\n- Scope: `src/ledger/**`\n\n## Context\n\nSome.\n';
    deepEqual(await scopes(inHead), [
      'docs/adr/0002-b.md:6:11 warning empty-scope The scope src/ledger/** matches no file.',
    ]);
    const moved = {
      ...files,
      'services/ledger/post.ts': '',
      'docs/adr/0002-b.md': scoped('accepted', 'src/ledger/*.ts'),
    };
    deepEqual(await linesIn(moved, 'empty-scope'), [
      'docs/adr/0002-b.md:3:11 warning empty-scope The scope src/ledger/*.ts matches no file; services/ledger/*.ts would match.',
    ]);
    match((await mended(moved, 'empty-scope'))['docs/adr/0002-b.md'] ?? '', /affects: \[services\/ledger\/\*\.ts\]/);
    const file = { ...moved, 'docs/adr/0002-b.md': scoped('accepted', '"ledger/post.ts"') };
    match((await mended(file, 'empty-scope'))['docs/adr/0002-b.md'] ?? '', /affects: \["services\/ledger\/post\.ts"\]/);
    const twice = { ...moved, 'apps/ledger/post.ts': '' };
    const other = { ...moved, 'docs/adr/0002-b.md': scoped('accepted', 'src/ledger/*.go') };
    for (const each of [twice, other])
      match((await linesIn(each, 'empty-scope')).join(), /The scope src\/ledger\/\*\.\w+ matches no file\.$/);
  });

  it('finds a scope of one of several records in a file that matches none, in its own lines', async () => {
    const part = (number: number, status: string, scope: string) =>
      `## ADR-${number}: Choose\n\n- Status: ${status}\n- Scope: ${scope}\n\n`;
    const log = [
      part(1, 'accepted', '`src/pay/**`'),
      part(2, 'accepted', '`src/gone/**`'),
      part(3, 'proposed', '`x/**`'),
    ];
    const files = { 'DECISIONS.md': `# Decisions\n\n${log.join('')}`, 'src/pay/a.ts': '', 'lib/gone/b.ts': '' };
    deepEqual(await linesIn(files, 'empty-scope'), [
      'DECISIONS.md:11:11 warning empty-scope The scope src/gone/** matches no file; lib/gone/** would match.',
    ]);
    match((await mended(files, 'empty-scope'))['DECISIONS.md'] ?? '', /Scope: `lib\/gone\/\*\*`/);
    const history: PathHistory = {
      departure: (record, path) =>
        record === 'DECISIONS.md' && path === 'src/gone'
          ? { kind: 'moved', to: 'src/pay', commit: { hash: 'abc1234', date: '2026-03-01' }, isLater: true }
          : null,
      change: () => null,
    };
    match((await linesIn(files, 'empty-scope', { history })).join(), /; src\/gone was moved to src\/pay in abc1234/);
  });

  it('tells of a scope whose folder git knows to have moved where that went', async () => {
    const history: PathHistory = {
      departure: (_, path) =>
        path === 'src/ledger'
          ? { kind: 'moved', to: 'src/books', commit: { hash: 'abc1234', date: '2026-03-01' }, isLater: true }
          : null,
      change: () => null,
    };
    const text = '---\nstatus: accepted\naffects: [src/ledger/**]\n---\n\n# B\n\n## Context\n\nSome.\n';
    const files = { ...two, 'src/books/a.ts': '', 'docs/adr/0002-b.md': text };
    deepEqual(await linesIn(files, 'empty-scope', { history }), [
      'docs/adr/0002-b.md:3:11 warning empty-scope The scope src/ledger/** matches no file; src/ledger was moved to src/books in abc1234 (2026-03-01).',
    ]);
    match(
      (await mended(files, 'empty-scope', { history }))['docs/adr/0002-b.md'] ?? '',
      /affects: \[src\/books\/\*\*\]/,
    );
  });
});
