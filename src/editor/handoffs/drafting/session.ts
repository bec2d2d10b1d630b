import { type WorkspaceFolder, window, workspace } from 'vscode';
import type { Activity } from '../../../core/activity/activity';
import type { Writer } from '../../../core/tasks/writer';
import type { FeatureServices } from '../../host/featureServices';
import type { TeamFeature } from '../../team/teamFeature';
import { writerIn } from '../../team/writer';
import { folderOf } from '../../workspace/folderDocuments';
import type { FolderProject } from '../../workspace/folderProject';
import { refuseStranger, refuseUntrusted, refuseWithoutFacts, refuseWithoutFolder } from '../../written/refusals';

/** What every draft begins with: where it belongs and who writes it; git may be asked. */
export interface DraftSession {
  readonly folder: WorkspaceFolder;
  readonly project: FolderProject;
  readonly projects: readonly FolderProject[];
  readonly writer: Writer;
}

/** Null where nothing can be drafted; the person has been told why. */
export async function beginSession(
  { git, projects }: FeatureServices,
  team: TeamFeature,
): Promise<DraftSession | null> {
  const folder = folderInFront(team);
  if (!folder) return refused(refuseWithoutFolder());
  if (!workspace.isTrusted) return refused(refuseUntrusted());
  const mayAskGit = (await git.runnerFor(folder.uri)) !== null;
  const project = projects.folders.find((one) => one.folder.uri.toString() === folder.uri.toString());
  if (!mayAskGit || !project) return refused(refuseWithoutFacts([]));
  const writer = await writerIn(folder, team);
  if (writer) return { folder, project, projects: projects.folders, writer };
  const missing = await whyNobody(git, projects.folders);
  return refused(missing ? refuseWithoutFacts(missing) : refuseStranger());
}

/** Git names nobody where there is no repository, or no git, too. Null where it can be asked and knows no name. */
async function whyNobody(
  git: FeatureServices['git'],
  projects: readonly FolderProject[],
): Promise<Activity['missing'] | null> {
  const opened = await Promise.all(projects.map(({ folder }) => git.open(folder.uri)));
  const place = opened.find((one) => one !== null);
  if (!place) return [];
  const { gitIdentity } = await import('../../../git/identity');
  return gitIdentity(place.runner, place.repository, { priority: 'interactive' }).then(
    () => null,
    (error: unknown) => [{ folder: place.repository.root, detail: String(error) }],
  );
}

/** The folder of the file in front, else the first that has a team file, else the first. */
export function folderInFront(team: TeamFeature): WorkspaceFolder | undefined {
  const document = window.activeTextEditor?.document;
  return (document && folderOf(document)) ?? team.files.teams[0]?.folder ?? workspace.workspaceFolders?.[0];
}

/** The answer goes on being shown while nothing more happens. */
function refused(answering: Promise<void>): Promise<null> {
  return answering.then(() => null);
}
