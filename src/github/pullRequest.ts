import type { PullRequest } from '../core/forge/forge';
import type { GitHubRepository } from './apiHost';
import { count, flag, instant, line, name, nullable, object, type Shaped, text } from './shape';

/** The fields of a pull request from the REST interface that are used. */
export const pullRequestShape = object({
  number: count,
  title: line,
  body: nullable(text),
  state: name,
  draft: nullable(flag),
  merged_at: nullable(instant),
  // Null for a deleted account.
  user: nullable(object({ login: name })),
  base: object({ ref: name }),
  // `repo` is null where the fork was deleted.
  head: object({ ref: name, label: nullable(name), repo: nullable(object({ name })) }),
  created_at: instant,
  updated_at: instant,
});

export type PullRequestAnswer = Shaped<typeof pullRequestShape>;

/** Converts GitHub's answer to the core's `PullRequest`. */
export function toPullRequest(answer: PullRequestAnswer, repository: GitHubRepository): PullRequest {
  return {
    number: answer.number,
    url: pullRequestUrl(repository, answer.number),
    title: answer.title,
    body: answer.body ?? '',
    state: answer.merged_at !== null ? 'merged' : answer.state === 'open' ? 'open' : 'closed',
    isDraft: answer.draft ?? false,
    author: answer.user?.login ?? goneAccount,
    base: answer.base.ref,
    head: answer.head.ref,
    created: answer.created_at,
    updated: answer.updated_at,
  };
}

/** The login that GitHub shows in place of a deleted account. */
export const goneAccount = 'ghost';

export function repositoryUrl({ webUrl, owner, repo }: GitHubRepository): string {
  return `${webUrl}/${owner}/${repo}`;
}

export function pullRequestUrl(repository: GitHubRepository, number: number): string {
  return `${repositoryUrl(repository)}/pull/${number}`;
}
