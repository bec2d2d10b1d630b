import type { PullRequest, PullRequestChange, PullRequestText } from '../core/forge/forge';
import { type ForgeResult, forgeProblem, mapResult } from '../core/forge/forgeResult';
import { oneLine } from '../core/text/escape';
import { withLineFeeds } from '../core/text/lineEnds';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { pullRequestShape, toPullRequest } from './pullRequest';
import { sentText, verified } from './verified';

const route = '/repos/{owner}/{repo}/pulls/{pull_number}';
const fields = ['title', 'body'] as const;

/** GitHub keeps the line ends of the last writer, and trims blanks around a title and at the end of a body. */
const plain: Readonly<Record<keyof PullRequestText, (text: string) => string>> = {
  title: (text) => oneLine(sentText(text)).trim(),
  body: (text) => withLineFeeds(sentText(text)).trimEnd(),
};

/**
 * Replaces the title or body that the person had seen. GitHub has no conditional write, so the pull request is read
 * right before; where somebody changed the same part meanwhile, nothing is written, and the problem is `conflict`.
 */
export async function updatePullRequest(
  client: GitHubClient,
  repository: GitHubRepository,
  number: number,
  { seen, wanted }: PullRequestChange,
  signal?: AbortSignal,
): Promise<ForgeResult<PullRequest>> {
  const parameters = { owner: repository.owner, repo: repository.repo, pull_number: number };
  const look = async (stop?: AbortSignal): Promise<ForgeResult<PullRequest>> => {
    const answer = await client.read(`GET ${route}`, parameters, pullRequestShape, { signal: stop, isFresh: true });
    return mapResult(answer, (found) => toPullRequest(found, repository));
  };
  const changed = fields.filter((field) => !isSame(field, seen, wanted));
  const isAll = (as: PullRequestText, found: PullRequest) => changed.every((field) => isSame(field, as, found));
  const now = await look(signal);
  if (!now.ok || isAll(wanted, now.value)) return now;
  if (!isAll(seen, now.value)) return { ok: false, problem: forgeProblem('conflict') };
  const sent = Object.fromEntries(changed.map((field) => [field, sentText(wanted[field])]));
  return verified(
    async () => {
      const answer = await client.write(`PATCH ${route}`, { ...parameters, ...sent }, pullRequestShape, signal);
      return mapResult(answer, (written) => toPullRequest(written, repository));
    },
    async () => mapResult(await look(), (found) => (isAll(wanted, found) ? found : null)),
  );
}

function isSame(field: keyof PullRequestText, one: PullRequestText, other: PullRequestText): boolean {
  return plain[field](one[field]) === plain[field](other[field]);
}
