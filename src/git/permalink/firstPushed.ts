import { hostOf, type KnownHosts, type RepositoryHost, repositoryHost } from '../../core/permalinks/repositoryHost';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { type PushedAncestors, pushedAncestors } from './pushedAncestors';
import { remoteUrl } from './remoteNames';

/** Each costs two processes. */
const mostRemotes = 3;

/** What others can see of HEAD's history, and where. */
export interface Pushed extends PushedAncestors {
  readonly host: RepositoryHost | null;
  /** The name of a host that does not say what it runs. */
  readonly unknownHost: string | null;
}

/**
 * The first remote that has an ancestor of HEAD and a page; where none has a page, the first that has an ancestor; null
 * for none. Throws `GitUnanswered` where it was cancelled.
 * @param names of remotes, the likeliest first
 * @param head a whole hash
 */
export async function firstPushed(
  runner: GitRunner,
  repository: Repository,
  names: readonly string[],
  head: string,
  hosts: KnownHosts,
  options: GitOptions = {},
): Promise<Pushed | null> {
  let pageless: Pushed | null = null;
  for (const name of names.slice(0, mostRemotes)) {
    const [url, ancestors] = await Promise.all([
      remoteUrl(runner, repository, name, options),
      pushedAncestors(runner, repository, name, head, options),
    ]);
    if (ancestors.commits.length === 0) continue;
    const host = url === null ? null : repositoryHost(url, hosts);
    if (host !== null) return { ...ancestors, host, unknownHost: null };
    pageless ??= { ...ancestors, host, unknownHost: url === null ? null : hostOf(url) };
  }
  return pageless;
}
