import { count, flag, instant, line, list, name, nullable, object, type Shaped, text } from './shape';

const pullRequests = 30;
const threads = 50;

/** One question for all that is under way: the REST interface would take three requests for each pull request. */
export const myWorkQuery = `
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

export type MyWorkAnswer = Shaped<typeof myWorkShape>;
export type SummaryAnswer = MyWorkAnswer['reviews']['nodes'][number];
export type ThreadedAnswer = MyWorkAnswer['joined']['nodes'][number];
