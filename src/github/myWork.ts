import type {
  CiState,
  MyWork,
  PullRequestSummary,
  ReviewRequest,
  ReviewState,
  WaitingThread,
} from '../core/forge/forge';
import { type ForgeResult, mapResult } from '../core/forge/forgeResult';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { goneAccount, pullRequestUrl } from './pullRequest';
import { count, flag, instant, line, list, name, nullable, object, type Shaped, text } from './shape';

const reviewStates: ReadonlyMap<string | null, ReviewState> = new Map([
  ['APPROVED', 'approved'],
  ['CHANGES_REQUESTED', 'changes-requested'],
  ['REVIEW_REQUIRED', 'required'],
]);

const ciStates: ReadonlyMap<string, CiState> = new Map([
  ['SUCCESS', 'passing'],
  ['FAILURE', 'failing'],
  ['ERROR', 'failing'],
  ['PENDING', 'pending'],
  ['EXPECTED', 'pending'],
]);

type Summary = Omit<SummaryAnswer, 'timelineItems'>;

/** My open pull requests here, the reviews that wait for me, and the threads that wait for my answer. */
export async function myWork(
  client: GitHubClient,
  repository: GitHubRepository,
  signal?: AbortSignal,
): Promise<ForgeResult<MyWork>> {
  const here = `repo:${repository.owner}/${repository.repo} is:pr is:open`;
  const variables = {
    mine: `${here} author:@me`,
    reviews: `${here} review-requested:@me`,
    joined: `${here} commenter:@me -author:@me`,
  };
  const answer = await client.query(myWorkQuery, variables, myWorkShape, { signal });
  return mapResult(answer, (found) => toMyWork(found, repository));
}

function toMyWork({ mine, reviews, joined }: MyWorkAnswer, repository: GitHubRepository): MyWork {
  const threads = [
    ...mine.nodes.flatMap((one) => waitingThreads(one, repository, true)),
    ...joined.nodes.flatMap((one) => waitingThreads(one, repository, false)),
  ];
  return {
    mine: mine.nodes.map((one) => toSummary(one, repository)),
    reviews: reviews.nodes.map((one) => toReviewRequest(one, repository)),
    threads: threads.toSorted((a, b) => a.lastWritten - b.lastWritten),
    isCut:
      [mine, reviews, joined].some((found) => found.issueCount > found.nodes.length) ||
      [...mine.nodes, ...joined.nodes].some((one) => one.reviewThreads.totalCount > one.reviewThreads.nodes.length),
  };
}

function toSummary(answer: Summary, repository: GitHubRepository): PullRequestSummary {
  const rollup = answer.commits.nodes[0]?.commit.statusCheckRollup;
  return {
    number: answer.number,
    url: pullRequestUrl(repository, answer.number),
    title: answer.title,
    state: 'open',
    isDraft: answer.isDraft,
    author: answer.author?.login ?? goneAccount,
    base: answer.baseRefName,
    head: answer.headRefName,
    created: answer.createdAt,
    updated: answer.updatedAt,
    review: reviewStates.get(answer.reviewDecision) ?? 'none',
    ci: rollup ? (ciStates.get(rollup.state) ?? 'pending') : 'none',
  };
}

function toReviewRequest(answer: SummaryAnswer, repository: GitHubRepository): ReviewRequest {
  const requests = answer.timelineItems.nodes;
  const last =
    requests.findLast(({ requestedReviewer }) => requestedReviewer?.isViewer) ??
    requests.findLast(({ requestedReviewer }) => requestedReviewer?.__typename === 'Team');
  return { pullRequest: toSummary(answer, repository), asked: last?.createdAt ?? null };
}

/** On another person's pull request a thread waits for me only where I began it. */
function waitingThreads(
  { number, title, reviewThreads }: ThreadedAnswer,
  repository: GitHubRepository,
  isMine: boolean,
): readonly WaitingThread[] {
  return reviewThreads.nodes.flatMap(({ isResolved, path, line, first, last }) => {
    const [comment] = last.nodes;
    if (isResolved || !comment || comment.viewerDidAuthor) return [];
    if (!isMine && !first.nodes[0]?.viewerDidAuthor) return [];
    const page = pullRequestUrl(repository, number);
    return {
      pullRequest: { number, title },
      url: comment.databaseId === null ? page : `${page}#discussion_r${comment.databaseId}`,
      path,
      line,
      lastAuthor: comment.author?.login ?? goneAccount,
      lastWritten: comment.createdAt,
      excerpt: comment.bodyText,
    };
  });
}

const pullRequests = 30;
const threads = 50;

/** One query for all work under way: the REST interface would take three requests for each pull request. */
const myWorkQuery = `
query MyWork($mine: String!, $reviews: String!, $joined: String!) {
  mine: search(type: ISSUE, query: $mine, first: ${pullRequests}) {
    issueCount
    nodes { ... on PullRequest { ...Summary ...Threads } }
  }
  reviews: search(type: ISSUE, query: $reviews, first: ${pullRequests}) {
    issueCount
    nodes { ... on PullRequest { ...Summary ...Requests } }
  }
  joined: search(type: ISSUE, query: $joined, first: ${pullRequests}) {
    issueCount
    nodes { ... on PullRequest { number title ...Threads } }
  }
}
fragment Summary on PullRequest {
  number title isDraft createdAt updatedAt baseRefName headRefName reviewDecision
  author { login }
  commits(last: 1) { nodes { commit { statusCheckRollup { state } } } }
}
fragment Requests on PullRequest {
  timelineItems(last: 20, itemTypes: [REVIEW_REQUESTED_EVENT]) {
    nodes { ... on ReviewRequestedEvent { createdAt requestedReviewer { __typename ... on User { isViewer } } } }
  }
}
fragment Threads on PullRequest {
  reviewThreads(last: ${threads}) {
    totalCount
    nodes {
      isResolved path line
      first: comments(first: 1) { nodes { viewerDidAuthor } }
      last: comments(last: 1) { nodes { viewerDidAuthor databaseId createdAt bodyText author { login } } }
    }
  }
}`;

const author = nullable(object({ login: name }));
const nodes = <T>(shape: (value: unknown, path: string) => T) => object({ nodes: list(shape) });

const summary = {
  number: count,
  title: line,
  isDraft: flag,
  createdAt: instant,
  updatedAt: instant,
  baseRefName: name,
  headRefName: name,
  reviewDecision: nullable(name),
  author,
  commits: nodes(object({ commit: object({ statusCheckRollup: nullable(object({ state: name })) }) })),
};

const thread = object({
  isResolved: flag,
  path: text,
  line: nullable(count),
  first: nodes(object({ viewerDidAuthor: flag })),
  last: nodes(
    object({ viewerDidAuthor: flag, databaseId: nullable(count), createdAt: instant, bodyText: line, author }),
  ),
});

const withThreads = { reviewThreads: object({ totalCount: count, nodes: list(thread) }) };

const request = object({
  createdAt: instant,
  requestedReviewer: nullable(object({ __typename: name, isViewer: nullable(flag) })),
});

const found = <T>(shape: (value: unknown, path: string) => T) => object({ issueCount: count, nodes: list(shape) });

export const myWorkShape = object({
  mine: found(object({ ...summary, ...withThreads })),
  reviews: found(object({ ...summary, timelineItems: nodes(request) })),
  joined: found(object({ number: count, title: line, ...withThreads })),
});

type MyWorkAnswer = Shaped<typeof myWorkShape>;
type SummaryAnswer = MyWorkAnswer['reviews']['nodes'][number];
type ThreadedAnswer = MyWorkAnswer['joined']['nodes'][number];
