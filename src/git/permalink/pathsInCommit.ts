import type { FilePath } from '../../core/ports';
import { orCancelled } from '../activity/gaps';
import { nulTokens } from '../nulTokens';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';

/** Windows allows 32,767 characters for a whole command line. */
const mostPaths = 50;

/**
 * Which of the files a commit has; of more than 50, the first. Nothing of them is read, so it also knows what a partial
 * clone has left out.
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
