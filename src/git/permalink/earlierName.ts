import type { FilePath } from '../../core/ports';
import { orCancelled } from '../activity/gaps';
import { nulTokens } from '../nulTokens';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';

/**
 * What a file was called in a commit, where it was renamed since, by commits or in what is staged; null for a file that
 * was not there.
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
  // Each rename is three parts: its status, the old path and the new one.
  const at = tokens.findIndex((token, index) => index % 3 === 2 && token === path);
  return tokens[at - 1] ?? null;
}
