import { decode } from '../../core/files/encoding';
import type { FilePath } from '../../core/ports';
import { orCancelled } from '../activity/gaps';
import { nulTokens } from '../nulTokens';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';

/** Windows allows 32,767 characters for a whole command line. */
const mostPaths = 50;

/**
 * Which of the files a commit has; of more than 50, the first are checked. No contents are read, so it also works for
 * files that a partial clone left out.
 * @param commit a whole hash. Throws `GitUnanswered` where it was cancelled.
 */
export async function pathsInCommit(
  runner: GitRunner,
  repository: Repository,
  commit: string,
  paths: readonly FilePath[],
  options: GitOptions = {},
): Promise<ReadonlySet<FilePath>> {
  if (paths.length === 0) return new Set();
  const args = ['-z', '-r', '--name-only'];
  const call = { repository, verb: 'ls-tree', args, revisions: [commit], paths: paths.slice(0, mostPaths) } as const;
  const result = orCancelled(await runner.run(call, options));
  return new Set(result.kind === 'exited' ? nulTokens(result.stdout) : []);
}

const mostBytes = 4 * 1024 * 1024;

/**
 * A file as it was in a commit; null where it was not there, is larger than 4 MB or is no text.
 * @param commit a whole hash. Throws `GitUnanswered` where it was cancelled.
 */
export async function textInCommit(
  runner: GitRunner,
  repository: Repository,
  commit: string,
  path: FilePath,
  options: GitOptions = {},
): Promise<string | null> {
  const call = { repository, verb: 'cat-file', args: ['-p'], revisions: [`${commit}:${path}`] } as const;
  const result = orCancelled(await runner.run(call, { maxBytes: mostBytes, ...options }));
  return result.kind === 'exited' ? (decode(result.stdout)?.text ?? null) : null;
}

/**
 * A file's name in a commit, where it was renamed since, by commits or in the index; null for a file that was not
 * there.
 * @param commit a whole hash. Throws `GitUnanswered` where it was cancelled.
 */
export async function earlierName(
  runner: GitRunner,
  repository: Repository,
  commit: string,
  path: FilePath,
  options: GitOptions = {},
): Promise<FilePath | null> {
  const args = ['--cached', '-z', '--name-status', '--find-renames', '--diff-filter=R'];
  const result = orCancelled(await runner.run({ repository, verb: 'diff', args, revisions: [commit] }, options));
  if (result.kind !== 'exited') return null;
  const tokens = nulTokens(result.stdout);
  // Each rename is three tokens: its status, the old path and the new one.
  const at = tokens.findIndex((token, index) => index % 3 === 2 && token === path);
  return tokens[at - 1] ?? null;
}
