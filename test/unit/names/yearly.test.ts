import assert from 'node:assert/strict';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';

const decision = (title: string, status: string) => `# ${title}\n\n## Status\n\n${status}\n\n## Decision\n\nWe do.\n`;

describe('numbers that begin anew each year', () => {
  const files = {
    'docs/adr/ADR-2023-001-queue.md': decision('ADR-2023-001: Queue', 'Accepted'),
    'docs/adr/ADR-2024-001-cache.md': decision('ADR-2024-001: Cache', 'Superseded by ADR-2024-002 and ADR-2023-001'),
    'docs/adr/ADR-2024-002-search.md': decision('ADR-2024-002: Search', 'Accepted'),
    'docs/notes/2024-003-mail.md': '# 2024-003 Mail\n\nOf a shop.\n',
  };

  it('are the records’ numbers, in titles, citations and supersessions', async () => {
    const project = projectOf(memoryFiles(files));
    await project.load();
    assert.deepEqual(
      project.records().map(({ id, idPrefix, title }) => [idPrefix, id, title]),
      [
        ['ADR', '2023-001', 'Queue'],
        ['ADR', '2024-001', 'Cache'],
        ['ADR', '2024-002', 'Search'],
      ],
    );
    assert.deepEqual(
      project.record('docs/adr/ADR-2024-001-cache.md')?.supersededBy.map(({ path }) => path),
      ['docs/adr/ADR-2024-002-search.md', 'docs/adr/ADR-2023-001-queue.md'],
    );
    const text =
      '// ADR-2023-001, adr-2024-001; ADR-2024-009, ADR-1999-001, ADR-2024-05-06, docs/adr/ADR-2024-002-find.md';
    assert.deepEqual(
      project.referencesIn('src/a.ts', text).map((one) => [one.text, one.target ?? one.resolution]),
      [
        ['ADR-2023-001', 'docs/adr/ADR-2023-001-queue.md'],
        ['adr-2024-001', 'docs/adr/ADR-2024-001-cache.md'],
        ['ADR-2024-009', 'missing'],
        ['docs/adr/ADR-2024-002-find.md', 'ambiguous'],
      ],
    );
  });

  it('are none where the year is a number as any other', async () => {
    const project = projectOf(memoryFiles({ 'docs/adr/2024-use-x.md': decision('2024. Use X', 'Accepted') }));
    await project.load();
    const found = project.referencesIn('src/a.ts', '// ADR-2024 and ADR-2024-001');
    assert.deepEqual(
      found.map((one) => [one.text, one.target]),
      [['ADR-2024', 'docs/adr/2024-use-x.md']],
    );
  });
});

describe('numbers that begin anew each day', () => {
  const files = {
    'docs/adr/20240506-01-use-a-queue.md': decision('ADR-20240506-01: Use a queue', 'Superseded by ADR-20240507-02'),
    'docs/adr/20240507-02-use-a-log.md': decision('ADR-20240507-02: Use a log', 'Accepted'),
    'docs/adr/20240508-10-things.md': decision('Ten things', 'Accepted'),
    'docs/adr/20240509-keep-it.md': decision('Keep it', 'Accepted'),
  };

  it('are the records’ numbers, in titles, citations and supersessions', async () => {
    const project = projectOf(memoryFiles(files));
    await project.load();
    assert.deepEqual(
      project.records().map(({ id, title, date }) => [id, title, date]),
      [
        ['20240506-01', 'Use a queue', '2024-05-06'],
        ['20240507-02', 'Use a log', '2024-05-07'],
        ['20240508-10', 'Ten things', '2024-05-08'],
        ['20240509-keep-it', 'Keep it', '2024-05-09'],
      ],
    );
    const [queue, log] = Object.keys(files);
    assert.deepEqual(
      project.record(queue ?? '')?.supersededBy.map(({ path }) => path),
      [log],
    );
    const text = '// ADR-20240506-01, ADR_20240507_02; ADR-20240506-09, ADR-20240507 docs/adr/20240506-01';
    assert.deepEqual(
      project.referencesIn('src/a.ts', text).map((one) => [one.text, one.target ?? one.resolution]),
      [
        ['ADR-20240506-01', queue],
        ['ADR_20240507_02', log],
        ['ADR-20240506-09', 'missing'],
        ['docs/adr/20240506-01', queue],
      ],
    );
  });
});
