import { type WorkspaceFolder, window, workspace } from 'vscode';
import { folderOf } from '../workspace/folderDocuments';
import type { TeamFeature } from './teamFeature';

/** The folder of the file in front, else the first that has a team file, else the first. */
export function folderInFront(team: Pick<TeamFeature, 'files'>): WorkspaceFolder | undefined {
  const document = window.activeTextEditor?.document;
  return (document && folderOf(document)) ?? team.files.teams[0]?.folder ?? workspace.workspaceFolders?.[0];
}
