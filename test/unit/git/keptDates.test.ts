import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { neverCancelled, type Shelf } from '../../../src/core/ports';
import { AddedDates } from '../../../src/git/addedDates';
import type { GitHost } from '../../../src/git/installation';
import { GitRunner } from '../../../src/git/runner';
import { memoryShelf } from '../support/memoryShelf';
import { TemporaryRepository } from '../support/temporaryRepository';
import { gitHost, silent } from './gitHost';

const text = (topic: string) => Array.from({ length: 12 }, (_, line) => `${topic} ${line}\n`).join('');
const paths = ['docs/1.md', 'docs/2.md', 'notes/1.md', 'code.ts'];
const branches = ['main', 'side', 'other'];

type Step = (repository: TemporaryRepository, day: string) => void;

/** What does not apply, such as a merge with conflicts, is taken back. */
function attempt(repository: TemporaryRepository, command: string, ...rest: readonly string[]): Step {
  return () => {
    try {
      repository.git(command, ...rest);
    } catch {
      for (const undo of [
        [command, '--abort'],
        ['reset', '--quiet', '--hard'],
      ]) {
        try {
          repository.git(...undo);
        } catch {
          // There is nothing to take back.
        }
      }
    }
  };
}

const commit: Step = (repository, date) => repository.commit({ date });
const some =
  (...commands: readonly (readonly [string, ...string[]])[]): Step =>
  (repository, day) => {
    for (const command of commands) attempt(repository, ...command)(repository, day);
  };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ path: fc.constantFrom(...paths), topic: fc.constantFrom('ledger', 'queue', 'cache') }).map(
    ({ path, topic }): Step =>
      (repository, day) =>
        commit(repository.write(path, text(topic)), day),
  ),
  fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...paths)).map(
    ([from, to]): Step =>
      (repository, day) => {
        some(['mv', from, to])(repository, day);
        commit(repository, day);
      },
  ),
  fc.constantFrom(...paths).map(
    (path): Step =>
      (repository, day) => {
        some(['rm', '--quiet', path])(repository, day);
        commit(repository, day);
      },
  ),
  fc.constant<Step>((repository, day) => repository.commit({ date: day, amend: true })),
  fc.constantFrom(...branches).map((branch) => some(['checkout', '--quiet', '-B', branch])),
  fc.constantFrom(...branches).map((branch) => some(['checkout', '--quiet', branch])),
  fc.constantFrom(...branches).map((branch) => some(['merge', '--quiet', '--no-ff', '-m', 'Merge', branch])),
  fc.constantFrom(...branches).map((branch) => some(['rebase', '--quiet', branch])),
  fc.constantFrom(...branches).map((branch) => some(['cherry-pick', branch])),
  fc.constantFrom<Step>(
    some(['reset', '--quiet', '--hard', 'HEAD~1']),
    some(['checkout', '--quiet', '--detach']),
    some(['pack-refs', '--all']),
    some(['reflog', 'expire', '--expire=now', '--all'], ['prune', '--expire=now']),
  ),
);

async function datesIn(root: string, files: readonly string[], shelf: Shelf | null, changes: Partial<GitHost> = {}) {
  const reader = new AddedDates(new GitRunner(gitHost(changes)), root, shelf);
  return Object.fromEntries(await reader.addedDates(files, neverCancelled));
}

describe('dates that are kept', () => {
  it('are what git says now, after any sequence of commits, moves, merges and rewritten histories', async () => {
    const round = fc.record({ step, asked: fc.constantFrom(paths, paths.slice(0, 1), paths.slice(1)) });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 9 }), async (rounds) => {
        const repository = TemporaryRepository.create();
        const shelves = new Map<readonly string[], Shelf>();
        try {
          repository.write('docs/1.md', text('ledger')).commit({ date: '2020-01-01T12:00:00Z' });
          for (const [at, { step, asked }] of rounds.entries()) {
            step(repository, `202${at}-02-03T12:00:00Z`);
            const shelf = shelves.get(asked) ?? memoryShelf();
            shelves.set(asked, shelf);
            const kept = await datesIn(repository.root, asked, shelf);
            assert.deepEqual(kept, await datesIn(repository.root, asked, null));
          }
        } finally {
          repository.dispose();
        }
      }),
      { numRuns: 8 },
    );
  });

  describe('of a repository', () => {
    let repository: TemporaryRepository;
    let shelf: Shelf;
    let verbs: string[];
    const logger = { ...silent, debug: (message: string) => void verbs.push(message.split(':')[0] ?? '') };
    const dates = () => datesIn(repository.root, ['a.md'], shelf, { logger });

    beforeEach(() => {
      repository = TemporaryRepository.create();
      repository.write('a.md', text('a')).commit({ date: '2020-01-01T12:00:00Z' });
      shelf = memoryShelf();
      verbs = [];
    });
    afterEach(() => repository.dispose());

    it('need no process while HEAD is the same', async () => {
      assert.deepEqual(await dates(), { 'a.md': '2020-01-01' });
      verbs = [];
      repository.git('checkout', '--quiet', '-b', 'side');
      repository.git('pack-refs', '--all');
      assert.deepEqual(await dates(), { 'a.md': '2020-01-01' });
      assert.deepEqual(verbs, []);
    });

    it('outlive commits and merges of other files, for two short walks', async () => {
      await dates();
      repository.git('checkout', '--quiet', '-b', 'side');
      repository.write('b.md', 'b').commit({ date: '2021-01-01T12:00:00Z' });
      repository.git('checkout', '--quiet', 'main');
      repository.write('c.md', 'c').commit({ date: '2022-01-01T12:00:00Z' });
      repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'side');
      verbs = [];
      assert.deepEqual(await dates(), { 'a.md': '2020-01-01' });
      assert.deepEqual(verbs, ['git log', 'git log']);
      verbs = [];
      await dates();
      assert.deepEqual(verbs, []);
    });

    it('go with a branch that does not come from the kept commit', async () => {
      repository.git('checkout', '--quiet', '-b', 'side');
      repository.write('b.md', 'b').commit({ date: '2021-01-01T12:00:00Z' });
      assert.deepEqual(await datesIn(repository.root, ['b.md'], shelf), { 'b.md': '2021-01-01' });
      repository.git('checkout', '--quiet', 'main');
      repository.write('c.md', 'c').commit({ date: '2022-01-01T12:00:00Z' });
      assert.deepEqual(await datesIn(repository.root, ['b.md'], shelf), {});
    });

    it('go with a commit that is written anew', async () => {
      await dates();
      repository.commit({ date: '2019-05-06T12:00:00Z', amend: true });
      assert.deepEqual(await dates(), { 'a.md': '2019-05-06' });
    });

    it('go with what a shallow clone did not have', async () => {
      repository.write('b.md', 'b').commit({ date: '2021-01-01T12:00:00Z' });
      const clone = repository.clone('--depth=1');
      try {
        assert.deepEqual(await datesIn(clone.root, ['a.md'], shelf), {});
        clone.git('fetch', '--quiet', '--unshallow');
        assert.deepEqual(await datesIn(clone.root, ['a.md'], shelf), { 'a.md': '2020-01-01' });
      } finally {
        clone.dispose();
      }
    });

    const rewrites: readonly (readonly [string, (repository: TemporaryRepository) => void])[] = [
      ['a replaced commit', ({ git }) => git.call(repository, 'replace', 'HEAD', copyOf('2018-01-01T12:00:00Z'))],
      [
        'a packed replacement',
        () => {
          repository.git('replace', 'HEAD', copyOf('2018-01-01T12:00:00Z'));
          repository.git('pack-refs', '--all');
        },
      ],
      [
        'a graft',
        () => {
          const other = copyOf('2018-01-01T12:00:00Z');
          mkdirSync(join(repository.root, '.git/info'), { recursive: true });
          repository.write('b.md', 'b').commit({ date: '2021-01-01T12:00:00Z' });
          const head = repository.git('rev-parse', 'HEAD');
          writeFileSync(join(repository.root, '.git/info/grafts'), `${head} ${other}\n`);
        },
      ],
    ];
    const copyOf = (date: string): string =>
      repository.gitWith(
        { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
        ...['commit-tree', 'HEAD^{tree}', '-m', 'Another'],
      );
    for (const [what, rewrite] of rewrites) {
      it(`are neither taken nor kept beside ${what}`, async () => {
        await dates();
        rewrite(repository);
        assert.deepEqual(await dates(), { 'a.md': '2018-01-01' });
      });
    }

    it('of a linked working tree are those of its own HEAD', async () => {
      await dates();
      const worktree = repository.worktree('-b', 'side');
      try {
        worktree.commit({ date: '2018-01-01T12:00:00Z', amend: true });
        const own = memoryShelf();
        for (let time = 0; time < 2; time++) {
          assert.deepEqual(await datesIn(worktree.root, ['a.md'], own), { 'a.md': '2018-01-01' });
        }
        assert.deepEqual(await dates(), { 'a.md': '2020-01-01' });
      } finally {
        worktree.dispose();
      }
    });
  });
});
