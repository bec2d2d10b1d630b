import { decodeText } from '../../core/files/readText';
import type { FilePath } from '../../core/ports';
import { orCancelled } from '../activity/gaps';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';

const mostBytes = 4 * 1024 * 1024;

/**
 * A file as it was in a commit; null where it was not there, or is larger than 4 MB or no text.
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
  return result.kind === 'exited' ? decodeText(result.stdout) : null;
}
