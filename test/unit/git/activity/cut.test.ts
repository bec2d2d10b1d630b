import assert from 'node:assert/strict';
import { readCut } from '../../../../src/git/activity/commits';
import { findRepository } from '../../../../src/git/repository';
import { GitRunner } from '../../../../src/git/runner';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { gitHost } from '../gitHost';
import { at, day, earlier } from './activityReader';

describe('readCut', () => {
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = TemporaryRepository.create();
  });
  afterEach(() => repository.dispose());

  async function cut(): Promise<string | null> {
    const place = await findRepository(repository.root);
    assert.ok(place.ok);
    return readCut(new GitRunner(gitHost()), place.repository, day.start);
  }

  it('is the youngest commit from before the interval', async () => {
    repository.commit({ date: earlier });
    const last = repository.commit({ date: earlier });
    repository.commit({ date: at(8) });
    assert.equal(await cut(), last);
  });

  it('is not one that has a younger one below it', async () => {
    const base = repository.commit({ date: earlier });
    repository.commit({ date: at(8) });
    repository.commit({ date: '2001-01-01T12:00:00Z' });
    assert.equal(await cut(), base);
  });

  it('is HEAD where nothing happened', async () => {
    assert.equal(await cut(), null);
    const base = repository.commit({ date: earlier });
    assert.equal(await cut(), base);
  });

  it('is not there where all of it is of the interval', async () => {
    repository.commit({ date: at(8) });
    assert.equal(await cut(), null);
  });
});
