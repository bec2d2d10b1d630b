import type { BodyChange, PullRequest } from '../core/forge/forge';
import { type ForgeResult, forgeProblem, mapResult } from '../core/forge/forgeResult';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { pullRequestShape, toPullRequest } from './pullRequest';
import { verified } from './verified';

const route = '/repos/{owner}/{repo}/pulls/{pull_number}';

/**
 * Writes a new body over the one that the person had seen. GitHub has no conditional write, so the body is read right
 * before, and one that somebody changed meanwhile stays: `conflict`.
 */
export async function updateBody(
  client: GitHubClient,
  repository: GitHubRepository,
  number: number,
  { seen, body }: BodyChange,
  signal?: AbortSignal,
): Promise<ForgeResult<PullRequest>> {
  const parameters = { owner: repository.owner, repo: repository.repo, pull_number: number };
  const look = async (stop?: AbortSignal): Promise<ForgeResult<PullRequest>> => {
    const answer = await client.read(`GET ${route}`, parameters, pullRequestShape, { signal: stop, isFresh: true });
    return mapResult(answer, (found) => toPullRequest(found, repository));
  };
  const now = await look(signal);
  if (!now.ok || isSame(now.value.body, body)) return now;
  if (!isSame(now.value.body, seen)) return { ok: false, problem: forgeProblem('conflict') };
  return verified(
    async () => {
      const answer = await client.write(`PATCH ${route}`, { ...parameters, body }, pullRequestShape, signal);
      return mapResult(answer, (written) => toPullRequest(written, repository));
    },
    async () => mapResult(await look(), (found) => (isSame(found.body, body) ? found : null)),
  );
}

/** GitHub keeps the line ends of whoever wrote last, and drops blank lines at the end. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(body: string): string {
  return body.replace(/\r\n?/g, '\n').trimEnd();
}
