import assert from 'node:assert/strict';
import { TemporaryRepository } from '../support/temporaryRepository';
import { linesOf, tell, today, yesterday } from './realDay';

/** Branches that only keep a commit, beside the one that is worked on. */
describe('copies of a branch', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    const origin = TemporaryRepository.create();
    origin.commit({ date: yesterday, message: 'begin' });
    repository = origin.clone();
    origin.dispose();
  });
  afterEach(() => repository.dispose());
  const commit = (subject: string, minute: number) => {
    repository.write(`${minute}.txt`, `${minute}\n`);
    repository.commit({ date: today(minute), message: subject });
  };
  const branch = (name: string) => repository.git('checkout', '--quiet', '-b', name);
  const notPushed = async () => (await tell(repository)).invisible.unpushed.map((one) => one.branch).sort();

  it('are no work of their own', async () => {
    branch('big');
    commit('First step', 1);
    repository.git('branch', 'old/1');
    commit('Second step', 2);
    repository.git('branch', 'old/2');
    const activity = await tell(repository);
    assert.deepEqual(linesOf(activity), ['big: Second step new local, First step new local']);
    assert.deepEqual(await notPushed(), ['big']);
  });

  it('are told where they are all that has the work, or where they are checked out', async () => {
    branch('big');
    commit('First step', 1);
    repository.git('branch', 'kept');
    repository.git('reset', '--quiet', '--hard', 'HEAD~1');
    assert.deepEqual(linesOf(await tell(repository)), ['kept: First step new local']);
    assert.deepEqual(await notPushed(), ['kept']);
    repository.git('checkout', '--quiet', 'kept');
    commit('Second step', 2);
    repository.git('branch', 'next');
    repository.git('checkout', '--quiet', 'next');
    assert.deepEqual(await notPushed(), ['kept', 'next']);
  });

  it('are told apart from the lower branch of a stack, on which somebody worked', async () => {
    branch('lower');
    commit('Base of the stack', 1);
    branch('upper');
    commit('Top of the stack', 2);
    const lines = linesOf(await tell(repository));
    assert.deepEqual(lines.sort(), ['lower: Base of the stack new local', 'upper: Top of the stack new local']);
    assert.deepEqual(await notPushed(), ['lower', 'upper']);
  });
});
