import { hostOf, type KnownHosts, type RepositoryHost, repositoryHost } from '../../core/permalinks/repositoryHost';
import { orCancelled } from '../activity/gaps';
import { logFormat } from '../format';
import type { Repository } from '../repository';
import type { GitOptions, GitRunner } from '../runner';
import { remoteUrl } from './remoteNames';

/** Remotes that are asked about; each costs two processes. */
const mostRemotes = 3;

/** What others can see of HEAD's history, and where. */
export interface Pushed extends PushedAncestors {
  readonly host: RepositoryHost | null;
  /** The host's name where it does not say what the host runs. */
  readonly unknownHost: string | null;
}

/**
 * The first remote that has an ancestor of HEAD and a page; where none has a page, the first that has an ancestor; null
 * where none has either. Throws `GitUnanswered` where it was cancelled.
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

/** What a remote has of HEAD's history, as it was last fetched or pushed. */
interface PushedAncestors {
  /**
   * Full hashes, the newest first: HEAD itself, or the pushed parents of its unpushed commits. Empty where it has
   * nothing.
   */
  readonly commits: readonly string[];
  readonly unpushed: number;
}

const format = logFormat({ mark: '%m', hash: '%H', committed: '%ct' });
const atBorder = '-';

/**
 * One call, which lists only the unpushed commits and the pushed ones right below them.
 * @param remote its name, which must be no pattern
 * @param head full hash. Throws `GitUnanswered` where it was cancelled.
 */
async function pushedAncestors(
  runner: GitRunner,
  repository: Repository,
  remote: string,
  head: string,
  options: GitOptions = {},
): Promise<PushedAncestors> {
  // With a limit on their number, the boundary would be that of the limit and not of the remote.
  const args = ['-z', '--boundary', '--not', `--remotes=${remote}`, '--not', format.argument];
  const result = orCancelled(await runner.run({ repository, verb: 'log', args, revisions: [head] }, options));
  if (result.kind !== 'exited') return { commits: [], unpushed: 0 };
  const rows = format.parse(result.stdout);
  if (rows.length === 0) return { commits: [head], unpushed: 0 };
  const border = rows.filter(({ mark }) => mark === atBorder);
  const newestFirst = border.sort((a, b) => Number(b.committed) - Number(a.committed));
  return { commits: newestFirst.map(({ hash }) => hash), unpushed: rows.length - border.length };
}
