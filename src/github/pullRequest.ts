import type { PullRequest } from '../core/forge/forge';
import type { GitHubRepository } from './apiHost';
import { count, flag, instant, line, name, nullable, object, type Shaped, text } from './shape';

/** A pull request as the REST interface gives it, as far as it is used. */
export const pullRequestShape = object({
  number: count,
  title: line,
  body: nullable(text),
  state: name,
  draft: nullable(flag),
  merged_at: nullable(instant),
  // Null for an account that is gone.
  user: nullable(object({ login: name })),
  base: object({ ref: name }),
  // Without a repository where the fork is gone.
  head: object({ ref: name, label: nullable(name), repo: nullable(object({ name })) }),
  created_at: instant,
  updated_at: instant,
});

export type PullRequestAnswer = Shaped<typeof pullRequestShape>;

/** GitHub's answer as the core knows a pull request. */
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

/** Whom GitHub shows in place of an account that is gone. */
export const goneAccount = 'ghost';

export function repositoryUrl({ webUrl, owner, repo }: GitHubRepository): string {
  return `${webUrl}/${owner}/${repo}`;
}

export function pullRequestUrl(repository: GitHubRepository, number: number): string {
  return `${repositoryUrl(repository)}/pull/${number}`;
}
