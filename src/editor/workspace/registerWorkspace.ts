import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import type { FeatureServices } from '../host/featureServices';
import { commands } from '../host/ids';
import { registerCommands } from '../host/registerCommands';
import { toggle } from '../host/toggle';

/** The commands on Meridian as a whole. @param loadMissing tries again what could not be loaded so far */
export function registerWorkspace(
  { projects, boundary }: FeatureServices,
  context: ExtensionContext,
  log: LogOutputChannel,
  loadMissing: () => void,
): Disposable {
  return registerCommands(
    {
      [commands.refresh]: () => {
        projects.refresh();
        loadMissing();
      },
      [commands.toggle]: () => toggle(),
      [commands.showDiagnostics]: async () => (await import('./showDiagnostics')).showDiagnostics(context, projects),
      [commands.showLog]: () => log.show(),
    },
    boundary,
  );
}
