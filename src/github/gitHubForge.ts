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
import { type GitHubRepository, isSameRepository } from './apiHost';
import type { GitHubClient } from './client';
import { createPullRequest } from './createPullRequest';
import { currentName } from './currentName';
import { MergedReader } from './mergedPullRequests';
import { myWork } from './myWork';
import { openPullRequest } from './openPullRequest';
import { postComment } from './postComment';
import { postIssue } from './postIssue';
import { searchConversations } from './searchConversations';
import { shipments } from './shipments';
import { updatePullRequest } from './updatePullRequest';

type Find = (signal?: AbortSignal) => Promise<ForgeResult<GitHubRepository>>;

/** One repository at one GitHub, under the name that it has now; that one is asked for once. */
export class GitHubForge implements Forge {
  private readonly merged: MergedReader;
  private current: GitHubRepository | null = null;
  /** By branch: a second click while the first is under way gets the first one's answer (docs/security.md#r44). */
  private readonly beingCreated = new Map<string, Promise<ForgeResult<Created<PullRequest>>>>();

  /**
   * @param named as a remote names it
   * @param find what it is called now
   */
  constructor(
    private readonly client: GitHubClient,
    private readonly named: GitHubRepository,
    private readonly find: Find = (signal) => currentName(client, named, signal),
  ) {
    this.merged = new MergedReader(client);
  }

  openPullRequest(branch: BranchName, signal?: AbortSignal) {
    return this.at(signal, (here) => openPullRequest(this.client, here, this.branchAt(here, branch), { signal }));
  }

  myWork(signal?: AbortSignal) {
    return this.at(signal, (here) => myWork(this.client, here, signal));
  }

  search(words: string, signal?: AbortSignal) {
    return this.at(signal, (here) => searchConversations(this.client, here, words, signal));
  }

  mergedSince(since: Instant, signal?: AbortSignal) {
    return this.at(signal, (here) => this.merged.since(here, since, signal));
  }

  shippedSince(since: Instant, signal?: AbortSignal) {
    return this.at(signal, (here) => shipments(this.client, here, since, signal));
  }

  createPullRequest(draft: NewPullRequest, signal?: AbortSignal) {
    const branch = `${draft.head.owner}/${draft.head.repo}:${draft.head.name}`;
    const current = this.beingCreated.get(branch);
    if (current) return current;
    const created = this.at(signal, (here) => {
      const head = this.branchAt(here, draft.head);
      return createPullRequest(this.client, here, { ...draft, head }, signal);
    });
    this.beingCreated.set(branch, created);
    return created.finally(() => this.beingCreated.delete(branch));
  }

  updatePullRequest(number: number, change: PullRequestChange, signal?: AbortSignal) {
    return this.at(signal, (here) => updatePullRequest(this.client, here, number, change, signal));
  }

  createIssue(issue: NewIssue, signal?: AbortSignal) {
    return this.at(signal, (here) => postIssue(this.client, here, issue, signal));
  }

  comment(place: CommentPlace, body: string, signal?: AbortSignal) {
    return this.at(signal, (here) => postComment(this.client, here, place, body, signal));
  }

  private async at<T>(
    signal: AbortSignal | undefined,
    ask: (here: GitHubRepository) => Promise<ForgeResult<T>>,
  ): Promise<ForgeResult<T>> {
    if (!this.current) {
      const found = await this.find(signal);
      if (!found.ok) return found;
      this.current = found.value;
    }
    return ask(this.current);
  }

  /** A branch of this repository moved with it; a fork keeps its name. */
  private branchAt({ owner, repo }: GitHubRepository, branch: BranchName): BranchName {
    return isSameRepository(branch, this.named) ? { owner, repo, name: branch.name } : branch;
  }
}
