import assert from 'node:assert/strict';
import { gitIdentity } from '../../../src/git/identity';
import { findRepository } from '../../../src/git/repository';
import { GitRunner } from '../../../src/git/runner';
import { removeFolder, TemporaryRepository, temporaryFolder } from '../support/temporaryRepository';
import { gitHost } from './gitHost';

describe('gitIdentity', () => {
  let repository: TemporaryRepository;
  let home: string;
  beforeEach(() => {
    repository = TemporaryRepository.create();
    home = temporaryFolder();
  });
  afterEach(() => {
    repository.dispose();
    removeFolder(home);
  });

  async function identity() {
    const place = await findRepository(repository.root);
    assert.ok(place.ok);
    const environment = { PATH: process.env.PATH, HOME: home };
    return gitIdentity(new GitRunner(gitHost({ environment })), place.repository);
  }

  it('takes the last value, with every character in it', async () => {
    repository.git('config', 'user.name', 'Ann "A" Lee = x');
    repository.git('config', '--add', 'user.email', 'old@example.com');
    repository.git('config', '--add', 'user.email', 'ann@example.com');
    assert.deepEqual(await identity(), { name: 'Ann "A" Lee = x', address: 'ann@example.com' });
  });

  it('is empty where nothing is set', async () => {
    assert.deepEqual(await identity(), { name: null, address: null });
  });
});
