// The sample workspace's history, oldest first: who committed which files of test/fixtures/sample, and when.
// `was` gives a file the text that it had then: pairs of [text in the fixture, text at that commit]. Dates are those of
// a sample that is made in the week from 21 November 2026; `scripts/sample/days.mjs` moves the recent ones to any other
// week, in files and their names too, so that on any day Ann has work that she has not handed over.

const priya = 'Priya Raman <priya@ledger.example>';
const tom = 'Tom Becker <tom@ledger.example>';
const ana = 'Ana Souza <ana@ledger.example>';
const kenji = 'Kenji Mori <kenji@ledger.example>';
const ann = 'Ann Lee <ann@ledger.example>';

const supersededBy = (number, slug) => [[`Superseded by [ADR-${number}](${number}-${slug}.md)`, 'Accepted']];
const beforeReplica = [
  [
    'Amended by [ADR-0031](0031-read-balances-from-a-replica.md), which partly supersedes this record: reads only.\n\n',
    '',
  ],
];

const outbox = 'ledger/outbox.ts';
const posting = 'ledger/posting.ts';
const regionsFile = 'ledger/regions.ts';
const retryDelay = 'ledger/retryDelay.ts';
const outboxLag = 'docs/runbooks/outbox-lag.md';
const toKenji = 'docs/handoffs/2026-11-18-ann-lee-to-kenji-mori.md';
const toAnn = 'docs/handoffs/2026-11-20-kenji-mori-to-ann-lee.md';
const beforeMonthsEnd = [["\n4. Ten minutes behind at a month's end are known (LED-57): tell #ledger, and wait.", '']];
const beforeAnswer = [
  [
    `
## Read back by Kenji Mori, Thu 19 Nov 09:12 Asia/Tokyo (00:12 Europe/London)
<!-- at: 2026-11-19T00:12:00.000Z -->

> I look at what the relay waits for before I change anything, and tell you by Friday evening here.

Asks back:

> Is a copy of September's messages kept somewhere, too?
`,
    '',
  ],
];

/** A branch that only the remote has; its commits come from here and not from the fixture. */
const batches = 'LED-57-outbox-batches';
const posted = "  readonly kind: 'posted';\n";
const inBatches = [
  posted,
  `${posted}  /** Messages of one account stay in this order. */\n  readonly account: string;\n`,
];
const sized = [
  "import type { Transaction } from './database';\n",
  "import type { Transaction } from './database';\n\nexport const batchSize = 100;\n",
];
const smaller = [sized[0] ?? '', (sized[1] ?? '').replace('100', '20')];

/** Ann's branches since her last note: merged, in review, on her machine alone, and diverged from its remote. */
const delay = 'LED-60-retry-delay';
const late = 'LED-61-say-what-is-late';
const limits = 'LED-62-limits-per-customer';
const regions = 'LED-58-region-codes';
const timed = [
  "(body) values ($1)', [JSON.stringify(message)]",
  "(body, since) values ($1, now())', [JSON.stringify(message)]",
];
const named = ["  readonly kind: 'posted';\n", "  readonly kind: 'posted' | 'late';\n"];
const limited = [
  '    await spend(transaction, posting.from, posting);\n',
  '    await spend(transaction, posting.from, posting);\n    // The limit of a customer is looked up here.\n',
];
const fourth = ["'eu' | 'apac' | 'latam'", "'eu' | 'apac' | 'latam' | 'mena'"];
const coded = ["const [prefix] = account.split('-');", "const [prefix] = account.toLowerCase().split('-');"];
const checked = ["return prefix === 'apac'", "// An unknown code is no error yet.\n  return prefix === 'apac'"];

/**
 * With `branch`, the commit is on a branch of that name, which begins at the branch `from`, else at the last commit of
 * main. `push` is the remote branch that is set to the commit. `merge` is the branch that the commit merges.
 * @typedef {object} Step
 * @property {string} author
 * @property {string} date
 * @property {string} subject
 * @property {string[]} files
 * @property {Record<string, string[][]>} [was]
 * @property {string} [branch]
 * @property {string} [from]
 * @property {string} [push]
 * @property {string} [merge]
 */

/** @type {readonly Step[]} */
export const history = [
  {
    author: tom,
    date: '2024-02-05T10:12:00+00:00',
    subject: 'Write decisions down',
    files: ['README.md', 'package.json', 'CONTRIBUTING.md', 'docs/adr/0001-record-architecture-decisions.md'],
  },
  {
    author: tom,
    date: '2024-02-19T16:40:00+00:00',
    subject: 'Keep balances in Redis',
    files: ['docs/adr/0003-keep-balances-in-redis.md'],
    was: { 'docs/adr/0003-keep-balances-in-redis.md': supersededBy('0007', 'use-event-sourcing') },
  },
  {
    author: ana,
    date: '2024-03-12T09:05:00-03:00',
    subject: 'Count money in minor units',
    files: [
      'docs/adr/0004-one-currency-per-account.md',
      'docs/adr/0005-money-is-integer-minor-units.md',
      'ledger/package.json',
      'ledger/money.ts',
    ],
  },
  {
    author: tom,
    date: '2024-06-03T14:22:00+01:00',
    subject: 'Store postings as events',
    files: ['docs/adr/0003-keep-balances-in-redis.md', 'docs/adr/0007-use-event-sourcing.md'],
    was: { 'docs/adr/0007-use-event-sourcing.md': supersededBy('0012', 'use-postgresql-for-the-ledger') },
  },
  {
    author: kenji,
    date: '2024-08-20T11:31:00+09:00',
    subject: 'Publish through an outbox',
    files: ['docs/adr/0009-publish-through-an-outbox.md', outboxLag, outbox, 'ledger/migrations/0002_outbox.sql'],
    was: { [outboxLag]: beforeMonthsEnd },
  },
  {
    author: kenji,
    date: '2025-02-24T17:50:00+09:00',
    subject: 'Compare the books with the banks at night',
    files: [
      'services/reconciler/pyproject.toml',
      'services/reconciler/docs/decisions/0001-run-as-a-nightly-worker.md',
      'services/reconciler/docs/decisions/0002-read-statements-as-camt-053.md',
      'services/reconciler/docs/decisions/0003-stop-at-the-first-mismatch.md',
      'services/reconciler/reconciler/__init__.py',
      'services/reconciler/reconciler/statements.py',
    ],
    was: {
      'services/reconciler/docs/decisions/0003-stop-at-the-first-mismatch.md': [['superseded by 0004', 'accepted']],
    },
  },
  {
    author: priya,
    date: '2025-03-03T12:00:00+00:00',
    subject: 'Move the ledger to PostgreSQL',
    files: [
      'docs/adr/0007-use-event-sourcing.md',
      'docs/adr/0012-use-postgresql-for-the-ledger.md',
      'docs/runbooks/balance-drift.md',
      'docs/runbooks/restore-from-backup.md',
      'ledger/database.ts',
      'ledger/balance.ts',
      'ledger/migrations/0001_accounts.sql',
    ],
    was: { 'docs/adr/0012-use-postgresql-for-the-ledger.md': beforeReplica },
  },
  {
    author: priya,
    date: '2025-05-14T15:18:00+01:00',
    subject: 'Book a posting once, however often it is sent',
    files: ['docs/adr/0018-retry-with-idempotency-keys.md', 'ledger/posting.ts'],
  },
  {
    author: ana,
    date: '2025-08-06T10:02:00-03:00',
    subject: 'Answer the mobile team, and page on mismatches',
    files: ['docs/adr/0026-offer-a-graphql-endpoint.md', 'docs/adr/0028-page-on-every-mismatch.md'],
    was: { 'docs/adr/0028-page-on-every-mismatch.md': [['Deprecated', 'Accepted']] },
  },
  {
    author: ann,
    date: '2025-09-15T09:44:00+01:00',
    subject: 'Report every mismatch, once',
    files: [
      'services/reconciler/docs/decisions/0003-stop-at-the-first-mismatch.md',
      'services/reconciler/docs/decisions/0004-collect-all-mismatches.md',
      'services/reconciler/reconciler/compare.py',
    ],
  },
  {
    author: kenji,
    date: '2025-10-09T18:20:00+09:00',
    subject: 'Show balances from a replica',
    files: [
      'docs/adr/0012-use-postgresql-for-the-ledger.md',
      'docs/adr/0031-read-balances-from-a-replica.md',
      'docs/runbooks/replica-behind.md',
      'docs/diagrams/ledger.mmd',
      'ops/alerts/ledger.yaml',
    ],
  },
  {
    author: ann,
    date: '2025-10-20T08:55:00+01:00',
    subject: 'Stop paging for late statements',
    files: ['docs/adr/0028-page-on-every-mismatch.md', 'docs/guides/onboarding.md'],
  },
  {
    author: ana,
    date: '2026-11-12T19:30:00-03:00',
    subject: 'Propose one ledger per region',
    files: ['docs/rfcs/0002-regional-ledgers.md', 'docs/adr/0033-split-the-ledger-by-region.md', 'ledger/regions.ts'],
  },
  {
    author: ann,
    date: '2026-11-13T10:15:00+00:00',
    subject: 'Say who works when',
    files: ['.meridian/team.json'],
  },
  {
    author: ann,
    date: '2026-11-18T17:24:00+00:00',
    subject: 'Hand LED-57 over to Kenji',
    files: [toKenji],
    was: { [toKenji]: beforeAnswer },
  },
  { author: kenji, date: '2026-11-19T09:14:00+09:00', subject: 'Read back the note on LED-57', files: [toKenji] },
  {
    author: kenji,
    date: '2026-11-19T16:02:00+09:00',
    subject: 'LED-57: Read a hundred messages at once',
    branch: batches,
    push: batches,
    files: [outbox],
    was: { [outbox]: [sized] },
  },
  {
    author: ann,
    date: '2026-11-19T09:40:00+00:00',
    subject: 'LED-60: Wait longer before each retry',
    branch: delay,
    push: delay,
    files: [retryDelay],
  },
  {
    author: ann,
    date: '2026-11-19T11:25:00+00:00',
    subject: 'LED-61: Note since when a message waits',
    branch: late,
    push: late,
    files: [outbox],
    was: { [outbox]: [timed] },
  },
  {
    author: tom,
    date: '2026-11-19T15:10:00+00:00',
    subject: 'Merge pull request #31 from ledger/LED-60-retry-delay\n\nLED-60: Wait longer before each retry',
    merge: delay,
    files: [],
  },
  {
    author: ann,
    date: '2026-11-19T16:48:00+00:00',
    subject: 'LED-58: Read region codes in any letter case',
    branch: regions,
    push: regions,
    files: [regionsFile],
    was: { [regionsFile]: [coded] },
  },
  {
    author: kenji,
    date: '2026-11-20T14:37:00+09:00',
    subject: 'LED-57: Keep the order within an account',
    branch: batches,
    push: batches,
    files: [outbox],
    was: { [outbox]: [sized, inBatches] },
  },
  { author: kenji, date: '2026-11-20T17:56:00+09:00', subject: 'Hand LED-57 over to Ann', files: [toAnn] },
  {
    author: ann,
    date: '2026-11-20T10:05:00+00:00',
    subject: 'LED-61: Name what is late',
    branch: late,
    push: late,
    files: [outbox],
    was: { [outbox]: [named, timed] },
  },
  {
    author: ana,
    date: '2026-11-20T11:15:00-03:00',
    subject: 'LED-58: Add the fourth region',
    branch: 'ana',
    from: regions,
    push: regions,
    files: [regionsFile],
    was: { [regionsFile]: [fourth, coded] },
  },
  {
    author: ann,
    date: '2026-11-20T15:30:00+00:00',
    subject: 'LED-58: Say what an unknown code means',
    branch: regions,
    files: [regionsFile],
    was: { [regionsFile]: [coded, checked] },
  },
  {
    author: ann,
    date: '2026-11-20T16:20:00+00:00',
    subject: 'LED-62: Look up the limit of a customer',
    branch: limits,
    files: [posting],
    was: { [posting]: [limited] },
  },
  {
    author: ana,
    date: '2026-11-20T14:20:00-03:00',
    subject: 'Say which lag is known at a month’s end',
    files: [outboxLag],
  },
  {
    author: ana,
    date: '2026-11-20T15:41:00-03:00',
    subject: 'LED-57: Send smaller batches',
    branch: batches,
    push: batches,
    files: [outbox],
    was: { [outbox]: [smaller, inBatches] },
  },
];

/** What Ann began last and put aside, in no commit. */
export const stash = {
  date: '2026-11-20T17:02:00+00:00',
  message: 'LED-63: Yen has no minor unit',
  file: 'ledger/money.ts',
  was: [['digits[currency] ?? 2', 'digits[currency] ?? 0']],
};

/** Branches that are Ann's own; the others are at the remote alone, as a colleague's is, or merged and gone. */
export const ownBranches = [late, limits, regions];
export const goneBranches = [delay];
