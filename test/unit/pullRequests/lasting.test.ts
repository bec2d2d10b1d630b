import assert from 'node:assert/strict';
import type { BranchCommit } from '../../../src/core/pullRequests/branchFacts';
import { lastingCommits } from '../../../src/core/pullRequests/lasting';
import { suggestTitle } from '../../../src/core/pullRequests/title';
import { whatFacts } from '../../../src/core/pullRequests/what';
import { whatLasts } from '../../../src/core/tasks/whatLasts';
import { hashOf } from '../drafts/support';
import { memoryFiles } from '../support/memoryFiles';
import { branchCommit, file, pullRequest } from './support';

const split = 'src/ledger/split.ts';
const subjects = (commits: readonly BranchCommit[]) => commits.map(({ subject }) => subject);
const lasting = (commits: readonly BranchCommit[], files = [file(split)]) =>
  subjects(lastingCommits(commits, files).commits);

describe('what a branch takes back', () => {
  const begun = branchCommit(1, 'Split the ledger');

  it('is told by neither commit: by the hash, and by the subject', () => {
    const tried = branchCommit(2, 'Cache the balances');
    const byHash = branchCommit(3, 'No cache', { body: `This reverts commit ${tried.hash}.` });
    assert.deepEqual(lasting([byHash, tried, begun]), ['Split the ledger']);
    assert.deepEqual(lasting([branchCommit(3, 'Revert "Cache the balances"'), tried, begun]), ['Split the ledger']);
  });

  it('is told where the revert was reverted', () => {
    const tried = branchCommit(2, 'Cache the balances');
    const revert = branchCommit(3, 'Revert "Cache the balances"');
    const again = branchCommit(4, 'Revert "Revert "Cache the balances""');
    assert.deepEqual(lasting([again, revert, tried, begun]), ['Cache the balances', 'Split the ledger']);
  });

  it('is what goes back to something else in the same files, in words that both have', () => {
    const back = branchCommit(3, 'Revert to API 28', { files: ['ci.yml'] });
    const files = [file(split), file('ci.yml')];
    const tried = branchCommit(2, 'try API 29', { files: ['ci.yml'] });
    assert.deepEqual(lasting([back, tried, begun], files), ['Split the ledger']);
    const other = branchCommit(2, 'Cache gradle', { files: ['ci.yml'] });
    assert.equal(lasting([back, other, begun], files).length, 3);
  });

  it('is what lies between two equal trees', () => {
    const tried = branchCommit(2, 'Cache the balances');
    const back = branchCommit(3, 'Do it by hand', { tree: begun.tree });
    assert.deepEqual(lasting([back, tried, begun]), ['Split the ledger']);
  });

  it('is what left no trace in the change, but not what went on under another name', () => {
    const debug = branchCommit(2, 'Print the totals', { files: ['debug.ts'] });
    const gone = branchCommit(3, 'Print nothing', { files: ['debug.ts'] });
    assert.deepEqual(lasting([gone, debug, begun]), ['Split the ledger']);
    const moved = branchCommit(3, 'Name it', { files: ['debug.ts', 'totals.ts'] });
    const files = [file(split), file('totals.ts', 9, 0, 'added')];
    assert.equal(lasting([moved, debug, begun], files).length, 3);
    assert.equal(subjects(lastingCommits([gone, debug, begun], null).commits).length, 3);
  });

  it('is a commit without files, which could leave no trace', () => {
    const again = branchCommit(2, 'Run the checks again', { files: [] });
    assert.deepEqual(lasting([again, begun]), ['Run the checks again', 'Split the ledger']);
  });

  it('is all told where nothing would be left', () => {
    assert.equal(lasting([branchCommit(2, 'Revert "Split the ledger"'), begun]).length, 2);
  });

  it('is counted, and is no title', () => {
    const tried = branchCommit(2, 'Cache the balances');
    const all = [branchCommit(3, 'Revert "Cache the balances"'), tried, begun];
    const input = pullRequest(all);
    const told = { ...input, change: { ...input.change, lasting: { commits: [begun], sentences: 0, traceless: 0 } } };
    const text = whatFacts(told).join('\n');
    assert.match(text, /Left out: 2 commits that others of this branch take back or replace\./);
    assert.doesNotMatch(text, /Cache/);
    assert.equal(suggestTitle(told), 'Split the ledger');
  });

  it('is said to change nothing any more where the base has it', () => {
    const landed = branchCommit(2, 'Cache the balances', { files: ['cache.ts'] });
    const input = pullRequest([begun, landed], { files: [file(split)] });
    const lasting = { ...lastingCommits([begun, landed], [file(split)]), sentences: 0 };
    const text = whatFacts({ ...input, change: { ...input.change, lasting } }).join('\n');
    assert.match(text, /Left out: 1 commit with nothing left to change in `main`\./);
    assert.doesNotMatch(text, /take back|Cache/);
  });
});

it('keeps what skips checks out of a title', () => {
  const titleOf = (subject: string) => suggestTitle(pullRequest([branchCommit(1, subject)], { branch: 'x' }));
  assert.equal(titleOf('Mend the cents [skip ci]'), 'Mend the cents');
  assert.equal(titleOf('[ci skip] Mend the cents'), 'Mend the cents');
  assert.equal(titleOf('Read [skip ci] in titles of requests'), 'Read in titles of requests');
  assert.equal(titleOf('[skip ci]'), '[skip ci]');
});

describe('a branch that was built on another one', () => {
  it('is called by what is its own', () => {
    const [own, end, begun] = [
      branchCommit(3, 'Read the limits'),
      branchCommit(2, 'Name the limits'),
      branchCommit(1, 'Keep limits in a table'),
    ];
    const { change, ...input } = pullRequest([own, end, begun], { branch: 'limits-read' });
    assert.equal(suggestTitle({ ...input, change }), 'Keep limits in a table');
    assert.equal(suggestTitle({ ...input, change: { ...change, builtOnTip: end.hash } }), 'Read the limits');
    assert.equal(suggestTitle({ ...input, change: { ...change, builtOnTip: own.hash } }), 'Keep limits in a table');
  });
});

describe('what a later commit overtakes', () => {
  const read = async (commits: readonly BranchCommit[], text: string) => {
    const told = await whatLasts({ commits, files: [file(split)] }, memoryFiles({ [split]: text }));
    return { subjects: subjects(told.commits), bodies: told.commits.map(({ body }) => body), left: told.sentences };
  };
  const later = branchCommit(2, 'Also on updates');

  const passed = [
    'Updates by the API are unaffected and still lock.',
    'Updates lock unconditionally as before.',
    'Totals are not yet rounded.',
    'The rest follows in the next commit.',
    'Balances are left as is.',
  ];
  for (const sentence of passed) {
    it(`is left out and counted: ${sentence}`, async () => {
      const begun = branchCommit(1, 'Split', { body: `Postings lock on every\nupdate. ${sentence}\n\nSecond part.` });
      const told = await read([later, begun], '');
      assert.deepEqual(told.bodies[1], 'Postings lock on every\nupdate.\n\nSecond part.');
      assert.equal(told.left, 1);
      assert.equal((await read([begun], '')).left, 0, 'the last word on it');
      const elsewhere = branchCommit(2, 'Elsewhere', { files: ['src/other.ts'] });
      assert.equal((await read([elsewhere, begun], '')).left, 0, 'of other files');
    });
  }

  for (const sentence of ['Nothing is left for the nightly run.', 'It still fails at night.', 'As before, so now.']) {
    it(`stays: ${sentence}`, async () => {
      const told = await read([later, branchCommit(1, 'Split', { body: sentence })], '');
      assert.deepEqual(told.bodies[1], sentence === 'As before, so now.' ? '' : sentence);
    });
  }

  it('is a name that the code has no more', async () => {
    const begun = branchCommit(1, 'Rename `sumAll` to `totalOf`', { body: 'Because sums are totals.' });
    assert.deepEqual((await read([later, begun], 'const sumOf = 1;')).subjects, ['Also on updates']);
    assert.equal((await read([later, begun], 'const totalOf = 1;')).subjects.length, 2);
    assert.equal((await read([later, begun], 'const total_of = 1;')).subjects.length, 2, 'however it is written');
  });

  it('is a sentence on such a name, in prose and in lists', async () => {
    const begun = branchCommit(1, 'Split', {
      body: 'It locks. Adds `keepLocks`, too.\n\n- adds `keepLocks`\n- adds `split`',
    });
    const told = await read([later, begun], 'split()');
    assert.deepEqual(told, {
      subjects: ['Also on updates', 'Split'],
      bodies: ['', 'It locks.\n\n- adds `split`'],
      left: 2,
    });
  });

  it('is nothing where a file could not be read', async () => {
    const begun = branchCommit(1, 'Rename `sumAll` to `totalOf`');
    const told = await whatLasts({ commits: [later, begun], files: [file(split)] }, memoryFiles({}));
    assert.equal(told.commits.length, 2);
  });

  it('is a name that is named again', async () => {
    const first = branchCommit(1, 'Rename job to task');
    const told = await read([branchCommit(2, 'Rename task to work'), first], '');
    assert.deepEqual(told.subjects, ['Rename task to work']);
    assert.equal(first.tree, hashOf(3));
  });
});
