import type {
  BranchName,
  CommentPlace,
  Created,
  Forge,
  NewIssue,
  NewPullRequest,
  PullRequest,
  PullRequestChange,
} from '../core/forge/forge';
import type { ForgeResult } from '../core/forge/forgeResult';
import type { Instant } from '../core/time/zone';
import type { GitHubRepository } from './apiHost';
import type { GitHubClient } from './client';
import { createPullRequest } from './createPullRequest';
import { MergedReader } from './mergedPullRequests';
import { myWork } from './myWork';
import { openPullRequest } from './openPullRequest';
import { postComment } from './postComment';
import { postIssue } from './postIssue';
import { searchConversations } from './searchConversations';
import { shipments } from './shipments';
import { updatePullRequest } from './updatePullRequest';

/** One repository at one GitHub. */
export class GitHubForge implements Forge {
  private readonly merged: MergedReader;
  /** By branch: a second click while the first is under way gets the first one's answer (R44). */
  private readonly beingCreated = new Map<string, Promise<ForgeResult<Created<PullRequest>>>>();

  constructor(
    private readonly client: GitHubClient,
    private readonly repository: GitHubRepository,
  ) {
    this.merged = new MergedReader(client, repository);
  }

  openPullRequest(branch: BranchName, signal?: AbortSignal) {
    return openPullRequest(this.client, this.repository, branch, { signal });
  }

  myWork(signal?: AbortSignal) {
    return myWork(this.client, this.repository, signal);
  }

  search(words: string, signal?: AbortSignal) {
    return searchConversations(this.client, this.repository, words, signal);
  }

  mergedSince(since: Instant, signal?: AbortSignal) {
    return this.merged.since(since, signal);
  }

  shippedSince(since: Instant, signal?: AbortSignal) {
    return shipments(this.client, this.repository, since, signal);
  }

  createPullRequest(draft: NewPullRequest, signal?: AbortSignal) {
    const branch = `${draft.head.owner}:${draft.head.name}`;
    const current = this.beingCreated.get(branch);
    if (current) return current;
    const created = createPullRequest(this.client, this.repository, draft, signal);
    this.beingCreated.set(branch, created);
    return created.finally(() => this.beingCreated.delete(branch));
  }

  updatePullRequest(number: number, change: PullRequestChange, signal?: AbortSignal) {
    return updatePullRequest(this.client, this.repository, number, change, signal);
  }

  createIssue(issue: NewIssue, signal?: AbortSignal) {
    return postIssue(this.client, this.repository, issue, signal);
  }

  comment(place: CommentPlace, body: string, signal?: AbortSignal) {
    return postComment(this.client, this.repository, place, body, signal);
  }
}
