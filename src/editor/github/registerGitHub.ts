import { Disposable, type Uri } from 'vscode';
import type { FeatureServices } from '../host/featureServices';
import { commands } from '../host/ids';
import { LazyFeature } from '../host/lazyFeature';
import { registerCommands } from '../host/registerCommands';
import type { FiguresPanel } from './figuresPanel';
import type { GitHubPresence } from './gitHubPresence';
import type { GitHubSessions } from './session';

interface GitHubFeature extends Disposable {
  /** Loaded with the first feature that asks GitHub, not at the start. */
  readonly github: LazyFeature<GitHubSessions>;
  readonly figures: LazyFeature<FiguresPanel>;
  /** Whether a folder has a remote at a GitHub; asks git alone. */
  readonly presence: LazyFeature<GitHubPresence>;
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
  const presence = new LazyFeature(async (parts) => {
    const { GitHubPresence } = await import('./gitHubPresence');
    return parts.add(new GitHubPresence(services));
  });
  const registered = registerCommands(
    {
      [commands.signInToGitHub]: async () => (await figures.load()).signIn(),
      [commands.showFigures]: async () => (await figures.load()).show(),
    },
    services.boundary,
  );
  const all = Disposable.from(registered, presence, figures, github);
  return { github, figures, presence, dispose: () => all.dispose() };
}
