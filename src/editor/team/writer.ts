import { type WorkspaceFolder, workspace } from 'vscode';
import { unknownWriter, type Writer, writerOf } from '../../core/tasks/writer';
import type { TeamFeature } from './teamFeature';

/** The person at the keyboard, by the team file and git; null where neither names them. */
export async function writerIn(folder: WorkspaceFolder, feature: TeamFeature): Promise<Writer | null> {
  await feature.files.whenIdle();
  const team = feature.files.teamOf(folder)?.team ?? null;
  const folders = [folder, ...(workspace.workspaceFolders ?? []).filter((other) => other !== folder)];
  const selves = await Promise.all(folders.map(({ uri }) => feature.me.now(uri)));
  return writerOf(selves, team, feature.zone());
}

/** As `writerIn`, for what can be done without knowing the person. */
export async function anyWriterIn(folder: WorkspaceFolder, feature: TeamFeature): Promise<Writer> {
  const known = await writerIn(folder, feature);
  return known ?? unknownWriter(feature.files.teamOf(folder)?.team ?? null, feature.zone());
}
