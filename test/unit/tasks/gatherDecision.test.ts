import { deepEqual } from 'node:assert/strict';
import { gatherDecision } from '../../../src/core/tasks/gatherDecision';
import { projectOf } from '../project/projectSupport';
import { adr } from '../rules/support';
import { MemoryFiles } from '../support/memoryFiles';

describe('what a decision about uncommitted changes is gathered from', () => {
  it('is the records of it; one that no commit has is added', async () => {
    const files = new MemoryFiles();
    for (const name of ['1. Untracked', '2. Staged', '3. Old', '4. Tied']) {
      files.set(`docs/adr/000${name[0]}-x.md`, adr(name, 'Accepted'));
    }
    files.set('src/a.ts', '// ADR-0004\n');
    const project = projectOf(files);
    await project.load();
    const changes = [
      { path: 'docs/adr/0001-x.md', kind: 'untracked' },
      { path: 'docs/adr/0002-x.md', kind: 'staged', added: true },
      { path: 'docs/adr/0003-x.md', kind: 'staged' },
      { path: 'src/a.ts', kind: 'unstaged' },
    ] as const;
    const { change, records } = await gatherDecision(null, changes, { files, project });
    deepEqual(change, null);
    deepEqual(
      records.map(({ title, how }) => `${how} ${title}`),
      ['added Untracked', 'added Staged', 'changed Old', 'cites Tied'],
    );
  });
});
