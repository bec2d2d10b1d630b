import type {
  BranchName,
  CommentPlace,
  Created,
  Forge,
  NewIssue,
  NewPullRequest,
  PullRequest,
  PullRequestChange,
  RequestedReviewers,
} from '../core/forge/forge';
import type { ForgeResult } from '../core/forge/forgeResult';
import type { Logger } from '../core/ports';
import type { Instant } from '../core/time/zone';
import { type GitHubHost, type GitHubRepository, isSameRepository, repositoryOf } from './apiHost';
import { GitHubClient } from './client';
import { systemClock } from './clock';
import { createPullRequest } from './createPullRequest';
import { MergedReader } from './mergedPullRequests';
import { myWork } from './myWork';
import { addLabels, lastOpened, requestReview } from './openingExtras';
import { openPullRequest } from './openPullRequest';
import { postComment } from './postComment';
import { postIssue } from './postIssue';
import { searchConversations } from './searchConversations';
import { name, object } from './shape';
import { shipments } from './shipments';
import type { GitHubSession } from './transport';
import { updatePullRequest } from './updatePullRequest';

type Find = (signal?: AbortSignal) => Promise<ForgeResult<GitHubRepository>>;

/** One repository at one GitHub, under its current name, which is looked up once. */
export class GitHubForge implements Forge {
  private readonly merged: MergedReader;
  private current: GitHubRepository | null = null;
  /** By branch: a second click during the first request gets its answer (docs/security.md#r44). */
  private readonly beingCreated = new Map<string, Promise<ForgeResult<Created<PullRequest>>>>();

  /**
   * @param named the repository as a remote names it
   * @param find looks up its current name
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

  lastOpened(signal?: AbortSignal) {
    return this.at(signal, (here) => lastOpened(this.client, here, signal));
  }

  requestReview(number: number, reviewers: RequestedReviewers, signal?: AbortSignal) {
    return this.at(signal, (here) => requestReview(this.client, here, number, reviewers, signal));
  }

  addLabels(number: number, labels: readonly string[], signal?: AbortSignal) {
    return this.at(signal, (here) => addLabels(this.client, here, number, labels, signal));
  }

  createPullRequest(draft: NewPullRequest, signal?: AbortSignal) {
    const branch = `${draft.head.owner}/${draft.head.repo}:${draft.head.name}`;
    const current = this.beingCreated.get(branch);
    if (current !== undefined) return current;
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

  /** A branch of this repository is at its current name; the name of a fork is kept. */
  private branchAt({ owner, repo }: GitHubRepository, branch: BranchName): BranchName {
    return isSameRepository(branch, this.named) ? { owner, repo, name: branch.name } : branch;
  }
}

const nameShape = object({ full_name: name });

/**
 * The repository under its current name. Git and REST follow a rename silently, so remotes keep the old name. GitHub's
 * search finds nothing under that and reports no error, and neither does it for a repository that this account may not
 * see, for which this request gets 403 or 404.
 */
async function currentName(
  client: GitHubClient,
  repository: GitHubRepository,
  signal?: AbortSignal,
): Promise<ForgeResult<GitHubRepository>> {
  const { owner, repo } = repository;
  const answer = await client.read('GET /repos/{owner}/{repo}', { owner, repo }, nameShape, { signal });
  if (!answer.ok) return answer;
  return { ...answer, value: repositoryOf(answer.value.full_name.split('/'), repository) ?? repository };
}

/**
 * A client of one GitHub for as long as the window is open; `GitHubForge` is one repository there. It includes Octokit,
 * so it is loaded with `import()`, on the first click that needs it.
 */
export function gitHubAt(host: GitHubHost, session: () => Promise<GitHubSession | null>, log: Logger): GitHubClient {
  // Between 750 and 1250 ms: windows that were refused together do not retry together.
  const retryUnitMs = 750 + 500 * Math.random();
  return new GitHubClient({ host, session, log, clock: systemClock, retryUnitMs, paceKey: host.host });
}
