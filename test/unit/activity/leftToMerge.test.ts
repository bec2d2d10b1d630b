import assert from 'node:assert/strict';
import type { TemporaryRepository } from '../support/temporaryRepository';
import { tell, today, yesterday } from './realDay';
import { RepositoryDay } from './repositoryDay';

const monday = '2026-11-16T15:00:00Z';

/** A branch of which a part landed as a squash, under another title. */
describe('a branch whose beginning was squashed', () => {
  let day: RepositoryDay;
  let repository: TemporaryRepository;
  beforeEach(() => {
    day = RepositoryDay.begin();
    repository = day.repository;
    day.checkout('-b', 'lower');
    day.write('schema', 'a\n', { message: 'Add tables', date: monday });
    day.write('index', 'i\n', { message: 'Index tables', date: monday });
  });
  afterEach(() => day.end());

  const goOn = (branch: string, date: string) => {
    day.checkout('-b', branch, 'lower');
    day.write('read', 'r\n', { message: 'Read tables', date });
    day.push(branch);
  };
  const land = (date: string) => day.squash('lower', 'main', 'The schema (#40)', date);
  const olderOf = async () =>
    (await tell(repository)).older?.map(({ branch, title, commits }) => [branch, title, commits]);

  it('is open as far as it did not land, where nothing was done on it in the interval', async () => {
    goOn('upper', monday);
    land(yesterday);
    repository.git('branch', '--quiet', '-D', 'lower');
    assert.deepEqual(await olderOf(), [['upper', 'Read tables', 1]]);
  });

  it('is so where the default branch changed the same files again', async () => {
    goOn('upper', monday);
    land(yesterday);
    repository.git('branch', '--quiet', '-D', 'lower');
    day.write('schema', 'a\nb\n', { message: 'Widen tables', date: today(0), author: 'Kenji Ito <kenji@example.com>' });
    day.push('main');
    assert.deepEqual(await olderOf(), [['upper', 'Read tables', 1]]);
  });

  it('is so where a reviewer changed what was squashed, once the default branch is merged into it', async () => {
    goOn('upper', monday);
    day.checkout('main');
    repository.git('merge', '--quiet', '--squash', 'lower');
    day.write('schema', 'A\n', { message: 'The schema (#40)', date: yesterday });
    day.push('main');
    repository.git('branch', '--quiet', '-D', 'lower');
    day.checkout('upper');
    day.redated(1, 'merge', '--quiet', '-X', 'theirs', '--message', "Merge branch 'main' into upper", 'main');
    assert.deepEqual(await olderOf(), [['upper', 'Read tables', 1]]);
  });

  it('goes on with what is new, where it was gone on with in the interval', async () => {
    land(yesterday);
    day.checkout('lower');
    day.write('read', 'r\n', { message: 'Read tables', date: today(0) });
    day.push('lower');
    const { items } = await tell(repository);
    assert.deepEqual(
      items.map(({ branch, title, before, standing }) => [branch, title, before, standing]),
      [['lower', 'Read tables', 0, 'pushed']],
    );
  });

  it('is so after the default branch went on in the same files', async () => {
    land(yesterday);
    day.write('schema', 'a\nb\n', { message: 'Widen tables', date: today(0), author: 'Kenji Ito <kenji@example.com>' });
    day.push('main');
    day.checkout('lower');
    day.write('read', 'r\n', { message: 'Read tables', date: today(1) });
    day.push('lower');
    const { items } = await tell(repository);
    assert.deepEqual(
      items.map(({ title, before }) => [title, before]),
      [['Read tables', 0]],
    );
  });

  it('is whole where the squash was taken back', async () => {
    goOn('upper', monday);
    land(yesterday);
    repository.git('branch', '--quiet', '-D', 'lower');
    day.redated(1, 'revert', '--no-edit', 'HEAD');
    day.push('main');
    assert.deepEqual(await olderOf(), [['upper', 'Add tables', 3]]);
  });

  it('is known to be merged where it is checked out and a colleague squashed all of it', async () => {
    day.push('lower');
    day.checkout('main');
    repository.git('merge', '--quiet', '--squash', 'lower');
    const author = 'Kenji Ito <kenji@example.com>';
    repository.commit({ date: today(0), message: 'Tables for the ledger (#41)', author });
    day.push('main');
    repository.git('push', '--quiet', 'origin', '--delete', 'lower');
    day.checkout('lower');
    const { branches, invisible } = await tell(repository);
    assert.deepEqual([branches.find(({ branch }) => branch === 'lower')?.state, invisible.unpushed], ['merged', []]);
  });
});
