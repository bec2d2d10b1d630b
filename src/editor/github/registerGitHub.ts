import { Disposable } from 'vscode';
import { failedView } from '../host/failedView';
import type { FeatureServices } from '../host/featureServices';
import { commands, views } from '../host/ids';
import { LazyFeature } from '../host/lazyFeature';
import { registerCommands } from '../host/registerCommands';
import type { FiguresView } from './figuresView';
import type { GitHubSessions } from './session';

interface GitHubFeature extends Disposable {
  /** Loaded with the first thing that asks GitHub, not at the start. */
  readonly github: LazyFeature<GitHubSessions>;
  readonly figures: LazyFeature<FiguresView>;
}

/** The editor's session at GitHub for every feature, and the view Team Outcomes. */
export function registerGitHub(services: FeatureServices): GitHubFeature {
  const github = new LazyFeature(async (parts) => {
    const { GitHubSessions } = await import('./session');
    return parts.add(new GitHubSessions(services.git, services.log));
  });
  const figures = new LazyFeature(async (parts) => {
    const { FiguresView } = await import('./figuresView');
    return new FiguresView(parts, services, github);
  }, failedView(views.figures));
  const registered = registerCommands(
    {
      [commands.signInToGitHub]: async () => (await figures.load()).signIn(),
      [commands.refreshFigures]: async () => (await figures.load()).refresh(),
    },
    services.boundary,
  );
  return { github, figures, dispose: () => Disposable.from(registered, figures, github).dispose() };
}
