import { ConfigurationTarget, type Disposable, type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import type { FeatureServices } from '../host/featureServices';
import { commands, settingKeys } from '../host/ids';
import { registerCommands } from '../host/registerCommands';
import { isOn } from '../host/settings';

/** The commands for Meridian as a whole. @param refresh tries again what could not be loaded or read so far */
export function registerWorkspace(
  { projects, boundary }: FeatureServices,
  context: ExtensionContext,
  log: LogOutputChannel,
  refresh: () => void,
): Disposable {
  return registerCommands(
    {
      [commands.refresh]: () => {
        projects.refresh();
        refresh();
      },
      [commands.stopReading]: () => projects.stopReading(),
      [commands.toggle]: () => toggle(),
      [commands.showDiagnostics]: async () => (await import('./showDiagnostics')).showDiagnostics(context, projects),
      [commands.showLog]: () => log.show(),
    },
    boundary,
  );
}

/** Turns Meridian on or off, in the scope in which the setting is set now. */
async function toggle(): Promise<void> {
  const settings = workspace.getConfiguration('meridian');
  const inWorkspace = settings.inspect(settingKeys.enabled)?.workspaceValue !== undefined;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update(settingKeys.enabled, !isOn(settingKeys.enabled), target);
}
