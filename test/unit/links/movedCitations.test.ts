import { deepEqual, equal } from 'node:assert/strict';
import { movedCitations } from '../../../src/core/links/movedCitations';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';

const old = 'docs/adr/0001-use-a-queue.md';
const record = '# 1. Use a queue\n\n## Status\n\nAccepted\n';

/** The files after the move, with what cites the record mended. */
async function afterMove(files: Readonly<Record<string, string>>, moves: ReadonlyMap<string, string>) {
  const project = projectOf(memoryFiles(files));
  await project.load();
  const texts = new Map(Object.entries(files).map(([path, text]) => [path, text.split('\n')]));
  const edits = [...movedCitations(project, moves)].sort((a, b) => b.line - a.line || b.column - a.column);
  for (const { file, line, column, length, text } of edits) {
    const lines = texts.get(file) ?? [];
    const row = lines[line - 1] ?? '';
    lines[line - 1] = row.slice(0, column - 1) + text + row.slice(column - 1 + length);
  }
  return Object.fromEntries([...texts].map(([path, lines]) => [moves.get(path) ?? path, lines.join('\n')]));
}

describe('what cites a record that moves', () => {
  it('is a page of the same Antora site by its place below the pages', async () => {
    const page = 'modules/ROOT/pages/adr/0001-use-a-queue.adoc';
    const site = {
      'antora.yml': 'name: app\n',
      [page]: '= 1. Use a queue\n\n== Status\n\nAccepted\n',
      'modules/ROOT/pages/ops/b.adoc': 'See xref:adr/0001-use-a-queue.adoc[].',
      'modules/other/pages/c.adoc': 'See xref:ROOT:adr/0001-use-a-queue.adoc#why[].',
    };
    const files = await afterMove(site, new Map([[page, 'modules/ROOT/pages/old/0001-use-a-queue.adoc']]));
    equal(files['modules/ROOT/pages/ops/b.adoc'], 'See xref:old/0001-use-a-queue.adoc[].');
    equal(files['modules/other/pages/c.adoc'], 'See xref:ROOT:old/0001-use-a-queue.adoc#why[].');
  });

  const cases: readonly [from: string, line: string, mended: string][] = [
    ['src/a.ts', '// see docs/adr/0001-use-a-queue.md', '// see docs/decisions/0001-use-two-queues.md'],
    ['src/a.ts', '// see docs/adr/0001-use-a-queue', '// see docs/decisions/0001-use-two-queues'],
    ['src/a.ts', '// ../docs/adr/0001-use-a-queue.md#why', '// ../docs/decisions/0001-use-two-queues.md#why'],
    ['docs/b.md', '[one](adr/0001-use-a-queue.md)', '[one](decisions/0001-use-two-queues.md)'],
    ['docs/adr/0002-b.md', '[one](0001-use-a-queue.md "t")', '[one](../decisions/0001-use-two-queues.md "t")'],
    ['notes.md', '[[0001-use-a-queue]]', '[[0001-use-two-queues]]'],
    ['src/a.ts', '// ADR-0001 and docs/adr/0009-gone.md', '// ADR-0001 and docs/adr/0009-gone.md'],
  ];
  for (const [from, line, mended] of cases) {
    it(`${from}: ${line}`, async () => {
      const moved = 'docs/decisions/0001-use-two-queues.md';
      const files = await afterMove(
        { [old]: record, 'docs/decisions/0003-c.md': record, [from]: line },
        new Map([[old, moved]]),
      );
      equal(files[from], mended);
      const project = projectOf(memoryFiles(files));
      await project.load();
      const targets = project.backlinks(moved).filter(({ file }) => file === from);
      equal(targets.length, 1, 'the mended text leads to the record');
    });
  }

  const inMoved: readonly (readonly [line: string, to: string, mended: string])[] = [
    ['// ../docs/adr/0001-use-a-queue.md#why', 'src/deep/a.ts', '// ../../docs/adr/0001-use-a-queue.md#why'],
    ['// ../docs/adr/0001-use-a-queue.md', 'lib/a.ts', '// ../docs/adr/0001-use-a-queue.md'],
    ['// docs/adr/0001-use-a-queue.md, ADR-1', 'src/deep/a.ts', '// docs/adr/0001-use-a-queue.md, ADR-1'],
  ];
  for (const [line, to, mended] of inMoved) {
    it(`regression: has "${mended}" in a file that moves alone, for "${line}"`, async () => {
      const files = await afterMove({ [old]: record, 'src/a.ts': line }, new Map([['src/a.ts', to]]));
      equal(files[to], mended);
    });
  }

  it('regression: leaves a relative path alone that leads to the record from the new place, too', async () => {
    const line = '[one](../adr/0001-use-a-queue.md)';
    const [from, to] = ['docs/adr/0002-b.md', 'docs/adr/0003-b.md'];
    const files = await afterMove({ [old]: record, [from]: line }, new Map([[from, to]]));
    equal(files[to], line);
  });

  it('reads on in a citing file that moves with it', async () => {
    const moves = new Map([
      [old, 'doc/adr/0001-use-a-queue.md'],
      ['docs/b.md', 'doc/b.md'],
    ]);
    const files = await afterMove({ [old]: record, 'docs/b.md': 'adr/0001-use-a-queue.md\n' }, moves);
    deepEqual(files['doc/b.md'], 'adr/0001-use-a-queue.md\n');
  });

  it('regression: leaves a relative path alone in a file that moves along in the same folder', async () => {
    const files = {
      [`pay/${old}`]: record,
      'pay/src/a.ts': '// ../docs/adr/0001-use-a-queue.md\n',
      'b.ts': `// pay/${old}\n`,
    };
    const project = projectOf(memoryFiles(files));
    await project.load();
    const edits = movedCitations(project, new Map([['pay', 'billing']]));
    deepEqual(
      edits.map(({ file, text }) => [file, text]),
      [['b.ts', `billing/${old}`]],
    );
  });
});
