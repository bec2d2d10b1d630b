import { deepEqual, equal } from 'node:assert/strict';
import { decisionFacts } from '../../../src/core/pullRequests/decisionFacts';
import { touched } from '../drafts/support';
import { branchCommit, file, pullRequest } from './support';

describe('what a decision about a branch begins with', () => {
  it('is what git and the code show: files, records, and other ways that its commits name', () => {
    const body =
      'Reads are slow.\n\nWe use a replica. Rather than a cache in Redis, which loses writes.\nIt stays small.';
    const commits = [branchCommit(1, 'Read balances from a replica', { body })];
    const records = [
      touched('docs/adr/0012-x.md', {
        label: 'ADR-0012',
        title: 'Use PostgreSQL',
        how: 'changed',
        statusText: 'Accepted',
      }),
      touched('docs/adr/0009-y.md', { label: 'ADR-0009', title: 'Only near', how: 'names' }),
    ];
    const { change } = pullRequest(commits, { files: [file('src/a.ts', 1, 0), file('src/b.ts', 9, 9)] });
    const lines = decisionFacts({ change, uncommitted: [], records });
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

  it('tells what is not committed yet beside what is', () => {
    const { change } = pullRequest([branchCommit(1, 'Count')], { files: [file('src/a.ts')] });
    const uncommitted = [{ path: 'src/b.ts', kind: 'unstaged' } as const];
    deepEqual(decisionFacts({ change, uncommitted, records: [] }), [
      '`ledger-split` changes 1 file in 1 commit that `main` does not have:',
      '',
      '- `src/a.ts`',
      '',
      'Not committed yet:',
      '',
      '- `src/b.ts`',
    ]);
  });

  it('is what is not committed yet where no commit is of the branch alone', () => {
    const paths = Array.from({ length: 10 }, (_, at) => `src/${at}.ts`);
    const uncommitted = paths.map((path) => ({ path, kind: 'untracked' }) as const);
    const lines = decisionFacts({ change: null, uncommitted, records: [touched('docs/adr/0012-x.md')] });
    deepEqual(lines.slice(0, 3), ['Not committed yet:', '', '- `src/0.ts`']);
    deepEqual(lines.slice(9, 13), ['- `src/7.ts`', '- and 2 more', '', 'Records that it touches:']);
  });

  it('says where git could not tell what is not committed', () => {
    const { change } = pullRequest([branchCommit(1, 'Count')]);
    equal(
      decisionFacts({ change, uncommitted: null, records: [] }).at(-1),
      'Git could not say what is not committed yet.',
    );
  });
});
