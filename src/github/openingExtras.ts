import type { OpenedWith, RequestedReviewers } from '../core/forge/forge';
import { type ForgeResult, mapResult } from '../core/forge/forgeResult';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { pullRequestShape } from './pullRequest';
import { flag, list, name, nullable, object } from './shape';

/** What a pull request is opened with besides its text: labels, reviewers, and what my last ones had. */

const mostRequests = 5;

/** A person who opens a pull request as a draft marks it ready later, so that event is read too. */
const lastOpenedQuery = `
query LastOpened($mine: String!) {
  mine: search(type: ISSUE, query: $mine, first: ${mostRequests}) {
    nodes {
      ... on PullRequest {
        isDraft
        labels(first: 10) { nodes { name } }
        timelineItems(first: 1, itemTypes: [READY_FOR_REVIEW_EVENT]) { nodes { __typename } }
      }
    }
  }
}`;

const lastOpenedShape = object({
  mine: object({
    nodes: list(
      object({
        isDraft: flag,
        labels: nullable(object({ nodes: list(object({ name })) })),
        timelineItems: object({ nodes: list(object({ __typename: name })) }),
      }),
    ),
  }),
});

export async function lastOpened(
  client: GitHubClient,
  { owner, repo }: GitHubRepository,
  signal?: AbortSignal,
): Promise<ForgeResult<readonly OpenedWith[]>> {
  const variables = { mine: `repo:${owner}/${repo} is:pr author:@me sort:created-desc` };
  const answer = await client.query(lastOpenedQuery, variables, lastOpenedShape, { signal });
  return mapResult(answer, ({ mine }) =>
    mine.nodes.map(({ isDraft, labels, timelineItems }) => ({
      labels: labels?.nodes.map((label) => label.name) ?? [],
      asDraft: isDraft || timelineItems.nodes.length > 0,
    })),
  );
}

export async function requestReview(
  client: GitHubClient,
  { owner, repo }: GitHubRepository,
  number: number,
  { logins, teams }: RequestedReviewers,
  signal?: AbortSignal,
): Promise<ForgeResult<null>> {
  const parameters = { owner, repo, pull_number: number, reviewers: [...logins], team_reviewers: [...teams] };
  const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers';
  return mapResult(await client.write(route, parameters, pullRequestShape, signal), () => null);
}

export async function addLabels(
  client: GitHubClient,
  { owner, repo }: GitHubRepository,
  number: number,
  labels: readonly string[],
  signal?: AbortSignal,
): Promise<ForgeResult<null>> {
  const parameters = { owner, repo, issue_number: number, labels: [...labels] };
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
  return mapResult(await client.write(route, parameters, list(object({ name })), signal), () => null);
}
