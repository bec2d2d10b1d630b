import { deepEqual } from 'node:assert/strict';
import { folderDiagnostics } from '../../../../src/editor/workspace/folderDiagnostics';
import { projectOf } from '../../project/projectSupport';
import { memoryFiles } from '../../support/memoryFiles';

describe('what Show Diagnostics says of a folder', () => {
  it('is counts and timings, and no name, title or word of what is there (R56)', async () => {
    const files = memoryFiles({
      'docs/adr/0001-secret-plan.md': '# 1. Secret plan\n\n- Status: accepted\n- Deciders: Ann Secret\n',
      'docs/adr/0002-secret.md': '<<<<<<< secret\n# 2. Secret\n=======\n# 2. Other\n>>>>>>> theirs\n',
      'docs/runbooks/secret.md': '# Secret\n\n1. Run secret\n',
    });
    const project = projectOf(files);
    await project.load();
    deepEqual(folderDiagnostics('file', project, { records: 12.4, load: null, update: null }), [
      '- scheme: file',
      `- read: true, version ${project.version}`,
      '- records: 2 decision, 0 rfc, 1 runbook, 0 guide, 0 diagram, 0 handoff',
      '- not read in full: 1',
      '- last reading, records: 12 ms',
      '- last reading, records and references: not yet',
      '- last update: not yet',
    ]);
  });
});
