import { Disposable } from 'vscode';
import type { GitHubSessions } from '../github/session';
import { failedView } from '../host/failedView';
import type { FeatureServices } from '../host/featureServices';
import { commands, contextKeys, views } from '../host/ids';
import { LazyFeature } from '../host/lazyFeature';
import { registerCommands } from '../host/registerCommands';
import type { TeamFeature } from '../team/teamFeature';
import type { DraftsFeature } from './drafting/draftsFeature';
import type { HandoffsFeature } from './handoffsFeature';

interface BothHalves extends Disposable {
  /** The writer's side: drafts of handoffs, standups and weekly updates. */
  readonly drafts: LazyFeature<DraftsFeature>;
  /** The reader's side: the Handoffs view and the commands on a note. */
  readonly handoffs: LazyFeature<HandoffsFeature>;
}

export function registerHandoffs(
  services: FeatureServices,
  team: LazyFeature<TeamFeature>,
  github: LazyFeature<GitHubSessions>,
): BothHalves {
  const drafts = new LazyFeature(async (parts) => {
    const [{ DraftsFeature }, loaded] = await Promise.all([import('./drafting/draftsFeature'), team.load()]);
    return new DraftsFeature(parts, services, loaded, github);
  });
  const handoffs = new LazyFeature(
    async (parts) => {
      const [{ HandoffsFeature }, loaded] = await Promise.all([import('./handoffsFeature'), team.load()]);
      return new HandoffsFeature(parts, services, loaded, github);
    },
    failedView(views.handoffs, contextKeys.handoffs, services.contexts),
  );
  const registered = registerCommands(
    {
      [commands.draftHandoff]: async () => (await drafts.load()).draftHandoff(),
      [commands.draftHandoffAgain]: async () => (await drafts.load()).draftAgain(),
      [commands.draftStandup]: async () => (await drafts.load()).draftStandup(),
      [commands.draftWeeklyUpdate]: async () => (await drafts.load()).draftWeeklyUpdate(),
      [commands.draftTeamStandup]: async () => (await drafts.load()).draftTeam('standup'),
      [commands.draftTeamUpdate]: async () => (await drafts.load()).draftTeam('weekly'),
      [commands.copyDraft]: async (argument) => (await drafts.load()).copyDraft(argument),
      [commands.addHandoffPart]: async () => (await drafts.load()).addPart(),
      [commands.checkHandoff]: async () => (await drafts.load()).checkHandoff(),
      [commands.checkSummary]: async () => (await drafts.load()).checkSummary(),
      [commands.pushBranches]: async () => (await drafts.load()).pushBranches(),
      [commands.readBack]: async (argument) => (await handoffs.load()).readBack(argument),
      [commands.startOnHandoff]: async (argument) => (await handoffs.load()).startOn(argument),
      [commands.catchMeUp]: async () => (await handoffs.load()).catchMeUp(),
      [commands.showHandoffChanges]: async (argument) => (await handoffs.load()).showChanges(argument),
      [commands.markHandoffsRead]: async () => (await handoffs.load()).markAllRead(),
      [commands.commentHandoff]: async (argument) => (await handoffs.load()).comment(argument),
    },
    services.boundary,
  );
  return { drafts, handoffs, dispose: () => Disposable.from(registered, drafts, handoffs).dispose() };
}
