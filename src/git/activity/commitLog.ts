import type { CommitFact } from '../../core/activity/facts';
import type { Instant } from '../../core/time/zone';
import type { Repository } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';
import { commitFormat, commitOf } from './commitFormat';

/** Options of every log of commits: names are mapped by the mailmap. */
export const logArguments = ['-z', '--use-mailmap', '--encoding=UTF-8'] as const;

/**
 * Ends a walk at commits from before an instant. It also ends at the first commit with a wrong clock (docs/adr/0018),
 * so it is only for walks that may miss commits.
 */
export function sinceArgument(instant: Instant): string {
  return `--since=@${Math.max(0, Math.floor(instant / 1000))} +0000`;
}

/**
 * At most `most` commits that the revisions reach, newest first; with paths, those that changed one of them. Throws
 * `GitUnanswered`.
 */
export async function readLog(
  runner: GitRunner,
  repository: Repository,
  {
    most,
    args,
    revisions,
    paths = [],
  }: { most: number; args: readonly string[]; revisions: readonly string[]; paths?: readonly string[] },
  options: GitOptions = {},
): Promise<readonly CommitFact[]> {
  const all = [...logArguments, `--max-count=${most}`, ...args, commitFormat.argument];
  const result = await runner.run({ repository, verb: 'log', args: all, revisions, paths }, options);
  return commitFormat.parse(answered(result).stdout).map(commitOf);
}
