import { Disposable } from 'vscode';
import type { GitHubPresence } from '../github/gitHubPresence';
import type { GitHubSessions } from '../github/session';
import type { FeatureServices } from '../host/featureServices';
import { commands } from '../host/ids';
import { LazyFeature } from '../host/lazyFeature';
import { registerCommands } from '../host/registerCommands';
import type { TeamFeature } from '../team/teamFeature';
import type { QuestionsFeature } from './questionsFeature';

/** *Ask with Context*: the question as a draft, what may answer it, and where it goes. */
export function registerQuestions(
  services: FeatureServices,
  team: LazyFeature<TeamFeature>,
  github: LazyFeature<GitHubSessions>,
  presence: LazyFeature<GitHubPresence>,
): Disposable & { readonly questions: LazyFeature<QuestionsFeature> } {
  const questions = new LazyFeature(async (parts) => {
    const { QuestionsFeature } = await import('./questionsFeature');
    return new QuestionsFeature(parts, {
      ...services,
      team: await team.load(),
      github,
      presence: await presence.load(),
    });
  });
  const registered = registerCommands(
    {
      [commands.askWithContext]: async (argument) => (await questions.load()).askWithContext(argument),
      [commands.checkQuestion]: async () => (await questions.load()).checkQuestion(),
      [commands.showMasked]: async () => (await questions.load()).showMasked(),
      [commands.openIssue]: async () => (await questions.load()).openIssue(),
    },
    services.boundary,
  );
  return { questions, dispose: () => Disposable.from(registered, questions).dispose() };
}
