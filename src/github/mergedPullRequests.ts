import type { MergedPullRequest, MergedPullRequests } from '../core/forge/forge';
import type { ForgeProblem, ForgeResult } from '../core/forge/forgeResult';
import type { Instant } from '../core/time/zone';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient, Parameters } from './client';
import { pullRequestUrl } from './pullRequest';
import { count, instant, line, list, name, nullable, object, type Shape, type Shaped, text } from './shape';

const closedShape = list(
  object({
    number: count,
    node_id: name,
    title: line,
    body: nullable(text),
    created_at: instant,
    updated_at: instant,
    merged_at: nullable(instant),
    user: nullable(object({ login: name, type: name })),
    head: object({ ref: name }),
    labels: list(object({ name: nullable(line) })),
  }),
);

type Closed = Shaped<typeof closedShape>[number];

const historyQuery = `
query Histories($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on PullRequest {
      id
      author { login }
      commits(first: 1) { nodes { commit { authoredDate } } }
      reviews(first: 20) { nodes { submittedAt author { __typename login } } }
      timelineItems(last: 1, itemTypes: [READY_FOR_REVIEW_EVENT]) {
        nodes { ... on ReadyForReviewEvent { createdAt } }
      }
    }
  }
}`;

const author = nullable(object({ login: name }));
const reviewer = nullable(object({ __typename: name, login: name }));
const historyShape = object({
  nodes: list(
    nullable(
      object({
        id: name,
        author,
        commits: object({ nodes: list(object({ commit: object({ authoredDate: instant }) })) }),
        reviews: object({ nodes: list(object({ submittedAt: nullable(instant), author: reviewer })) }),
        timelineItems: object({ nodes: list(object({ createdAt: instant })) }),
      }),
    ),
  ),
});

type History = NonNullable<Shaped<typeof historyShape>['nodes'][number]>;

const historiesAtOnce = 50;

/**
 * Pull requests merged since an instant. Reading the list again is cheap, since GitHub tags it and an unchanged list
 * costs nothing; the history of a pull request is read once, because it does not change after merging.
 */
export class MergedReader {
  private readonly histories = new Map<string, History>();

  constructor(private readonly client: GitHubClient) {}

  /** @param repository the same in each call */
  async since(
    repository: GitHubRepository,
    start: Instant,
    signal?: AbortSignal,
  ): Promise<ForgeResult<MergedPullRequests>> {
    const { owner, repo } = repository;
    const parameters = { owner, repo, state: 'closed', sort: 'updated', direction: 'desc' };
    // Merging is an update: once a page ends with an update before the start, later pages have no merge after it.
    const isEnough = (page: readonly Closed[]) => (page.at(-1)?.updated_at ?? 0) < start;
    const options = { signal, isEnough };
    const pages = await readPages(this.client, 'GET /repos/{owner}/{repo}/pulls', parameters, closedShape, options);
    if (!pages.ok) return pages;
    const merged = pages.value.items
      .flatMap((closed) =>
        closed.merged_at !== null && closed.merged_at >= start ? [{ closed, at: closed.merged_at }] : [],
      )
      .toSorted((a, b) => b.at - a.at);
    const read = await this.readHistories(
      merged.map(({ closed }) => closed.node_id),
      signal,
    );
    if (!read.ok) return read;
    const pullRequests = merged.map(({ closed, at }) => this.toMerged(repository, closed, at));
    return { ...pages, value: { pullRequests, isCut: pages.value.isCut } };
  }

  private async readHistories(ids: readonly string[], signal?: AbortSignal): Promise<ForgeResult<null>> {
    const unknown = ids.filter((id) => !this.histories.has(id));
    const wanted = new Set(ids);
    for (const id of this.histories.keys()) if (!wanted.has(id)) this.histories.delete(id);
    for (let at = 0; at < unknown.length; at += historiesAtOnce) {
      const variables = { ids: unknown.slice(at, at + historiesAtOnce) };
      const answer = await this.client.query(historyQuery, variables, historyShape, { signal });
      if (!answer.ok) return answer;
      for (const history of answer.value.nodes) if (history) this.histories.set(history.id, history);
    }
    return { ok: true, value: null, asOf: 0, stale: null };
  }

  private toMerged(repository: GitHubRepository, closed: Closed, merged: Instant): MergedPullRequest {
    const history = this.histories.get(closed.node_id);
    const ready = history?.timelineItems.nodes[0]?.createdAt ?? closed.created_at;
    const reviews = (history?.reviews.nodes ?? []).flatMap(({ submittedAt, author: by }) => {
      const isByPerson = by?.__typename !== 'Bot' && by?.login !== history?.author?.login;
      return isByPerson && submittedAt !== null && submittedAt >= ready ? [submittedAt] : [];
    });
    return {
      number: closed.number,
      url: pullRequestUrl(repository, closed.number),
      title: closed.title,
      body: closed.body ?? '',
      head: closed.head.ref,
      labels: closed.labels.flatMap((label) => label.name ?? []),
      isByBot: closed.user?.type === 'Bot',
      created: closed.created_at,
      merged,
      firstCommit: history?.commits.nodes[0]?.commit.authoredDate ?? null,
      ready,
      firstReview: reviews.length > 0 ? Math.min(...reviews) : null,
    };
  }
}

interface Pages<T> {
  readonly items: readonly T[];
  /** Whether the limit of ten pages left items out. */
  readonly isCut: boolean;
}

interface PageOptions<T> {
  readonly signal?: AbortSignal | undefined;
  /** Whether no further page is needed. */
  readonly isEnough?: (page: readonly T[]) => boolean;
}

const perPage = 100;
const mostPages = 10;

/**
 * All pages of a list, by number and never by a `Link` (docs/security.md#r43, A2), until one is not full, has nothing
 * new (A3) or is enough.
 */
async function readPages<T extends { readonly number: number }>(
  client: GitHubClient,
  route: string,
  parameters: Parameters,
  shape: Shape<readonly T[]>,
  { signal, isEnough = () => false }: PageOptions<T> = {},
): Promise<ForgeResult<Pages<T>>> {
  const found = new Map<number, T>();
  let asOf = Number.POSITIVE_INFINITY;
  let stale: ForgeProblem | null = null;
  let isLast = false;
  for (let page = 1; page <= mostPages && !isLast; page += 1) {
    const read = await client.read(route, { ...parameters, per_page: perPage, page }, shape, { signal });
    if (!read.ok) return read;
    asOf = Math.min(asOf, read.asOf);
    stale ??= read.stale;
    const before = found.size;
    for (const item of read.value) found.set(item.number, item);
    isLast = read.value.length < perPage || found.size === before || isEnough(read.value);
  }
  return { ok: true, value: { items: [...found.values()], isCut: !isLast }, asOf, stale };
}
