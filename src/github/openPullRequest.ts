import type { BranchName, PullRequest } from '../core/forge/forge';
import { type ForgeResult, mapResult } from '../core/forge/forgeResult';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient, ReadOptions } from './client';
import { pullRequestShape, toPullRequest } from './pullRequest';
import { list } from './shape';

const shape = list(pullRequestShape);

/**
 * The open pull request of a branch, or null; of several, the one that was changed last. GitHub ignores the filter for
 * some names of branches, so the results are compared once more.
 */
export async function openPullRequest(
  client: GitHubClient,
  repository: GitHubRepository,
  branch: BranchName,
  options?: ReadOptions,
): Promise<ForgeResult<PullRequest | null>> {
  const { owner, repo } = repository;
  const head = `${branch.owner}:${branch.name}`;
  // This owner may have forks too, with branches of the same name; another owner has one fork, whatever its current
  // name.
  const isHere = isSame(branch.owner, owner);
  const parameters = { owner, repo, head, state: 'open', sort: 'updated', direction: 'desc', per_page: 100 };
  const answer = await client.read('GET /repos/{owner}/{repo}/pulls', parameters, shape, options);
  return mapResult(answer, (found) => {
    const own = found.find(
      (one) =>
        one.state === 'open' &&
        one.head.ref === branch.name &&
        (!isHere || isSame(one.head.repo?.name ?? branch.repo, branch.repo)) &&
        isSame(one.head.label ?? '', head),
    );
    return own ? toPullRequest(own, repository) : null;
  });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
