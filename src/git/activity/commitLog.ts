import type { CommitFact } from '../../core/activity/facts';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { commitFormat, commitOf } from './commitFormat';

/** Of each log of commits: names as the mailmap has them. */
export const logArguments = ['-z', '--use-mailmap', '--encoding=UTF-8'] as const;

/** At most so many commits that the revisions lead to, newest first. Throws `GitUnanswered`. */
export async function readLog(
  runner: GitRunner,
  repository: Repository,
  { most, args, revisions }: { most: number; args: readonly string[]; revisions: readonly string[] },
  options: GitOptions = {},
): Promise<readonly CommitFact[]> {
  const all = [...logArguments, `--max-count=${most}`, ...args, commitFormat.argument];
  const result = await runner.run({ repository, verb: 'log', args: all, revisions }, options);
  return commitFormat.parse(answered(result).stdout).map(commitOf);
}
