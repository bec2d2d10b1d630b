import type { BranchName, Created, NewPullRequest, PullRequest } from '../core/forge/forge';
import { type ForgeResult, mapResult } from '../core/forge/forgeResult';
import { type GitHubRepository, isSameRepository } from './apiHost';
import type { GitHubClient } from './client';
import { openPullRequest } from './openPullRequest';
import { pullRequestShape, toPullRequest } from './pullRequest';
import { sentText, verified } from './verified';

/**
 * Opens a pull request, never a second one: checks for one first, and again where GitHub says that there is one or the
 * outcome is unknown (docs/security.md#r44, A9). An existing one is returned as `found`.
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

  const { base, isDraft, head } = draft;
  const [title, body] = [sentText(draft.title), sentText(draft.body)];
  const parameters = { owner, repo, title, body, base, draft: isDraft, ...headOf(head, repository) };
  const written = await verified(
    async () => {
      const answer = await client.write('POST /repos/{owner}/{repo}/pulls', parameters, pullRequestShape, signal);
      return mapResult(answer, (created) => toPullRequest(created, repository));
    },
    // Without the caller's signal: a person who cancelled needs to know whether the pull request exists.
    () => look(),
  );
  if (written.ok || written.problem.kind !== 'refused') {
    return mapResult(written, (item) => ({ how: 'created', item }));
  }
  const after = await look(signal);
  return after.ok && after.value ? { ...after, value: { how: 'found', item: after.value } } : written;
}

/**
 * A branch of a fork needs its owner's name. For a fork with the same owner it needs the repository too, or GitHub
 * would take the branch for this repository's own.
 */
function headOf(
  head: BranchName,
  repository: GitHubRepository,
): { readonly head: string; readonly head_repo?: string } {
  if (isSameRepository(head, repository)) return { head: head.name };
  const name = `${head.owner}:${head.name}`;
  const isSameOwner = head.owner.toLowerCase() === repository.owner.toLowerCase();
  return isSameOwner ? { head: name, head_repo: head.repo } : { head: name };
}
