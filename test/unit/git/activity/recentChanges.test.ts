import assert from 'node:assert/strict';
import { changedFiles, recentCommits } from '../../../../src/git/activity/recentChanges';
import { findRepository } from '../../../../src/git/repository';
import { GitUnanswered } from '../../../../src/git/result';
import { GitRunner } from '../../../../src/git/runner';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { gitHost } from '../gitHost';

const at = (day: number) => `2026-11-0${day}T09:00:00Z`;

describe('recent changes', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = TemporaryRepository.create();
  });
  afterEach(() => repository.dispose());

  async function asked(isTrusted = true) {
    const place = await findRepository(repository.root);
    assert.ok(place.ok);
    return [new GitRunner(gitHost({ isTrusted: () => isTrusted })), place.repository] as const;
  }

  it('are by commit date, whatever clock an older commit had', async () => {
    repository.write('a', '1').commit({ date: at(1) });
    const second = repository.write('a', '2').commit({ date: at(1), committed: at(5) });
    repository.write('a', '3').commit({ date: at(5), committed: '2020-01-01T00:00:00Z' });
    const last = repository.write('a', '4').commit({ date: at(6) });
    const found = await recentCommits(...(await asked()), Date.parse(at(3)));
    assert.deepEqual(
      found.map(({ hash }) => hash),
      [last, second],
    );
    assert.deepEqual(found[0]?.author, { name: 'Ann', address: 'ann@example.com' });
    assert.equal(found[0]?.committed, Date.parse(at(6)));
  });

  it('know an author by the mailmap, and by the address before it', async () => {
    repository.write('.mailmap', 'Ann Lee <lee@example.com> <ann@example.com>\n').commit({ date: at(1) });
    const [commit] = await recentCommits(...(await asked()), 0);
    assert.deepEqual(commit?.author, { name: 'Ann Lee', address: 'lee@example.com' });
    assert.equal(commit?.writtenAddress, 'ann@example.com');
  });

  it('are of HEAD, and of the other branches where they are wanted', async () => {
    repository.write('a', '1').commit({ date: at(1) });
    repository.git('checkout', '--quiet', '-b', 'other');
    repository.write('b', '1').commit({ date: at(2) });
    repository.git('checkout', '--quiet', 'main');
    assert.equal((await recentCommits(...(await asked()), 0)).length, 1);
    assert.equal((await recentCommits(...(await asked()), 0, { branches: true })).length, 2);
  });

  it('are none where nothing was committed yet', async () => {
    assert.deepEqual(await recentCommits(...(await asked()), 0), []);
  });

  it('are never none because git could not be asked', async () => {
    await assert.rejects(recentCommits(...(await asked(false)), 0), GitUnanswered);
    await assert.rejects(changedFiles(...(await asked(false)), ['1'.repeat(40)], null), GitUnanswered);
  });

  it('name the files of the selected commits, the first one too', async () => {
    const first = repository
      .write('a b\n"ü', '1')
      .write('c', '1')
      .commit({ date: at(1) });
    repository.write('c', '2').commit({ date: at(2) });
    repository.git('rm', '--quiet', 'c');
    const third = repository.write('d', '1').commit({ date: at(3) });
    const found = await changedFiles(...(await asked()), [first, third], null);
    assert.deepEqual(found.map(({ path, status }) => `${status} ${path}`).sort(), [
      'added a b\n"ü',
      'added c',
      'added d',
      'deleted c',
    ]);
    assert.deepEqual(await changedFiles(...(await asked()), [first, third], ['d']), [
      { hash: third, path: 'd', status: 'added', author: 'Ann', committed: Date.parse(at(3)) },
    ]);
    assert.deepEqual(await changedFiles(...(await asked()), [], null), []);
  });
});
