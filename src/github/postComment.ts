import type { CommentPlace, Created, Posted } from '../core/forge/forge';
import { type ForgeResult, forgeProblem, mapResult } from '../core/forge/forgeResult';
import { withLineFeeds } from '../core/text/lineEnds';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { repositoryUrl } from './pullRequest';
import { count, flag, list, name, nullable, object, text } from './shape';
import { sentText, verified } from './verified';

const lastComments = 'comments(last: 20) { nodes { databaseId body viewerDidAuthor } }';

/** The last comments of an issue, a pull request or a discussion, and its node id, which only GraphQL gives. */
const conversationQueries = {
  issue: `
query Issue($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    place: issueOrPullRequest(number: $number) {
      ... on Issue { id ${lastComments} }
      ... on PullRequest { id ${lastComments} }
    }
  }
}`,
  discussion: `
query Discussion($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    place: discussion(number: $number) { id ${lastComments} }
  }
}`,
} as const;

const addDiscussionComment = `
mutation Comment($discussion: ID!, $body: String!) {
  addDiscussionComment(input: { discussionId: $discussion, body: $body }) { comment { databaseId } }
}`;

const commentShape = object({ databaseId: nullable(count), body: text, viewerDidAuthor: flag });
const conversationShape = object({
  repository: nullable(
    object({ place: nullable(object({ id: name, comments: object({ nodes: list(commentShape) }) })) }),
  ),
});
const restShape = object({ id: count });
const mutationShape = object({
  addDiscussionComment: object({ comment: object({ databaseId: nullable(count) }) }),
});

interface Place {
  readonly id: string;
  readonly comments: {
    readonly nodes: readonly { databaseId: number | null; body: string; viewerDidAuthor: boolean }[];
  };
}

/** Comments once; where the outcome is unknown, my own last comments there show whether it was posted. */
export async function postComment(
  client: GitHubClient,
  repository: GitHubRepository,
  place: CommentPlace,
  written: string,
  signal?: AbortSignal,
): Promise<ForgeResult<Created<Posted>>> {
  const body = sentText(written);
  const look = () => lookAt(client, repository, place);
  const find = async () => mapResult(await look(), (found) => ownComment(found, body));
  const posted = await verified(() => write(client, repository, place, body, signal), find);
  return mapResult(posted, (id) => ({ how: 'created', item: { url: commentUrl(repository, place, id) } }));
}

async function write(
  client: GitHubClient,
  repository: GitHubRepository,
  place: CommentPlace,
  body: string,
  signal: AbortSignal | undefined,
): Promise<ForgeResult<number>> {
  const { owner, repo } = repository;
  if (place.kind === 'issue') {
    const parameters = { owner, repo, issue_number: place.number, body };
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
    return mapResult(await client.write(route, parameters, restShape, signal), ({ id }) => id);
  }
  const discussion = await lookAt(client, repository, place, signal);
  if (!discussion.ok) return discussion;
  const variables = { discussion: discussion.value.id, body };
  const answer = await client.mutate(addDiscussionComment, variables, mutationShape, signal);
  return mapResult(answer, ({ addDiscussionComment: { comment } }) => comment.databaseId ?? 0);
}

async function lookAt(
  client: GitHubClient,
  { owner, repo }: GitHubRepository,
  { kind, number }: CommentPlace,
  signal?: AbortSignal,
): Promise<ForgeResult<Place>> {
  const options = { signal, isFresh: true };
  const answer = await client.query(conversationQueries[kind], { owner, repo, number }, conversationShape, options);
  if (!answer.ok) return answer;
  const found = answer.value.repository?.place;
  return found ? { ...answer, value: found } : { ok: false, problem: forgeProblem('not-found') };
}

function ownComment({ comments }: Place, body: string): number | null {
  const sent = withLineFeeds(body).trim();
  const own = comments.nodes.findLast((comment) => comment.viewerDidAuthor && comment.body.trim() === sent);
  return own ? (own.databaseId ?? 0) : null;
}

function commentUrl(repository: GitHubRepository, { kind, number }: CommentPlace, id: number): string {
  const [folder, anchor] = kind === 'issue' ? ['issues', 'issuecomment'] : ['discussions', 'discussioncomment'];
  return `${repositoryUrl(repository)}/${folder}/${number}${id === 0 ? '' : `#${anchor}-${id}`}`;
}
