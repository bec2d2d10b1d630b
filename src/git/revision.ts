import { objectName } from '../core/names/objectName';
import type { Repository } from './repository';
import { answered } from './result';
import type { GitOptions, GitRunner } from './runner';

/**
 * The hash of the commit that a name stands for, or null where there is none. Names from people and from the repository
 * are resolved here once, and only the hash is passed on (docs/security.md#r15). Throws `GitUnanswered`.
 */
export async function resolveCommit(
  runner: GitRunner,
  repository: Repository,
  name: string,
  options: GitOptions = {},
): Promise<string | null> {
  const result = await runner.run(
    { repository, verb: 'rev-parse', args: ['--verify', '--quiet'], revisions: [`${name}^{commit}`] },
    options,
  );
  const hash = new TextDecoder().decode(answered(result).stdout).trimEnd();
  return objectName.test(hash) ? hash : null;
}
