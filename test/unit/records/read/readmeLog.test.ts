import { deepEqual } from 'node:assert/strict';
import { projectOf } from '../../project/projectSupport';
import { memoryFiles } from '../../support/memoryFiles';

const entry = (title: string) => `## ${title}\n\n**Status:** Accepted\n\n### Decision\n\nWe do it.\n`;

describe('a README that is the log of decisions', () => {
  const recordsOf = async (files: Readonly<Record<string, string>>) => {
    const project = projectOf(memoryFiles(files));
    await project.load();
    return project.records().map(({ path, id }) => [path, id]);
  };
  const log = `# Decisions\n\n${entry('ADR-001: Bill by the month')}\n${entry('ADR-002: Pay by the week')}`;

  it('holds a record a section', async () => {
    deepEqual(await recordsOf({ 'docs/adr/README.md': log }), [
      ['docs/adr/README.md', null],
      ['docs/adr/README.md#adr-001-bill-by-the-month', '001'],
      ['docs/adr/README.md#adr-002-pay-by-the-week', '002'],
    ]);
  });

  it('holds none where it tells of the records beside it, or of no decision', async () => {
    const record = `# 1. Bill by the month\n\n${entry('Status').slice(0, -1)}`;
    deepEqual(await recordsOf({ 'docs/adr/README.md': log, 'docs/adr/001-bill-by-the-month.md': record }), [
      ['docs/adr/001-bill-by-the-month.md', '001'],
    ]);
    deepEqual(
      await recordsOf({ 'docs/adr/README.md': '# Decisions\n\n## 1. Why\n\nText.\n\n## 2. How\n\nText.\n' }),
      [],
    );
  });

  it('is one only as long as no record lies beside it', async () => {
    const store = memoryFiles({ 'docs/adr/README.md': log });
    const project = projectOf(store);
    await project.load();
    const path = 'docs/adr/001-bill-by-the-month.md';
    store.set(path, `# 1. Bill by the month\n\n${entry('Status').slice(0, -1)}`);
    await project.apply([{ path, kind: 'changed' }]);
    deepEqual(
      project.records().map((record) => record.path),
      [path],
    );
    store.delete(path);
    await project.apply([{ path, kind: 'deleted' }]);
    deepEqual(project.records().length, 3);
  });
});
