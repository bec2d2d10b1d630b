import assert from 'node:assert/strict';
import { removedSince } from '../../../src/core/tasks/removedRecords';
import type { FolderHistory } from '../../../src/core/tasks/workplace';
import { projectOf } from '../project/projectSupport';
import { memoryFiles } from '../support/memoryFiles';

const text = (title: string) => `# ${title}\n\n## Status\n\nAccepted\n\n## Decision\n\nWe do.\n`;
const bo = { hash: 'a'.repeat(40), parent: null, author: 'Bo', own: false };

/** All that is asked for is gone since, and was removed by Bo. */
function history(asked: string[]): Pick<FolderHistory, 'changedSince' | 'committed'> {
  const paths = ['docs/adr/0001-rows.md', 'docs/adr/0002-events.md', 'src/a.ts'];
  return {
    changedSince: async (_files, _since, _reader, isWanted) =>
      paths.filter(isWanted).map((path) => {
        asked.push(path);
        return { path, isGone: true, head: 'b'.repeat(40), before: { commit: 'c'.repeat(40), path }, commits: [bo] };
      }),
    committed: async (_commit, path) => text(path.includes('rows') ? '1. Store rows' : '2. Send events'),
  };
}

describe('the records that a handoff links to', () => {
  const removed = async (files: Readonly<Record<string, string>>, linked: readonly string[], asked: string[] = []) => {
    const project = projectOf(memoryFiles(files));
    await project.load();
    const found = await removedSince(project, linked, 0, history(asked));
    return found.map(({ path, label, title, people }) => [path, label, title, ...people]);
  };
  const other = { 'docs/adr/0003-x.md': text('3. Others') };

  it('are told of where they were removed, as they were', async () =>
    assert.deepEqual(await removed(other, ['docs/adr/0001-rows.md']), [[null, 'ADR-0001', 'Store rows', 'Bo']]));

  it('are not told of where they are at another place now', async () => {
    const moved = { ...other, 'docs/adr/old/0002-events.md': text('2. Send events') };
    assert.deepEqual(await removed(moved, ['docs/adr/0002-events.md']), []);
  });

  it('cost no call of git where all are there, or are no records', async () => {
    const asked: string[] = [];
    await removed(other, ['docs/adr/0003-x.md', 'src/a.ts'], asked);
    assert.deepEqual(asked, []);
  });
});
