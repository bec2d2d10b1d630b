import { settingsIn } from '../activity/settings';
import { branchInHead } from '../branchInHead';
import { configEntries, configurationCall } from '../configEntries';
import { type Repository, readPointer } from '../repository';
import { answered } from '../result';
import type { GitOptions, GitRunner } from '../runner';

/**
 * Names of the remotes, those to which the checked-out work goes first: the upstream's, `origin`, `upstream`, the rest.
 * Throws `GitUnanswered`.
 */
export async function remoteNames(
  runner: GitRunner,
  repository: Repository,
  options: GitOptions = {},
): Promise<readonly string[]> {
  const [result, head = ''] = await Promise.all([
    runner.run({ repository, ...configurationCall }, options),
    readPointer(`${repository.gitDirectory}/HEAD`),
  ]);
  const entries = configEntries(answered(result).stdout);
  const followed = entries.find(([key]) => key === `branch.${branchInHead(head)}.remote`)?.[1] ?? 'origin';
  const { remotes } = settingsIn(entries);
  const first = [followed, 'origin', 'upstream'].filter((name) => remotes.includes(name));
  return [...new Set([...first, ...remotes])];
}

/** The address of a remote after the rewrites of the person's configuration (`insteadOf`); null where there is none. */
export async function remoteUrl(
  runner: GitRunner,
  repository: Repository,
  name: string,
  options: GitOptions = {},
): Promise<string | null> {
  const result = await runner.run({ repository, verb: 'remote', operands: [name] }, options);
  if (result.kind !== 'exited') return null;
  return new TextDecoder().decode(result.stdout).split('\n', 1)[0] || null;
}
