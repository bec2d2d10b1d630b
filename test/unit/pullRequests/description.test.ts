import assert from 'node:assert/strict';
import { draftPullRequest } from '../../../src/core/pullRequests/draftPullRequest';
import type { PullRequestInput } from '../../../src/core/pullRequests/pullRequestInput';
import { suggestTitle } from '../../../src/core/pullRequests/title';
import { assertGolden } from '../drafts/support';
import { bareBranch, hostileBranch, ledgerSplit } from './branches';
import { branchCommit, file, pullRequest } from './support';

const shapes: Readonly<Record<string, () => PullRequestInput>> = {
  ordinary: ledgerSplit,
  bare: bareBranch,
  hostile: hostileBranch,
  'many-commits': () =>
    pullRequest(
      Array.from({ length: 12 }, (_, at) =>
        branchCommit(20 - at, `Step ${12 - at}`, {
          body: `Because of ${12 - at}.`,
          files: [`packages/p${at % 9}/a.ts`],
        }),
      ),
      { files: Array.from({ length: 9 }, (_, at) => file(`packages/p${at}/a.ts`, 100 - at, at)) },
    ),
  'names-only': () => ({
    ...pullRequest([branchCommit(1, 'Move the parser')], { files: null }),
    ...{
      change: { ...pullRequest([branchCommit(1, 'Move the parser')], { files: null }).change, limits: ['partial'] },
    },
  }),
};

describe('a description without a template', () => {
  for (const [name, input] of Object.entries(shapes)) {
    it(`is as agreed: ${name}`, () => assertGolden(`pull-request/${name}.md`, draftPullRequest(input(), null).text));
  }

  it('asks where only the author knows, at places that can be visited', () => {
    const { text, stops } = draftPullRequest(bareBranch(), null);
    assert.deepEqual(
      stops.map(({ offset, length }) => text.slice(offset, offset + length)),
      [
        '‹why: what is better afterwards, and for whom›',
        '‹none, or: what can go wrong, and what then›',
        '‹what to do, and what should happen then›',
        '‹design / correctness / a second pair of eyes / just merge›',
      ],
    );
    assert.deepEqual(stops.at(-1)?.choices, ['design', 'correctness', 'a second pair of eyes', 'just merge']);
  });

  it('closes an issue only where the author wrote it', () => {
    const closing = (text: string) =>
      draftPullRequest(pullRequest([branchCommit(1, 'Split', { body: text })]), null).text;
    assert.match(closing('It locks.\n\nFixes #12'), /^Fixes #12$/m);
    assert.doesNotMatch(closing('It is like what `fixes #12` said'), /^Fixes/m);
    const others = pullRequest([branchCommit(1, 'Split', { body: 'Fixes #12' })], { closings: [] });
    assert.doesNotMatch(draftPullRequest(others, null).text, /fixes #12/i);
  });
});

describe('what breaks callers', () => {
  const draftOf = (subject: string, given: { body?: string; trailers?: string } = {}) =>
    draftPullRequest(pullRequest([branchCommit(1, subject, given)]), null).text;
  for (const [name, text] of [
    ['a mark in the subject', draftOf('feat(api)!: drop the old totals')],
    ['a trailer', draftOf('feat: new totals', { trailers: 'BREAKING CHANGE: totals are cents' })],
    ['a paragraph', draftOf('feat: new totals', { body: 'BREAKING-CHANGE: totals are cents' })],
    ['a sentence', draftOf('New totals', { body: 'This is a breaking change: the old\ntotals are gone.' })],
  ] as const) {
    it(`is told as a risk: ${name}`, () => assert.match(text, /## Risk\n\n- Breaking, as its commit says: .*totals/));
  }

  const described =
    'Nobody can revoke them.\n\nBREAKING CHANGE: totals are cents,\n  and clients must round\nRefs: LED-4';

  it('is told once, with all of its lines, and not as a reason, too', () => {
    const text = draftOf('feat: new totals', { body: described });
    assert.match(text, /^- Breaking, as its commit says: totals are cents, and clients must round$/m);
    assert.equal(text.split('totals are cents').length, 2);
    assert.doesNotMatch(text, /BREAKING/);
    assert.match(text, /Nobody can revoke them\./);
  });

  it('is found below a mark that stands alone', () => {
    const text = draftOf('feat: new totals', {
      body: 'BREAKING CHANGE:\n\n* totals are cents\n* dates are days\n\nMore.',
    });
    assert.match(text, /^- Breaking, as its commit says: totals are cents; dates are days$/m);
  });

  it('tells nothing as breaking where the footer says that nothing is', () => {
    for (const words of ['none', 'N/A', 'Nothing.'])
      assert.doesNotMatch(draftOf('feat: new totals', { body: `BREAKING CHANGE: ${words}` }), /Breaking/i);
  });

  it('says how many more there are', () => {
    const commits = Array.from({ length: 8 }, (_, at) => branchCommit(at + 1, `feat!: drop part ${at}`));
    assert.match(draftPullRequest(pullRequest(commits), null).text, /^- and 3 more that are breaking/m);
  });

  it('is nothing else', () => {
    assert.doesNotMatch(draftOf('New', { body: 'This is not a breaking change.' }), /Breaking/);
    for (const subject of ['feat: totals!', 'Stop! wait', 'fix: what breaks']) {
      assert.doesNotMatch(draftOf(subject), /Breaking/);
    }
  });
});

describe('the title of a pull request', () => {
  for (const [name, input, title] of [
    ['the subject of the only commit', pullRequest([branchCommit(1, 'Split  the ledger')]), 'Split the ledger'],
    [
      'that of the only one that stays',
      pullRequest([branchCommit(2, 'fixup! A'), branchCommit(1, 'Round totals')]),
      'Round totals',
    ],
    [
      'that of the only one that says something',
      pullRequest([branchCommit(2, 'Fix lint'), branchCommit(1, 'Split')]),
      'Split',
    ],
    ['the ticket and the words of the branch', ledgerSplit(), 'LED-42: Split ledger'],
    [
      'what it began with, where the branch does not say what is done',
      pullRequest([branchCommit(2, 'Round up'), branchCommit(1, 'Round totals')], {
        branch: 'totals-2',
        ticket: 'LED-7',
      }),
      'LED-7: Round totals',
    ],
    [
      'its kind, before the ticket',
      pullRequest([branchCommit(2, 'fix: round up'), branchCommit(1, 'feat(api)!: drop totals')], {
        branch: 'totals-2',
        ticket: 'LED-7',
      }),
      'feat(api)!: drop totals (LED-7)',
    ],
    [
      'its kind and its ticket, and no mark for the checks that a cut left of one',
      pullRequest([branchCommit(2, 'fix: round up'), branchCommit(1, `feat: ${'sum '.repeat(26)}[skip ci]`)], {
        branch: 'totals-2',
        ticket: 'LED-7',
      }),
      `feat: ${'sum '.repeat(26).trim()} (LED-7)`,
    ],
    [
      'not that of a commit for another ticket',
      pullRequest([branchCommit(2, 'Show regions'), branchCommit(1, 'LED-1: Split the ledger')], {
        branch: 'LED-2-top',
        ticket: 'LED-2',
      }),
      'LED-2: Show regions',
    ],
    [
      'that of another ticket alone, where there is no other',
      pullRequest([branchCommit(2, 'LED-3: Log it'), branchCommit(1, 'LED-1: Split the ledger')], {
        branch: 'LED-2-top',
        ticket: 'LED-2',
      }),
      'LED-1: Split the ledger',
    ],
    [
      'the subject where a term with a number is all that it says',
      pullRequest([branchCommit(1, 'Use AES-256')], { branch: 'aes-256-keys' }),
      'Use AES-256',
    ],
    [
      'not that of a commit on the tests',
      pullRequest([branchCommit(2, 'Round totals'), branchCommit(1, 'test: try totals'), branchCommit(3, 'B')], {
        branch: 'totals',
      }),
      'Round totals',
    ],
    [
      'what it began with, where the branch says nothing',
      pullRequest([branchCommit(2, 'B'), branchCommit(1, 'Begin')], { branch: null }),
      'Begin',
    ],
    [
      'what the branch says, where the only subject is a mark and a number',
      pullRequest([branchCommit(1, ':bug: #12')], { branch: 'totals-off-by-one', ticket: '#12' }),
      '#12: Totals off by one',
    ],
    [
      'a mark and a number, where the branch says nothing either',
      pullRequest([branchCommit(1, ':bug: #12')], { branch: 'fix', ticket: '#12' }),
      ':bug: #12',
    ],
  ] as const) {
    it(`is ${name}`, () => assert.equal(suggestTitle(input), title));
  }
});
