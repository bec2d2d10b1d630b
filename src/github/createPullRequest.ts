import type { Created, NewPullRequest, PullRequest } from '../core/forge/forge';
import { type ForgeResult, mapResult } from '../core/forge/forgeResult';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { openPullRequest } from './openPullRequest';
import { pullRequestShape, toPullRequest } from './pullRequest';
import { verified } from './verified';

/**
 * Opens a pull request, never a second one: looks for it first, and again where GitHub says that there is one or does not
 * say what it did (R44, A9). What was there before is `found`.
 */
export async function createPullRequest(
  client: GitHubClient,
  repository: GitHubRepository,
  draft: NewPullRequest,
  signal?: AbortSignal,
): Promise<ForgeResult<Created<PullRequest>>> {
  const { owner, repo } = repository;
  const look = (stop?: AbortSignal) => openPullRequest(client, repository, draft.head, { signal: stop, isFresh: true });
  const before = await look(signal);
  if (!before.ok) return before;
  if (before.value) return { ...before, value: { how: 'found', item: before.value } };

  const { title, body, base, isDraft, head } = draft;
  const isFork = head.owner.toLowerCase() !== owner.toLowerCase();
  const parameters = {
    owner,
    repo,
    title,
    body,
    base,
    draft: isDraft,
    head: isFork ? `${head.owner}:${head.name}` : head.name,
  };
  const written = await verified(
    async () => {
      const answer = await client.write('POST /repos/{owner}/{repo}/pulls', parameters, pullRequestShape, signal);
      return mapResult(answer, (created) => toPullRequest(created, repository));
    },
    // Without the caller's signal: whoever cancels wants to know whether it is there all the more.
    () => look(),
  );
  if (written.ok || written.problem.kind !== 'refused') {
    return mapResult(written, (item) => ({ how: 'created', item }));
  }
  const after = await look(signal);
  return after.ok && after.value ? { ...after, value: { how: 'found', item: after.value } } : written;
}
