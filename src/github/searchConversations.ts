import type { Conversation, FoundConversations } from '../core/forge/forge';
import { type ForgeResult, mapResult } from '../core/forge/forgeResult';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { goneAccount, repositoryUrl } from './pullRequest';
import { count, flag, instant, line, list, name, nullable, object } from './shape';

const most = 10;
/** GitHub searches for all of the words together, and takes 256 characters. */
const mostWords = 8;
const longestWord = 24;

const issuesShape = object({
  items: list(
    object({
      number: count,
      title: line,
      state: name,
      updated_at: instant,
      user: nullable(object({ login: name })),
    }),
  ),
});

const discussionsQuery = `
query Discussions($words: String!) {
  search(type: DISCUSSION, query: $words, first: ${most}) {
    nodes { ... on Discussion { number title closed isAnswered updatedAt author { login } } }
  }
}`;

const discussionsShape = object({
  search: object({
    nodes: list(
      object({
        number: count,
        title: line,
        closed: flag,
        isAnswered: nullable(flag),
        updatedAt: instant,
        author: nullable(object({ login: name })),
      }),
    ),
  }),
});

/** Issues by REST, and discussions by GraphQL, the only interface that has them. One of the two is better than none. */
export async function searchConversations(
  client: GitHubClient,
  repository: GitHubRepository,
  words: string,
  signal?: AbortSignal,
): Promise<ForgeResult<FoundConversations>> {
  const plain = plainWords(words);
  const query = `${plain} repo:${repository.owner}/${repository.repo}`;
  const parameters = { q: `${query} is:issue`, per_page: most };
  const [issues, discussions] = await Promise.all([
    client.read('GET /search/issues', parameters, issuesShape, { signal }),
    client.query(discussionsQuery, { words: query }, discussionsShape, { signal }),
  ]);
  const page = repositoryUrl(repository);
  const foundIssues = mapResult(issues, ({ items }) =>
    items.map(
      ({ number, title, state, updated_at, user }): Conversation => ({
        kind: 'issue',
        number,
        url: `${page}/issues/${number}`,
        title,
        isOpen: state === 'open',
        isAnswered: false,
        author: user?.login ?? goneAccount,
        updated: updated_at,
      }),
    ),
  );
  const foundDiscussions = mapResult(discussions, ({ search }) =>
    search.nodes.map(
      ({ number, title, closed, isAnswered, updatedAt, author }): Conversation => ({
        kind: 'discussion',
        number,
        url: `${page}/discussions/${number}`,
        title,
        isOpen: !closed,
        isAnswered: isAnswered ?? false,
        author: author?.login ?? goneAccount,
        updated: updatedAt,
      }),
    ),
  );
  return joined(foundIssues, foundDiscussions);
}

type Found = ForgeResult<readonly Conversation[]>;

function joined(issues: Found, discussions: Found): ForgeResult<FoundConversations> {
  if (!issues.ok) return mapResult(discussions, (conversations) => ({ conversations, gap: issues.problem }));
  if (!discussions.ok) return mapResult(issues, (conversations) => ({ conversations, gap: discussions.problem }));
  const longer = Math.max(issues.value.length, discussions.value.length);
  const conversations = Array.from({ length: longer }, (_, rank) => [issues.value[rank], discussions.value[rank]])
    .flat()
    .filter((one) => one !== undefined);
  return {
    ok: true,
    value: { conversations, gap: null },
    asOf: Math.min(issues.asOf, discussions.asOf),
    stale: issues.stale ?? discussions.stale,
  };
}

/** Words only, so that nothing in them is a qualifier (`repo:other/one`) or an operator (`OR`). */
export function plainWords(words: string): string {
  const found =
    words
      .slice(0, 2_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? [];
  return [...new Set(found)]
    .slice(0, mostWords)
    .map((one) => one.slice(0, longestWord))
    .join(' ');
}
