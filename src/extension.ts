import { type ExtensionContext, l10n, window } from 'vscode';
import type { MeridianApi } from './editor/api';
import { registerGitHub } from './editor/github/registerGitHub';
import { registerHandoffs } from './editor/handoffs/registerHandoffs';
import { answer } from './editor/host/answer';
import { Boundary } from './editor/host/boundary';
import { Contexts } from './editor/host/contexts';
import type { FeatureServices } from './editor/host/featureServices';
import { registerPullRequests } from './editor/pullRequests/registerPullRequests';
import { registerQuestions } from './editor/questions/registerQuestions';
import { extendPreview } from './editor/records/following/preview';
import { registerRecords } from './editor/records/registerRecords';
import { registerTeam } from './editor/team/registerTeam';
import { ActiveFile } from './editor/workspace/activeFile';
import { LazyGit } from './editor/workspace/lazyGit';
import { Projects } from './editor/workspace/projects';
import { registerWorkspace } from './editor/workspace/registerWorkspace';

/** Builds and wires; reading begins, and features are loaded, after this has returned (docs/security.md#r47). */
export function activate(context: ExtensionContext): MeridianApi {
  const own = <T extends { dispose(): unknown }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(window.createOutputChannel('Meridian', { log: true }));
  const boundary = new Boundary(log, async (failure) => {
    try {
      const { commandReporter } = await import('./editor/host/commandReporter');
      commandReporter(context.extension)(failure);
    } catch {
      // An update of the extension removes the running version's code from the disk.
      void answer(l10n.t('Meridian was updated, and its code could not be loaded. Reload the window.'));
    }
  });
  const git = own(new LazyGit(log, context.storageUri));
  const projects = own(
    new Projects({ log, boundary, git: (folder) => git.readerFor(folder), storage: context.storageUri }),
  );
  const active = own(new ActiveFile(projects));
  const contexts = new Contexts(boundary);
  const state = context.workspaceState;
  const services: FeatureServices = { projects, git, active, contexts, boundary, log, state, now: Date.now };

  const { team } = own(registerTeam(services));
  const { front, records, status, panel, menu, following, checks } = own(registerRecords(services, team, context));
  const { github, figures, presence } = own(registerGitHub(services, context.extensionUri));
  const { drafts, handoffs } = own(registerHandoffs(services, team, github));
  const { pullRequests } = own(registerPullRequests(services, team, github, presence));
  const { questions } = own(registerQuestions(services, team, github, presence));
  const told = { drafts, handoffs, pullRequests, questions };
  const features = { panel, menu, following, checks, team, github, figures, presence, ...told };
  // These two show nothing before a command is run; all others have lenses, marks or views from the start.
  const { github: _gitHub, figures: _figures, ...shown } = features;
  const load = (): void => {
    for (const feature of Object.values(shown)) {
      void boundary.background('feature', null, () => feature.load());
    }
  };
  const refresh = (): void => {
    load();
    void boundary.background('team', null, async () => (await team.load()).refresh());
  };
  own(registerWorkspace(services, context, log, refresh));

  projects.start();
  load();
  const extendMarkdownIt = extendPreview(services);
  return { whenRead: () => projects.whenRead(), projects, front, records, status, extendMarkdownIt, features };
}
