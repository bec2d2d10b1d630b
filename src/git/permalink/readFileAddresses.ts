import { permalink } from '../../core/permalinks/permalink';
import type { KnownHosts } from '../../core/permalinks/repositoryHost';
import type { FilePath } from '../../core/ports';
import type { Repository } from '../repository';
import { resolveCommit } from '../revision';
import type { GitOptions, GitRunner } from '../runner';
import { pathsInCommit } from './fileInCommit';
import { firstPushed } from './firstPushed';
import { remoteNames } from './remoteNames';

/** Commits that are searched for the files; each costs a process. */
const mostCommits = 3;

/**
 * The address at which others can read each of these files, in the newest ancestor of HEAD at a remote that has it; a
 * file that is not pushed has no address. Null where no file of the repository has one. Throws `GitUnanswered`.
 * @param paths from the repository's root
 */
export async function readFileAddresses(
  runner: GitRunner,
  repository: Repository,
  paths: readonly FilePath[],
  hosts: KnownHosts = new Map(),
  options: GitOptions = {},
): Promise<ReadonlyMap<FilePath, string> | null> {
  const [names, head] = await Promise.all([
    remoteNames(runner, repository, options),
    resolveCommit(runner, repository, 'HEAD', options),
  ]);
  const pushed = head === null ? null : await firstPushed(runner, repository, names, head, hosts, options);
  const host = pushed?.host ?? null;
  if (pushed === null || host === null) return null;
  const addresses = new Map<FilePath, string>();
  for (const commit of pushed.commits.slice(0, mostCommits)) {
    const remaining = paths.filter((path) => !addresses.has(path));
    for (const path of await pathsInCommit(runner, repository, commit, remaining, options)) {
      addresses.set(path, permalink(host, { commit, path, lines: null }));
    }
  }
  return addresses;
}
