import { ConfigurationTarget, workspace } from 'vscode';
import { settingKeys } from './ids';
import { isOn } from './settings';

/** Turns everything on or off, where the switch is set now. */
export async function toggle(): Promise<void> {
  const settings = workspace.getConfiguration('meridian');
  const inWorkspace = settings.inspect(settingKeys.enabled)?.workspaceValue !== undefined;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update(settingKeys.enabled, !isOn(settingKeys.enabled), target);
}
