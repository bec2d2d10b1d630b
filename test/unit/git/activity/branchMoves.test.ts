import assert from 'node:assert/strict';
import { branchMoves } from '../../../../src/git/activity/branchMoves';
import { findRepository } from '../../../../src/git/repository';
import { GitUnanswered } from '../../../../src/git/result';
import { GitRunner } from '../../../../src/git/runner';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { gitHost } from '../gitHost';

const note = 'docs/handoffs/note.md';
const day = (number: number) => ({ date: `2026-11-0${number}T09:00:00Z` });

describe('branchMoves', () => {
  let repository: TemporaryRepository;
  /** The commit of `ledger-split` when the note was written. */
  let tip: string;
  beforeEach(() => {
    repository = TemporaryRepository.create();
    repository.write('a.txt', 'a').commit(day(1));
    repository.git('checkout', '--quiet', '-b', 'ledger-split');
    tip = repository.write('b.txt', 'b').commit(day(2));
  });
  afterEach(() => repository.dispose());

  async function moves(tips: Readonly<Record<string, string>> = { 'ledger-split': tip }, isTrusted = true) {
    const place = await findRepository(repository.root);
    assert.ok(place.ok);
    return branchMoves(new GitRunner(gitHost({ isTrusted: () => isTrusted })), place.repository, { note, tips });
  }
  const still = { branch: 'ledger-split', state: 'same', merged: false, commits: 0, people: [], latest: null };

  it('says that nothing moved, also where only something beside it did', async () => {
    repository.git('checkout', '--quiet', 'main');
    repository.write('c.txt', 'c').commit(day(3));
    repository.git('branch', 'other/ledger-split');
    assert.deepEqual(await moves(), [still]);
  });

  it('counts the commits that follow, and whose they are', async () => {
    repository.write('c.txt', 'c').commit(day(3));
    repository.gitWith({ GIT_AUTHOR_NAME: 'Kenji' }, 'commit', '--quiet', '--allow-empty', '-m', 'more');
    repository.write('d.txt', 'd').commit(day(5));
    const [move] = await moves();
    assert.deepEqual(
      { ...move, latest: null },
      { ...still, state: 'moved', commits: 3, people: ['Ann', 'Kenji'], latest: null },
    );
  });

  it('says that it is merged where it landed as one commit of its author, and not by another of the same files', async () => {
    repository.write('c.txt', 'c').commit({ ...day(3), message: 'Split more' });
    const whole = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '--quiet', 'main');
    repository.write('b.txt', 'other').commit({ ...day(4), message: 'Mend (#11)' });
    const stateOf = async () => (await moves({ 'ledger-split': whole })).map(({ state, merged }) => [state, merged]);
    assert.deepEqual(await stateOf(), [['same', false]]);
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    repository
      .write('b.txt', 'b')
      .write('c.txt', 'c')
      .commit({ ...day(4), message: 'Split the ledger (#12)' });
    assert.deepEqual(await stateOf(), [['same', true]]);
    repository.git('branch', '--quiet', '-D', 'ledger-split');
    repository.git('tag', 'kept', whole);
    assert.deepEqual(await stateOf(), [['gone', true]]);
  });

  it('gives the instant of the newest commit, whatever their order', async () => {
    repository.write('c.txt', 'c').commit(day(5));
    repository.write('d.txt', 'd').commit(day(3));
    const [move] = await moves();
    assert.equal(move?.latest, Date.parse('2026-11-05T09:00:00Z'));
  });

  it('does not count commits of the note and its answers alone', async () => {
    repository.write(note, 'Next').commit(day(3));
    repository.write(note, 'Next\n\nRead back').commit(day(4));
    assert.deepEqual(await moves(), [still]);
    repository.write(note, 'Next\n\nRead back twice').write('c.txt', 'c').commit(day(5));
    assert.deepEqual(
      (await moves()).map(({ state, commits }) => [state, commits]),
      [['moved', 1]],
    );
  });

  it('sees what was fetched, where the local branch is behind', async () => {
    repository.write('c.txt', 'c').commit(day(3));
    repository.git('update-ref', 'refs/remotes/origin/ledger-split', 'HEAD');
    repository.git('reset', '--quiet', '--hard', tip);
    assert.deepEqual(
      (await moves()).map(({ state, commits }) => [state, commits]),
      [['moved', 1]],
    );
  });

  it('is not misled by a local branch that was never pulled', async () => {
    repository.git('update-ref', 'refs/remotes/origin/ledger-split', tip);
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    assert.deepEqual(await moves(), [still]);
  });

  it('tells a rewritten history from a longer one', async () => {
    repository.gitWith({ GIT_COMMITTER_DATE: '2026-11-06T09:00:00Z' }, 'commit', '--quiet', '--amend', '-m', 'amended');
    const [move] = await moves();
    assert.deepEqual([move?.state, move?.commits, move?.merged], ['rewritten', 1, false]);
  });

  it('says what was merged, with and without the branch', async () => {
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', 'ledger-split');
    assert.deepEqual(await moves(), [{ ...still, merged: true }]);
    repository.git('branch', '--quiet', '-D', 'ledger-split');
    assert.deepEqual(await moves(), [{ ...still, state: 'gone', merged: true }]);
  });

  describe('of what was merged and reverted', () => {
    const kenji = { GIT_AUTHOR_NAME: 'Kenji' };
    const ofMove = async () => (await moves()).map(({ merged, reverted }) => [merged, reverted]);
    beforeEach(() => repository.git('checkout', '--quiet', 'main'));

    it('says who reverted the merge, and nothing where that was reverted, too', async () => {
      repository.git('merge', '--quiet', '--no-ff', 'ledger-split');
      repository.gitWith(kenji, 'revert', '--no-edit', '-m', '1', 'HEAD');
      assert.deepEqual(await ofMove(), [[true, { by: 'Kenji', whole: true }]]);
      repository.git('revert', '--no-edit', 'HEAD');
      assert.deepEqual(await ofMove(), [[true, undefined]]);
    });

    it('says who reverted the commit by which it landed, and who reverted its request', async () => {
      repository.write('c.txt', 'c').commit(day(2));
      repository.write('b.txt', 'b').commit({ ...day(3), message: 'Split the ledger (#12)' });
      repository.gitWith(kenji, 'revert', '--no-edit', 'HEAD');
      assert.deepEqual(await ofMove(), [[true, { by: 'Kenji', whole: true }]]);
      repository.gitWith(kenji, 'commit', '--quiet', '--amend', '-m', 'Revert "Split" (#13)\n\nReverts acme/ledger#12');
      assert.deepEqual(await ofMove(), [[true, { by: 'Kenji', whole: true }]]);
    });

    it('says who reverted the merge request', async () => {
      const message = "Merge branch 'ledger-split' into 'main'\n\nSplit\n\nSee merge request acme/ledger!12";
      repository.git('merge', '--quiet', '--no-ff', '-m', message, 'ledger-split');
      repository.git('revert', '--no-edit', '-m', '1', 'HEAD');
      const revert = 'Revert "Split"\n\nThis reverts merge request !12';
      repository.gitWith(kenji, 'commit', '--quiet', '--amend', '--reset-author', '-m', revert);
      assert.deepEqual(await ofMove(), [[true, { by: 'Kenji', whole: true }]]);
    });

    it('says of work that was merged commit by commit no more than that the last one was reverted', async () => {
      repository.git('merge', '--quiet', '--ff-only', 'ledger-split');
      repository.gitWith(kenji, 'revert', '--no-edit', 'HEAD');
      assert.deepEqual(await ofMove(), [[true, { by: 'Kenji', whole: false }]]);
    });

    it('says nothing where other work was reverted', async () => {
      repository.git('merge', '--quiet', '--no-ff', 'ledger-split');
      repository.write('c.txt', 'c').commit(day(4));
      repository.git('revert', '--no-edit', 'HEAD');
      assert.deepEqual(await ofMove(), [[true, undefined]]);
    });
  });

  it('does not call the default branch merged into itself', async () => {
    const main = repository.git('rev-parse', 'main');
    assert.deepEqual(await moves({ main }), [{ ...still, branch: 'main' }]);
  });

  it('says that a branch is gone, and that a commit never came here', async () => {
    assert.deepEqual(await moves({ gone: tip, 'ledger-split': '1'.repeat(40), never: '2'.repeat(40) }), [
      { ...still, branch: 'gone', state: 'gone' },
      { ...still, state: 'unknown' },
      { ...still, branch: 'never', state: 'gone' },
    ]);
  });

  it('takes no branch for another one below its name', async () => {
    repository.git('branch', '--quiet', '--move', 'ledger-split/part');
    assert.deepEqual(await moves(), [{ ...still, state: 'gone' }]);
  });

  it('leaves out what is no branch or no hash, and asks git nothing for it', async () => {
    const hostile = { '--all': tip, 'a b': tip, 'x*': tip, 'a..b': tip, 'b\0c': tip, ok: '--output=/tmp/x', '': tip };
    assert.deepEqual(await moves(hostile, false), []);
  });

  it('does not take a git that may not be asked for an answer', async () => {
    await assert.rejects(moves(undefined, false), GitUnanswered);
  });
});
