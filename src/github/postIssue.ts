import type { Created, NewIssue, Posted } from '../core/forge/forge';
import { type ForgeResult, mapResult } from '../core/forge/forgeResult';
import { withLineFeeds } from '../core/text/lineEnds';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { repositoryUrl } from './pullRequest';
import { count, list, nullable, object, text } from './shape';
import { sentText, verified } from './verified';

const route = '/repos/{owner}/{repo}/issues';
const issueShape = object({ number: count, title: text, body: nullable(text) });
const issuesShape = list(issueShape);

/** Opens an issue. Where the outcome is unknown, it is searched for among the newest, by title and body. */
export async function postIssue(
  client: GitHubClient,
  repository: GitHubRepository,
  { labels = [], ...written }: NewIssue,
  signal?: AbortSignal,
): Promise<ForgeResult<Created<Posted>>> {
  const { owner, repo } = repository;
  const [title, body] = [sentText(written.title), sentText(written.body)];
  const issue = { owner, repo, title, body, labels: [...labels] };
  const newest = { owner, repo, state: 'open', sort: 'created', direction: 'desc', per_page: 20 };
  const posted = await verified(
    () => client.write(`POST ${route}`, issue, issueShape, signal),
    async () => {
      const answer = await client.read(`GET ${route}`, newest, issuesShape, { isFresh: true });
      return mapResult(answer, (found) => found.find((one) => one.title === title && isSame(one.body, body)) ?? null);
    },
  );
  return mapResult(posted, ({ number }) => ({
    how: 'created',
    item: { url: `${repositoryUrl(repository)}/issues/${number}` },
  }));
}

function isSame(found: string | null, sent: string): boolean {
  return (found ?? '').trim() === withLineFeeds(sent).trim();
}
