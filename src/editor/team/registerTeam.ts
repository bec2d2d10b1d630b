import { Disposable } from 'vscode';
import { failedView } from '../host/failedView';
import type { FeatureServices } from '../host/featureServices';
import { commands, contextKeys, views } from '../host/ids';
import { LazyFeature } from '../host/lazyFeature';
import { registerCommands } from '../host/registerCommands';
import type { TeamFeature } from './teamFeature';

/** The Team view, the team file and deadlines, and the command that makes a team file. */
export function registerTeam(services: FeatureServices): Disposable & { readonly team: LazyFeature<TeamFeature> } {
  const team = new LazyFeature(
    async (parts) => {
      const [{ TeamFeature }, { machineZone }] = await Promise.all([
        import('./teamFeature'),
        import('../../disk/machineZone'),
      ]);
      return new TeamFeature(parts, services, machineZone);
    },
    failedView(views.team, contextKeys.team, services.contexts),
  );
  const registered = registerCommands(
    { [commands.createTeamFile]: async () => (await team.load()).createTeamFile() },
    services.boundary,
  );
  return { team, dispose: () => Disposable.from(registered, team).dispose() };
}
