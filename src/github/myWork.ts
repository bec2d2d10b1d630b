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
import { type MyWorkAnswer, myWorkQuery, myWorkShape, type SummaryAnswer, type ThreadedAnswer } from './myWorkQuery';
import { goneAccount, pullRequestUrl } from './pullRequest';

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

/** On another's pull request a thread waits for me only where I began it. */
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
