import { workspace } from 'vscode';
import { remoteNames, remoteUrl } from '../../git/permalink/remoteNames';
import type { GitOptions } from '../../git/runner';
import {
  type EnterpriseSetting,
  enterpriseHost,
  type GitHubHost,
  type GitHubRepository,
  gitHubDotCom,
  repositoryAt,
} from '../../github/apiHost';
import type { OpenRepository } from '../workspace/lazyGit';

/** A remote at a GitHub that Meridian may talk to. */
export interface RemoteRepository {
  /** Its name in git. */
  readonly remote: string;
  readonly repository: GitHubRepository;
}

/** Each remote costs a process of git. */
const mostRemotes = 6;

/** Only the person's own setting counts: a repository must not say where a token goes (docs/security.md#r29). */
export function enterpriseSetting(): EnterpriseSetting {
  const { globalValue } = workspace.getConfiguration('github-enterprise').inspect<unknown>('uri') ?? {};
  return enterpriseHost(typeof globalValue === 'string' ? globalValue : undefined);
}

/**
 * Repositories in the order in which work goes to them: the upstream's remote, `origin`, `upstream`, the rest. @throws
 * GitUnanswered
 */
export async function remoteRepositories(
  { runner, repository }: OpenRepository,
  enterprise: EnterpriseSetting,
  options: GitOptions,
): Promise<{ readonly remotes: number; readonly found: readonly RemoteRepository[] }> {
  const known: readonly GitHubHost[] = [gitHubDotCom, ...(enterprise.kind === 'host' ? [enterprise.host] : [])];
  const names = await remoteNames(runner, repository, options);
  const read = names.slice(0, mostRemotes).map(async (remote): Promise<RemoteRepository[]> => {
    const at = repositoryAt((await remoteUrl(runner, repository, remote, options)) ?? '', known);
    return at ? [{ remote, repository: at }] : [];
  });
  return { remotes: names.length, found: (await Promise.all(read)).flat() };
}

/**
 * Where issues and pull requests are: in a clone of a fork at the remote `upstream`, else at the remote that work goes
 * to first. Null where `found` is empty.
 */
export function baseRepository(found: readonly RemoteRepository[]): GitHubRepository | null {
  const base = found.find(({ remote }) => remote === 'upstream') ?? found[0];
  return base?.repository ?? null;
}
