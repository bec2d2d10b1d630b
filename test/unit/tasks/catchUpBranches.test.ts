import assert from 'node:assert/strict';
import type { TemporaryRepository } from '../support/temporaryRepository';
import { ann, at, begun, bo, by, kenji, pageOf } from './catchUpRepository';

describe('the branches of a catch-up on a repository', () => {
  const made: TemporaryRepository[] = [];
  let repository: TemporaryRepository;
  beforeEach(() => {
    repository = begun();
    made.push(repository);
  });
  afterEach(() => {
    for (const each of made.splice(0)) each.dispose();
  });
  const page = (of = repository) => pageOf(of);

  it('tells that a colleague merged a branch since, and no merge of before or of the reader', async () => {
    const main = repository.git('rev-parse', '--abbrev-ref', 'HEAD');
    for (const [branch, who, day] of [
      ['before', kenji, 17],
      ['hers', kenji, 19],
      ['own', ann, 20],
    ] as const) {
      repository.git('checkout', '--quiet', '-b', branch);
      repository.write(`${branch}.ts`, '1').commit({ date: at(17, 8), author: ann, committer: ann });
      repository.git('checkout', '--quiet', main);
      repository.gitWith(by(who, day), 'merge', '--quiet', '--no-ff', '--no-edit', branch);
    }
    const text = await page();
    assert.deepEqual(text.match(/^- `\w+` was merged$/gm), ['- `hers` was merged']);
  });

  it('tells that a branch was squashed that is gone at the remote, and who took back what was merged', async () => {
    repository.git('config', 'remote.origin.url', 'https://git.example/ledger');
    repository.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    const main = repository.git('rev-parse', '--abbrev-ref', 'HEAD');
    const host = { GIT_COMMITTER_NAME: 'GitHub', GIT_COMMITTER_EMAIL: 'noreply@github.com' };
    const begin = (branch: string) => {
      repository.git('checkout', '--quiet', '-b', branch, main);
      repository.git('config', `branch.${branch}.remote`, 'origin');
      repository.git('config', `branch.${branch}.merge`, `refs/heads/${branch}`);
      for (const part of [1, 2]) {
        repository.write(`${branch}${part}.ts`, '1');
        repository.commit({ date: at(17, 8), message: `${branch} ${part}`, author: ann, committer: ann });
      }
      repository.git('checkout', '--quiet', main);
    };
    const squash = (branch: string, environment: Readonly<Record<string, string>>) => {
      begin(branch);
      repository.git('merge', '--quiet', '--squash', branch);
      repository.gitWith(environment, 'commit', '--quiet', '-m', `Land ${branch} (#7)`);
    };
    squash('before', { ...by(ann, 17), ...host });
    squash('hosted', { ...by(ann, 19), ...host });
    squash('taken', { ...by(ann, 19), ...host });
    repository.gitWith(by(kenji, 20), 'revert', '--no-edit', 'HEAD');
    squash('own', by(ann, 20));
    const text = await page();
    assert.deepEqual(text.match(/^- `\w+` was merged.*$/gm), [
      '- `hosted` was merged',
      '- `taken` was merged, and reverted since by Kenji Mori',
    ]);
  });

  it('does not tell that a branch was merged that stood where a colleague who pulled took in the default branch', async () => {
    repository.git('branch', 'idea');
    repository.git('checkout', '--quiet', '-b', 'of-kenji', 'HEAD~1');
    repository.write('rates.ts', '1').commit({ date: at(17), author: kenji, committer: kenji });
    const pull = "Merge branch 'main' of https://git.example/ledger";
    repository.gitWith(by(kenji, 19), 'merge', '--quiet', '--no-ff', '-m', pull, 'main');
    repository.git('checkout', '--quiet', '-B', 'main');
    repository.git('branch', '--quiet', '-D', 'of-kenji');
    assert.doesNotMatch(await page(), /idea/);
  });

  it('tells that a branch was rewritten that a colleague pushed by force, and no move of one that the reader rebased', async () => {
    const main = repository.git('rev-parse', 'HEAD');
    const clone = repository.clone();
    made.push(clone);
    for (const branch of ['forced', 'rebased', 'pushed']) {
      clone.git('checkout', '--quiet', '-b', branch, main);
      clone.write(`${branch}.ts`, '1').commit({ date: at(17), author: kenji });
      clone.write(`${branch}.ts`, '2').commit({ date: at(17), author: ann, committer: ann });
      clone.git('push', '--quiet', '--set-upstream', 'origin', branch);
    }
    clone.git('checkout', '--quiet', 'rebased');
    clone.gitWith(by(ann, 18), 'rebase', '--quiet', '--force-rebase', '--onto', `${main}~1`, main);
    for (const [branch, amend] of [
      ['forced', true],
      ['pushed', false],
    ] as const) {
      repository.git('checkout', '--quiet', branch);
      repository.write('more.ts', branch).commit({ date: at(19), author: kenji, committer: kenji, amend });
    }
    clone.git('fetch', '--quiet', '--force');
    const text = await page(clone);
    assert.deepEqual(text.match(/^- `\w+` (?:was|moved).*$/gm)?.sort(), [
      '- `forced` was rewritten, with 1 commit of Kenji Mori',
      '- `pushed` moved on by 1 commit of Kenji Mori',
    ]);
  });

  it('tells that the reader’s branch was rewritten with nothing but their own commits', async () => {
    const clone = repository.clone();
    made.push(clone);
    for (const branch of ['based', 'further']) {
      clone.git('checkout', '--quiet', '-b', branch, 'origin/main');
      clone.write(`${branch}.ts`, '1').commit({ date: at(17), author: ann, committer: ann });
      clone.git('push', '--quiet', '--set-upstream', 'origin', branch);
    }
    clone.write('further.ts', '2').commit({ date: at(18), author: ann, committer: ann });
    repository.write('other.ts', '1').commit({ date: at(18), author: bo });
    for (const branch of ['based', 'further']) repository.gitWith(by(kenji, 19), 'rebase', '--quiet', 'main', branch);
    repository.git('checkout', '--quiet', 'main');
    clone.git('fetch', '--quiet', '--force');
    assert.deepEqual((await page(clone)).match(/^- `\w+` was.*$/gm)?.sort(), [
      '- `based` was rewritten, with 1 commit of Ann Lee',
      '- `further` was rewritten, with 1 commit of Ann Lee',
    ]);
  });

  it('tells which branch of the reader is gone at its remote and not known to be merged', async () => {
    const clone = repository.clone();
    made.push(clone);
    for (const [branch, date] of [
      ['dropped', at(17)],
      ['renamed', at(17)],
      ['stale', '2026-09-01T09:00:00Z'],
    ] as const) {
      clone.git('checkout', '--quiet', '-b', branch, 'origin/main');
      clone.write(`${branch}.ts`, '1').commit({ date, author: ann });
      clone.git('push', '--quiet', '--set-upstream', 'origin', branch);
    }
    clone.git('push', '--quiet', 'origin', 'renamed:refs/heads/better');
    clone.git('checkout', '--quiet', 'main');
    for (const branch of ['dropped', 'renamed', 'stale']) repository.git('branch', '--quiet', '-D', branch);
    clone.git('fetch', '--quiet', '--prune');
    const text = await page(clone);
    assert.deepEqual(text.match(/^- `\w+` is.*$/gm), ['- `dropped` is gone at the remote, and not known to be merged']);
  });
});
