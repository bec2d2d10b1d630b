import type { PullRequestInput } from '../../../src/core/pullRequests/pullRequestInput';
import { party } from '../drafts/support';
import { branchCommit, file, linkedRecord, pullRequest } from './support';

/** LED-42: three commits, a migration, a proposed decision and one in force, owners in Tokyo. */
export function ledgerSplit(): PullRequestInput {
  return pullRequest(
    [
      branchCommit(3, 'Show the region in the statement', { files: ['web/src/Statement.tsx'] }),
      branchCommit(2, 'fixup! Split the ledger by region'),
      branchCommit(1, 'Split the ledger by region', {
        body: [
          'One table for all regions locks on every posting, and the nightly',
          'close takes four hours since October. See ADR-0033.',
          '',
          '- postings go to the table of their region',
          '- balances are read from all of',
          '  them',
          '',
          'Fixes #12',
        ].join('\n'),
        files: ['src/ledger/split.ts', 'db/migrations/0041_split.sql', 'test/ledger/split.test.ts'],
      }),
    ],
    {
      branch: 'ann/LED-42-split-ledger',
      ticket: 'LED-42',
      files: [
        file('src/ledger/split.ts', 120, 14),
        file('db/migrations/0041_split.sql', 40, 0, 'added'),
        file('test/ledger/split.test.ts', 80, 3),
        file('web/src/Statement.tsx', 12, 4),
        file('docs/adr/0033-split-the-ledger.md', 60, 0, 'added'),
      ],
      records: [
        linkedRecord('docs/adr/0033-split-the-ledger.md', {
          label: 'ADR-0033',
          title: 'Split the ledger by region',
          status: 'proposed',
          statusText: 'proposed',
          how: 'added',
          decision: 'We keep one table of postings for each region.',
          files: [],
        }),
        linkedRecord('docs/adr/0012-amounts-in-cents.md', {
          label: 'ADR-0012',
          title: 'Keep amounts in cents',
          decision: 'Amounts are whole cents.',
          files: ['src/ledger/split.ts'],
        }),
        linkedRecord('docs/runbooks/nightly-close.md', {
          kind: 'runbook',
          how: 'names',
          title: 'Nightly close',
          status: 'none',
          files: ['src/ledger/split.ts'],
        }),
      ],
      commands: [
        { command: 'npm test', source: 'package.json' },
        { command: 'make check', source: 'README.md' },
      ],
      reviewers: [
        { owner: '@kenji', person: party('Kenji Mori', 'Asia/Tokyo'), files: 3 },
        { owner: '@acme/web', person: null, files: 1 },
      ],
    },
  );
}

/** A commit without words, in documents alone. */
export function bareBranch(): PullRequestInput {
  return pullRequest([branchCommit(1, 'Correct two links', { files: ['docs/guide.md'] })], {
    branch: null,
    files: [file('docs/guide.md', 2, 2)],
  });
}

/** Everything in it wants to be something else. */
export function hostileBranch(): PullRequestInput {
  const path = 'src/](javascript:alert(1))<img src=x>.ts';
  return pullRequest(
    [
      branchCommit(1, '<script>alert(1)</script> @everyone closes #1 ‹what›', {
        body: [
          '# Heading',
          '<!-- hidden -->',
          'It fails, because cc @octocat, fixes acme/web#3 and https://evil.example/?q=`x`',
          '![x](https://evil.example/x.png) [y](command:x)',
          '',
          '---',
          '/label ~security',
          '```',
          '</details>```` ‹what›',
          '\u202Egnp.exe',
        ].join('\n'),
        files: [path],
      }),
    ],
    {
      branch: 'x/`$(id)`-@octocat',
      closings: [],
      refs: [],
      files: [file(path)],
      commands: [{ command: 'npm test', source: '`@octocat`.md' }],
      reviewers: [{ owner: '@acme/<b>', person: party('@octocat #1', 'Asia/Tokyo'), files: 1 }],
      records: [
        linkedRecord('docs/adr/0001.md', {
          title: 'Fixes #1 @octocat',
          decision: '<b>closes #2</b> @octocat',
          how: 'added',
        }),
      ],
    },
  );
}
