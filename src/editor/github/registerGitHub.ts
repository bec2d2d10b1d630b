import { Disposable, type Uri } from 'vscode';
import type { FeatureServices } from '../host/featureServices';
import { commands } from '../host/ids';
import { LazyFeature } from '../host/lazyFeature';
import { registerCommands } from '../host/registerCommands';
import type { FiguresPanel } from './figuresPanel';
import type { GitHubSessions } from './session';

interface GitHubFeature extends Disposable {
  /** Loaded with the first thing that asks GitHub, not at the start. */
  readonly github: LazyFeature<GitHubSessions>;
  readonly figures: LazyFeature<FiguresPanel>;
}

/** The editor's session at GitHub for every feature, and the tab Team Outcomes. */
export function registerGitHub(services: FeatureServices, extensionUri: Uri): GitHubFeature {
  const github = new LazyFeature(async (parts) => {
    const { GitHubSessions } = await import('./session');
    return parts.add(new GitHubSessions(services.git, services.log));
  });
  const figures = new LazyFeature(async (parts) => {
    const { FiguresPanel } = await import('./figuresPanel');
    return new FiguresPanel(parts, services, github, extensionUri);
  });
  const registered = registerCommands(
    {
      [commands.signInToGitHub]: async () => (await figures.load()).signIn(),
      [commands.showFigures]: async () => (await figures.load()).show(),
    },
    services.boundary,
  );
  return { github, figures, dispose: () => Disposable.from(registered, figures, github).dispose() };
}
