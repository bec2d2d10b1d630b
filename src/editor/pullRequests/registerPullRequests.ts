import { Disposable } from 'vscode';
import type { GitHubPresence } from '../github/gitHubPresence';
import type { GitHubSessions } from '../github/session';
import type { FeatureServices } from '../host/featureServices';
import { commands } from '../host/ids';
import { LazyFeature } from '../host/lazyFeature';
import { registerCommands } from '../host/registerCommands';
import type { TeamFeature } from '../team/teamFeature';
import type { PullRequestsFeature } from './pullRequestsFeature';

/** Descriptions of pull requests: drafts, gaps, and sending them to GitHub. */
export function registerPullRequests(
  services: FeatureServices,
  team: LazyFeature<TeamFeature>,
  github: LazyFeature<GitHubSessions>,
  presence: LazyFeature<GitHubPresence>,
): Disposable & { readonly pullRequests: LazyFeature<PullRequestsFeature> } {
  const pullRequests = new LazyFeature(async (parts) => {
    const { PullRequestsFeature } = await import('./pullRequestsFeature');
    return new PullRequestsFeature(parts, services, await team.load(), github, await presence.load());
  });
  const registered = registerCommands(
    {
      [commands.draftPullRequest]: async (argument) => (await pullRequests.load()).draftPullRequest(argument),
      [commands.choosePullRequestBase]: async () => (await pullRequests.load()).chooseBase(),
      [commands.choosePullRequestTemplate]: async () => (await pullRequests.load()).chooseTemplate(),
      [commands.createPullRequest]: async (argument) => (await pullRequests.load()).createPullRequest(argument),
      [commands.newDecisionFromChanges]: async () => (await pullRequests.load()).decisionFromChanges(),
      [commands.checkPullRequest]: async () => (await pullRequests.load()).checkPullRequest(),
    },
    services.boundary,
  );
  return { pullRequests, dispose: () => Disposable.from(registered, pullRequests).dispose() };
}
