import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryRepository } from '../../support/temporaryRepository';
import { activityWith, at, countingHost, earlier, factsOf } from './activityReader';

describe('tags that came into a clone', () => {
  let origin: TemporaryRepository;
  let repository: TemporaryRepository;
  beforeEach(() => {
    origin = TemporaryRepository.create();
    origin.commit({ date: earlier, message: 'base' });
    repository = origin.clone();
  });
  afterEach(() => {
    repository.dispose();
    origin.dispose();
  });
  const tag = (hour: string, ...args: readonly string[]) =>
    repository.gitWith(
      { GIT_COMMITTER_DATE: hour, GIT_COMMITTER_NAME: 'Ann', GIT_COMMITTER_EMAIL: 'ann@example.com' },
      'tag',
      ...args,
    );

  it('are told where they were made since, with who made those that say so', async () => {
    const target = repository.commit({ date: at(9), message: 'next' });
    tag(at(10), '-a', '-m', 'One', 'release/1.0');
    tag(at(11), 'light');
    tag(earlier, '-a', '-m', 'Old', 'old');
    const found = (await factsOf(repository)).tags ?? [];
    assert.deepEqual(
      found.toSorted((a, b) => a.created - b.created),
      [
        { name: 'light', target, created: Date.parse(at(9)), tagger: null },
        {
          name: 'release/1.0',
          target,
          created: Date.parse(at(10)),
          tagger: { name: 'Ann', address: 'ann@example.com' },
        },
      ],
    );
  });

  it('cost no call of git where none is new', async () => {
    tag(earlier, 'v0');
    const long = new Date(Date.parse(earlier));
    utimesSync(join(repository.root, '.git/refs/tags/v0'), long, long);
    const { host, verbs } = countingHost();
    assert.equal((await factsOf(repository, {}, activityWith(host))).tags, undefined);
    assert.equal(verbs.filter((verb) => verb === 'for-each-ref').length, 1);
  });
});
