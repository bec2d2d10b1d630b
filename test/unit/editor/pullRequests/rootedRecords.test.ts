import { deepEqual, equal } from 'node:assert/strict';
import type { Project } from '../../../../src/core/project';
import { fileOf } from '../../../../src/core/records/record';
import { rootedRecords } from '../../../../src/editor/pullRequests/model/rootedRecords';
import { projectOf } from '../../project/projectSupport';
import { memoryFiles } from '../../support/memoryFiles';

describe('records of a folder that is a part of its repository', () => {
  let project: Project;
  before(async () => {
    project = projectOf(
      memoryFiles({
        'docs/adr/0001-one-ledger.md': '# 1. One ledger\n\n## Status\n\nAccepted\n',
        'balance.ts': '// ADR-0001\n',
      }),
    );
    await project.load();
  });

  it('have their paths from the root of the repository', () => {
    const records = rootedRecords(project, 'apps/ledger');
    const decision = 'apps/ledger/docs/adr/0001-one-ledger.md';
    equal(records.record(decision)?.path, decision);
    deepEqual(
      records.linksFor('apps/ledger/balance.ts').map(({ record }) => record.path),
      [decision],
    );
  });

  it('have their files from there too where they share one', async () => {
    const part = (number: number) => `## ADR-${number}: Choose ${number}\n\n- Status: accepted\n\n`;
    const log = projectOf(memoryFiles({ 'DECISIONS.md': `# Decisions\n\n${part(1)}${part(2)}` }));
    await log.load();
    const found = rootedRecords(log, 'apps/ledger').recordsIn('apps/ledger/DECISIONS.md');
    deepEqual(
      found.map((record) => [record.path, fileOf(record)]),
      ['', '#adr-1-choose-1', '#adr-2-choose-2'].map((anchor) => [
        `apps/ledger/DECISIONS.md${anchor}`,
        'apps/ledger/DECISIONS.md',
      ]),
    );
  });

  it('say nothing of files of other folders, those of a similar name included', () => {
    const records = rootedRecords(project, 'apps/ledger');
    deepEqual([...records.linksFor('balance.ts'), ...records.linksFor('apps/ledger-2/balance.ts')], []);
    equal(records.record('docs/adr/0001-one-ledger.md'), undefined);
  });

  it('are the folder’s own where it is the root', () => {
    equal(rootedRecords(project, ''), project);
  });
});
