import { strict as assert } from 'node:assert';
import { recordRow } from '../../../src/core/drafts/parts/decisions';
import { type TouchedFile, touchedRecords } from '../../../src/core/drafts/touchedRecords';
import { relativeHref } from '../../../src/core/files/relativeHref';
import type { Project } from '../../../src/core/project';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';

const modified = (path: string): TouchedFile => ({ path, status: 'modified' });

const files = {
  'docs/adr/0001-one-ledger.md': '# 1. One ledger\n\n## Status\n\nAccepted\n\n## Decision\n\nWe keep one.\n',
  'docs/adr/0002-event-sourcing.md':
    '# 2. Event sourcing\n\n## Status\n\nSuperseded by ADR-0001\n\n## Decision\n\nWe do not.\n',
  'docs/adr/0003-split.md':
    '---\nstatus: proposed\nscope: src/ledger/**\n---\n# 3. Split the ledger\n\n## Decision\n\nWe split it.\n',
  'docs/runbooks/balance drift.md':
    '# Balance drift\n\nConcerns `src/ledger/balance.ts`.\n\n1. Stop the worker\n2. Wait\n',
  'docs/guide.md': '# Guide\n',
  'src/ledger/balance.ts': '// ADR-0001, ADR-0002\n',
  'src/ledger/other.ts': '// nothing\n',
  'src/web.ts': '// nothing\n',
};

describe('records that the work touched', () => {
  let project: Project;
  before(async () => {
    project = projectOf(memoryFiles(files));
    await project.load();
  });
  const touched = (...touchedFiles: readonly TouchedFile[]) =>
    touchedRecords(project, touchedFiles, 'docs/handoffs/2026-11-20-ann-to-kenji.md');
  const ties = (...touchedFiles: readonly TouchedFile[]) =>
    touched(...touchedFiles).map(({ path, how }) => `${how} ${path.split('/').at(-1)}`);

  it('are those that are tied to a file, strongest first, and no retired ones', () => {
    assert.deepEqual(ties(modified('src/ledger/balance.ts')), [
      'cites 0001-one-ledger.md',
      'scope 0003-split.md',
      'names balance drift.md',
    ]);
  });

  it('are first of all those that changed, retired ones too', () => {
    const changed = [modified('docs/adr/0002-event-sourcing.md'), modified('src/ledger/other.ts')];
    assert.deepEqual(ties(...changed), ['changed 0002-event-sourcing.md', 'scope 0003-split.md']);
  });

  it('are new where one of the commits added them', () => {
    const both = [modified('docs/adr/0003-split.md'), { path: 'docs/adr/0003-split.md', status: 'added' } as const];
    assert.deepEqual(ties(...both), ['added 0003-split.md']);
    assert.deepEqual(ties(...[...both].reverse()), ['added 0003-split.md']);
  });

  it('are not those that were only moved', () => {
    const moved = { path: 'docs/adr/0003-split.md', status: 'renamed', added: 0, removed: 0 } as const;
    assert.deepEqual(ties(moved), []);
    assert.deepEqual(ties({ ...moved, added: 1 }), ['changed 0003-split.md']);
    assert.deepEqual(ties(moved, modified('docs/adr/0003-split.md')), ['changed 0003-split.md']);
  });

  it('are not told twice', () => {
    const all = ['src/ledger/balance.ts', 'src/ledger/other.ts', 'docs/adr/0003-split.md'].map(modified);
    const split = touched(...all).filter(({ path }) => path.endsWith('0003-split.md'));
    assert.deepEqual(
      split.map(({ how }) => how),
      ['changed'],
    );
  });

  it('are told with a retired one that a file cites, and with what holds instead, where that is asked for', () => {
    const cited = touchedRecords(project, [modified('src/ledger/balance.ts')], 'q.md', 'retired-too');
    assert.deepEqual(
      cited.map(({ label, status, how, replacedBy }) => [label, status, how, replacedBy]),
      [
        ['ADR-0001', 'accepted', 'cites', undefined],
        ['ADR-0002', 'superseded', 'cites', ['ADR-0001']],
        ['ADR-0003', 'proposed', 'scope', undefined],
        [null, 'none', 'names', undefined],
      ],
    );
    const rows = cited.map((record) => recordRow(record).replace(/^.*?\) · /, ''));
    assert.deepEqual(rows, [
      'accepted · `src/ledger/balance.ts` cites it',
      'superseded by ADR-0001 · `src/ledger/balance.ts` cites it',
      'proposed · `src/ledger/balance.ts` is in its scope',
      'names `src/ledger/balance.ts`',
    ]);
  });

  it('are none where nothing is linked', () => assert.deepEqual(ties(modified('src/web.ts'), modified('gone.ts')), []));

  it('say what is known of them', () => {
    assert.deepEqual(touched(modified('src/ledger/other.ts')), [
      {
        path: 'docs/adr/0003-split.md',
        href: '../adr/0003-split.md',
        kind: 'decision',
        label: 'ADR-0003',
        title: 'Split the ledger',
        status: 'proposed',
        statusText: 'proposed',
        how: 'scope',
        files: ['src/ledger/other.ts'],
        ties: [{ file: 'src/ledger/other.ts', evidence: { reason: 'scope', glob: 'src/ledger/**', files: 2 } }],
      },
    ]);
  });

  const hrefs: readonly [folder: string, path: string, href: string][] = [
    ['docs/handoffs', 'docs/runbooks/balance drift.md', '../runbooks/balance%20drift.md'],
    ['', 'docs/adr/1.md', 'docs/adr/1.md'],
    ['docs/adr', 'docs/adr/1.md', '1.md'],
    ['a/b/c', 'd.md', '../../../d.md'],
    ['docs', 'docs-old/100%.md', '../docs-old/100%25.md'],
  ];
  for (const [folder, path, href] of hrefs) {
    it(`leads from "${folder}" to ${path}`, () => assert.equal(relativeHref(folder, path), href));
  }
});
