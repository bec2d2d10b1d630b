import { nulTokens } from './nulTokens';
import type { Repository } from './repository';
import { answered } from './result';
import type { GitOptions, GitRunner } from './runner';

/**
 * Files below a folder that HEAD does not have and commits of local or remote-tracking branches add, as of the last
 * fetch, relative to the repository's root. Throws `GitUnanswered`.
 */
export async function filesElsewhere(
  runner: GitRunner,
  repository: Repository,
  folder: string,
  options: GitOptions = {},
): Promise<readonly string[]> {
  // Without renames, because a file that was moved there also takes the name.
  const args = [
    '-z',
    '--format=',
    '--name-only',
    '--no-renames',
    '--diff-filter=A',
    '--branches',
    '--remotes',
    '--not',
  ];
  const paths = folder === '' ? [] : [folder];
  const result = await runner.run({ repository, verb: 'log', args, revisions: ['HEAD'], paths }, options);
  return [...new Set(nulTokens(answered(result).stdout).filter((path) => path !== ''))];
}
