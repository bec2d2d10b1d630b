import type { Instant } from '../time/zone';
import type { ForgeProblem, ForgeResult } from './forgeResult';

/**
 * The port to a host of pull requests (docs/adr/0002): one repository at one forge, as the signed-in person sees it.
 * Titles, bodies, names and branches are other people's text: hostile, and escaped wherever they are shown. Addresses
 * (`url`) are built from the forge's own host and from numbers, never taken from an answer
 * (docs/security.md#hostile-input, A6).
 */
export interface Forge {
  /** The open pull request of a branch, or null. Of several (one for each base), the one that was changed last. */
  openPullRequest(branch: BranchName, signal?: AbortSignal): Promise<ForgeResult<PullRequest | null>>;
  /** What is under way and what waits for me, in this repository. */
  myWork(signal?: AbortSignal): Promise<ForgeResult<MyWork>>;
  /** Open and closed issues, and discussions, that have all of these words. */
  search(words: string, signal?: AbortSignal): Promise<ForgeResult<FoundConversations>>;
  /** Pull requests merged since an instant, the newest first. They are for outcome figures, so no person is named. */
  mergedSince(since: Instant, signal?: AbortSignal): Promise<ForgeResult<MergedPullRequests>>;
  /** Deployments to production and releases of the repository since an instant. */
  shippedSince(since: Instant, signal?: AbortSignal): Promise<ForgeResult<Shipments>>;

  /** What my last pull requests here were opened with, at most 5, the newest first. */
  lastOpened(signal?: AbortSignal): Promise<ForgeResult<readonly OpenedWith[]>>;

  /** Never opens a second one for the same branch (R44): one that is open already is returned as `found`. */
  createPullRequest(draft: NewPullRequest, signal?: AbortSignal): Promise<ForgeResult<Created<PullRequest>>>;
  /** Writes what is to change, and only where that is still as `seen`; else `conflict`: another change came first. */
  updatePullRequest(number: number, change: PullRequestChange, signal?: AbortSignal): Promise<ForgeResult<PullRequest>>;
  /** Asks people and teams of the repository's organization for their review. */
  requestReview(number: number, reviewers: RequestedReviewers, signal?: AbortSignal): Promise<ForgeResult<null>>;
  /** Adds labels that the repository has; the labels that are set already stay. */
  addLabels(number: number, labels: readonly string[], signal?: AbortSignal): Promise<ForgeResult<null>>;
  createIssue(issue: NewIssue, signal?: AbortSignal): Promise<ForgeResult<Created<Posted>>>;
  comment(place: CommentPlace, body: string, signal?: AbortSignal): Promise<ForgeResult<Created<Posted>>>;
}

/** `owner` and `repo` are the repository that the branch is in: a fork is another, and may have the same owner. */
export interface BranchName {
  readonly owner: string;
  readonly repo: string;
  readonly name: string;
}

export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  /** With line feeds alone, whatever the forge stores. */
  readonly body: string;
  readonly state: 'open' | 'closed' | 'merged';
  readonly isDraft: boolean;
  readonly author: string;
  readonly base: string;
  readonly head: string;
  readonly created: Instant;
  readonly updated: Instant;
}

/** `none`: no review is required; `required`: a review is still missing. */
export type ReviewState = 'none' | 'required' | 'approved' | 'changes-requested';
export type CiState = 'none' | 'pending' | 'passing' | 'failing';

export interface PullRequestSummary extends Omit<PullRequest, 'body'> {
  readonly review: ReviewState;
  readonly ci: CiState;
}

export interface ReviewRequest {
  readonly pullRequest: PullRequestSummary;
  /** When the review was last requested from me or from a team of mine; else null. */
  readonly asked: Instant | null;
}

/** An unresolved thread whose last comment is another person's, on my pull request or begun by me. */
export interface WaitingThread {
  readonly pullRequest: { readonly number: number; readonly title: string };
  readonly url: string;
  readonly path: string;
  /** From 1; null for a thread on the whole file or on lines that are gone. */
  readonly line: number | null;
  readonly lastAuthor: string;
  readonly lastWritten: Instant;
  /** The last comment's beginning, plain, at most 300 characters. */
  readonly excerpt: string;
}

export interface MyWork {
  readonly mine: readonly PullRequestSummary[];
  readonly reviews: readonly ReviewRequest[];
  /** Those that wait longest first. */
  readonly threads: readonly WaitingThread[];
  /** Whether there is more than was read: 30 pull requests of each kind, 50 threads of each. */
  readonly isCut: boolean;
}

export interface Conversation {
  readonly kind: 'issue' | 'discussion';
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly isOpen: boolean;
  /** A discussion with an answer that was accepted. */
  readonly isAnswered: boolean;
  readonly author: string;
  readonly updated: Instant;
}

export interface FoundConversations {
  /** At most 10 of each kind, the best of both first. */
  readonly conversations: readonly Conversation[];
  /** Why one of the two kinds is not among them, or null. */
  readonly gap: ForgeProblem | null;
}

export interface MergedPullRequest {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly labels: readonly string[];
  readonly isByBot: boolean;
  readonly created: Instant;
  readonly merged: Instant;
  /** When its first commit was written; null where it is not known. */
  readonly firstCommit: Instant | null;
  /** When it could be reviewed: opened, or no longer a draft. */
  readonly ready: Instant;
  /** The first review by another person, or null. */
  readonly firstReview: Instant | null;
}

export interface MergedPullRequests {
  readonly pullRequests: readonly MergedPullRequest[];
  /** Whether older ones were left out by a limit. */
  readonly isCut: boolean;
}

/** The known shipments of each kind, in any order, and the instant since which they are complete. */
export interface Shipments {
  readonly deployment: ShipmentList;
  readonly release: ShipmentList;
}

export interface ShipmentList {
  readonly from: Instant;
  readonly all: readonly Shipment[];
}

export interface Shipment {
  readonly at: Instant;
  /** When the shipped commit was made: a change that was merged later is not in it. */
  readonly commit: Instant;
}

export interface OpenedWith {
  readonly labels: readonly string[];
  readonly asDraft: boolean;
}

/** As the forge names them: logins without `@`, teams without their organization. */
export interface RequestedReviewers {
  readonly logins: readonly string[];
  readonly teams: readonly string[];
}

export interface NewPullRequest extends PullRequestText {
  readonly head: BranchName;
  readonly base: string;
  readonly isDraft: boolean;
}

export interface PullRequestText {
  readonly title: string;
  readonly body: string;
}

export interface PullRequestChange {
  /** As it was when the person began to edit. */
  readonly seen: PullRequestText;
  /** As it is to be; a part equal to `seen` is left alone, even where another person changed it meanwhile. */
  readonly wanted: PullRequestText;
}

export interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly string[];
}

export interface CommentPlace {
  readonly kind: 'issue' | 'discussion';
  readonly number: number;
}

/** `found`: the item existed already, and nothing was written. */
export interface Created<T> {
  readonly how: 'created' | 'found';
  readonly item: T;
}

export interface Posted {
  readonly url: string;
}
