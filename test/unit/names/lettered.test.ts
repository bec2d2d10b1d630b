import assert from 'node:assert/strict';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';

const decision = (title: string, status: string) => `# ${title}\n\n## Status\n\n${status}\n\n## Decision\n\nWe do.\n`;

describe('numbers with a letter behind them', () => {
  it('are records of their own, in titles, citations and supersessions', async () => {
    const project = projectOf(
      memoryFiles({
        'docs/adr/ADR-0051-queue.md': decision('ADR-0051: Queue', 'Accepted'),
        'docs/adr/ADR-0051a-retries.md': decision('ADR-0051a: Retries', 'Superseded by ADR-0051b'),
        'docs/adr/ADR-0051b-backoff.md': decision('ADR-0051b: Backoff', 'Accepted\n\nSupersedes ADR-0051a'),
      }),
    );
    await project.load();
    assert.deepEqual(
      project.records().map(({ id, title, supersededBy }) => [id, title, ...supersededBy.map(({ path }) => path)]),
      [
        ['0051', 'Queue'],
        ['0051a', 'Retries', 'docs/adr/ADR-0051b-backoff.md'],
        ['0051b', 'Backoff'],
      ],
    );
    const text = '// ADR-0051, adr-51a and ADR 0051b; ADR-0051c, ADR-0012b, ADR-0051am, ADR 12b';
    assert.deepEqual(
      project.referencesIn('src/a.ts', text).map((one) => [one.text, one.target ?? one.resolution]),
      [
        ['ADR-0051', 'docs/adr/ADR-0051-queue.md'],
        ['adr-51a', 'docs/adr/ADR-0051a-retries.md'],
        ['ADR 0051b', 'docs/adr/ADR-0051b-backoff.md'],
      ],
    );
  });
});
