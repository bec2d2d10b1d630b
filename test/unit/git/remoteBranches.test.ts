import { deepEqual, ok } from 'node:assert/strict';
import { readRemoteBranches } from '../../../src/git/pullRequests/remoteBranches';
import { findRepository } from '../../../src/git/repository';
import { GitRunner } from '../../../src/git/runner';
import { TemporaryRepository } from '../support/temporaryRepository';
import { gitHost } from './gitHost';

describe('a local branch at the remotes', () => {
  let at: TemporaryRepository;
  let tip: string;
  before(() => {
    at = TemporaryRepository.create();
    tip = at.commit({ date: '2026-11-20T09:00:00Z' });
    for (const remote of ['origin', 'ann/fork']) at.git('remote', 'add', remote, `https://github.com/${remote}.git`);
    const branches = ['origin/main', 'origin/topic', 'ann/fork/topic', 'ann/fork/led/topic', 'origin/topic-2'];
    for (const branch of branches) at.git('update-ref', `refs/remotes/${branch}`, tip);
    for (const branch of ['topic', 'new', 'local']) at.git('branch', '--quiet', branch);
    at.git('branch', '--quiet', '--set-upstream-to=ann/fork/led/topic', 'topic');
    at.git('branch', '--quiet', '--set-upstream-to=origin/main', 'new');
    at.git('branch', '--quiet', '--set-upstream-to=main', 'local');
  });
  after(() => at.dispose());

  const cases: readonly (readonly [branch: string, found: readonly string[]])[] = [
    ['topic', ['ann/fork led/topic', 'origin topic', 'ann/fork topic']],
    ['new', ['origin main']],
    ['local', []],
    ['not-there', []],
  ];
  for (const [branch, found] of cases) {
    it(`is what ${branch} follows, then its own name at each, and nothing that only begins like it`, async () => {
      const place = await findRepository(at.root);
      ok(place.ok);
      const runner = new GitRunner(gitHost());
      const read = await readRemoteBranches(runner, place.repository, branch, ['origin', 'ann/fork']);
      deepEqual(
        read.map(({ remote, name }) => `${remote} ${name}`),
        found,
      );
      ok(read.every(({ ahead, behind }) => ahead === 0 && behind === 0));
    });
  }

  it('is counted in both directions', async () => {
    at.git('checkout', '--quiet', '-b', 'split');
    const mine = [at.commit({ date: '2026-11-20T10:00:00Z' }), at.commit({ date: '2026-11-20T11:00:00Z' })];
    at.git('update-ref', 'refs/remotes/origin/split', mine[0] ?? '');
    at.git('checkout', '--quiet', '--detach', tip);
    at.git('update-ref', 'refs/remotes/ann/fork/split', at.commit({ date: '2026-11-20T12:00:00Z' }));
    const place = await findRepository(at.root);
    ok(place.ok);
    const runner = new GitRunner(gitHost());
    deepEqual(await readRemoteBranches(runner, place.repository, 'split', ['origin', 'ann/fork']), [
      { remote: 'origin', name: 'split', ahead: 1, behind: 0 },
      { remote: 'ann/fork', name: 'split', ahead: 2, behind: 1 },
    ]);
  });
});
