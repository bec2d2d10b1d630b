import type { ForgeResult } from '../core/forge/forgeResult';
import { type GitHubRepository, repositoryOf } from './apiHost';
import type { GitHubClient } from './client';
import { name, object } from './shape';

const shape = object({ full_name: name });

/**
 * The repository under the name that it has now. Git and REST follow a rename without a word, so remotes keep the old one;
 * GitHub's search finds nothing under it and calls that an answer. It says nothing either of what this account may not
 * see, where this says 403 or 404.
 */
export async function currentName(
  client: GitHubClient,
  repository: GitHubRepository,
  signal?: AbortSignal,
): Promise<ForgeResult<GitHubRepository>> {
  const { owner, repo } = repository;
  const answer = await client.read('GET /repos/{owner}/{repo}', { owner, repo }, shape, { signal });
  if (!answer.ok) return answer;
  return { ...answer, value: repositoryOf(answer.value.full_name.split('/'), repository) ?? repository };
}
