import assert from 'node:assert/strict';
import { whatFacts } from '../../../src/core/pullRequests/what';
import { whyFacts } from '../../../src/core/pullRequests/why';
import { branchCommit, file, pullRequest } from './support';

const squashed = pullRequest([
  branchCommit(1, 'LED-1: Drop the old table', {
    body: '* move the rows\n\n* drop the table\n\n* LED-1: Drop the old table\n\nSee merge request acme/ledger!136',
  }),
]);

describe('what a branch changes', () => {
  it('is what a commit only lists, and where; no list is a reason', () => {
    assert.deepEqual(whatFacts(squashed).slice(0, 5), ['- move the rows', '- drop the table', '', 'Where:', '']);
    assert.deepEqual(whyFacts(squashed), []);
  });

  it('is told by the folder that the files of a place share', () => {
    const files = ['a/B.kt', 'b/C.kt', 'b/D.kt'].map((name) => file(`src/main/kotlin/no/acme/ledger/${name}`));
    assert.match(
      whatFacts(pullRequest([branchCommit(1, 'Split')], { files })).join('\n'),
      /^- `src\/main\/kotlin\/no\/acme\/ledger/,
    );
  });

  it('names the few files of the root folder', () => {
    const files = [file('package.json', 1, 1), file('package-lock.json', 2, 2)];
    const commits = [branchCommit(1, 'Update axios', { files: files.map(({ path }) => path) })];
    assert.deepEqual(whatFacts(pullRequest(commits, { files })), [
      '- `package.json` and `package-lock.json` (2 files, +3 −3): Update axios',
    ]);
  });

  it('begins with the branch that it was built on', () => {
    const { change, ...rest } = pullRequest([branchCommit(1, 'Split')]);
    assert.deepEqual(whatFacts({ ...rest, change: { ...change, buildsOn: ['ann/first'] } }).slice(0, 2), [
      'Builds on `ann/first`, which `main` does not have yet.',
      '',
    ]);
  });

  for (const subject of [
    'Fixing nits',
    'refactor',
    'Resolve conflicts with main',
    'Update src/ledger/split.ts',
    'Address review comments',
  ]) {
    it(`is not told by “${subject}”`, () => {
      const commits = [branchCommit(2, subject), branchCommit(1, 'Split the ledger')];
      assert.doesNotMatch(whatFacts(pullRequest(commits)).join('\n'), new RegExp(subject));
    });
  }

  it('is why in the words of the commits that say most', () => {
    const say = (seed: number, words: string) => branchCommit(seed, `Step ${seed}`, { body: words });
    const commits = [
      say(6, 'It is the reason of it all.'),
      ...[5, 4, 3].map((at) => say(at, `It is needed ${at}.`)),
      say(1, 'Rename.'),
    ];
    const why = whyFacts(pullRequest(commits)).join('\n');
    assert.match(why, /Step 3[\s\S]*Step 4[\s\S]*Step 5[\s\S]*the reason of it all[\s\S]*One more commit says more/);
  });

  it('has no reason of its own among many', () => {
    const commits = Array.from({ length: 9 }, (_, at) => branchCommit(at, `Step ${at}`, { body: 'It locks.' }));
    assert.deepEqual(whyFacts(pullRequest(commits)), []);
    assert.match(whyFacts(pullRequest(commits.slice(1))).join('\n'), /4 more commits say more/);
  });
});
