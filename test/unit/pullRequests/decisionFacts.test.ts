import { deepEqual } from 'node:assert/strict';
import { decisionFacts } from '../../../src/core/pullRequests/decisionFacts';
import { branchCommit, file, linkedRecord, pullRequest } from './support';

describe('what a decision about a branch begins with', () => {
  it('is what git and the code show: files, records, and other ways that its commits name', () => {
    const body =
      'Reads are slow.\n\nWe use a replica. Rather than a cache in Redis, which loses writes.\nIt stays small.';
    const commits = [branchCommit(1, 'Read balances from a replica', { body })];
    const records = [
      linkedRecord('docs/adr/0012-x.md', {
        label: 'ADR-0012',
        title: 'Use PostgreSQL',
        how: 'changed',
        statusText: 'Accepted',
      }),
      linkedRecord('docs/adr/0009-y.md', { label: 'ADR-0009', title: 'Only near', how: 'names' }),
    ];
    const lines = decisionFacts(
      pullRequest(commits, { records, files: [file('src/a.ts', 1, 0), file('src/b.ts', 9, 9)] }),
    );
    deepEqual(lines.slice(1), [
      '',
      '- `src/b.ts`',
      '- `src/a.ts`',
      '',
      'Records that it touches:',
      '',
      '- edits ADR-0012 Use PostgreSQL (Accepted)',
      '',
      'Its commits say of other ways:',
      '',
      `- Rather than a cache in Redis, which loses writes. (\`${commits[0]?.hash.slice(0, 7)}\`)`,
    ]);
  });
});
