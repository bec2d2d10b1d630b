import type { FilePath } from '../../core/ports';
import type { BranchCommit } from '../../core/pullRequests/branchFacts';
import { commitFormat, commitOf } from '../activity/commitFormat';
import { orCancelled } from '../activity/gaps';
import { changesFormat } from '../changesFormat';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

/** A branch with more commits is described by its files alone. */
const mostCommits = 250;
const mostFilesOfCommit = 200;
const bytes = 64 * 1024 * 1024;

const names = changesFormat({ hash: '%H' });

/**
 * The commits that `head` has and `base` lacks, both hashes, with the names of their files: two calls of `log`. Merges
 * are left out, because they bring what is in the base. Throws `GitUnanswered`.
 */
export async function readBranchCommits(
  runner: GitRunner,
  repository: Repository,
  base: string,
  head: string,
  options: GitOptions,
): Promise<{ readonly commits: readonly BranchCommit[]; readonly truncated: boolean }> {
  const revisions = [`${base}..${head}`];
  const found: BranchCommit[] = [];
  const files = new Map<string, FilePath[]>();
  const walk = ['-z', '--no-merges', '--topo-order', `--max-count=${mostCommits + 1}`];
  const [detailed, named] = await Promise.all([
    runner.run(
      {
        repository,
        verb: 'log',
        args: [...walk, '--use-mailmap', '--encoding=UTF-8', commitFormat.argument],
        revisions,
      },
      {
        ...options,
        maxBytes: bytes,
        onStdout: commitFormat.reader((row) => found.push({ ...commitOf(row), files: [] })),
      },
    ),
    runner.run(
      // Only exact renames: for others git would compare contents, which may not be here.
      { repository, verb: 'log', args: [...walk, '--name-status', '--find-renames=100%', names.argument], revisions },
      {
        ...options,
        maxBytes: bytes,
        onStdout: names.reader(({ hash }, { path }) => {
          const known = files.get(hash);
          if (known === undefined) files.set(hash, [path]);
          else if (known.length < mostFilesOfCommit) known.push(path);
        }),
      },
    ),
  ]);
  answered(detailed);
  orCancelled(named);
  return {
    commits: found.slice(0, mostCommits).map((commit) => ({ ...commit, files: files.get(commit.hash) ?? [] })),
    truncated: found.length > mostCommits,
  };
}
