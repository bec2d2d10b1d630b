import type { WorkspaceFolder } from 'vscode';
import type { Activity } from '../../../core/activity/activity';
import type { Writer } from '../../../core/tasks/writer';
import type { FeatureServices } from '../../host/featureServices';
import { folderInFront } from '../../team/folderInFront';
import type { TeamFeature } from '../../team/teamFeature';
import { writerIn } from '../../team/writer';
import type { FolderProject } from '../../workspace/folderProject';
import { projectToDraft, refused, refuseStranger, refuseWithoutFacts } from '../../written/refusals';

/** What every draft needs first: where it belongs and who writes it. In a session git may be asked. */
export interface DraftSession {
  readonly folder: WorkspaceFolder;
  readonly project: FolderProject;
  readonly projects: readonly FolderProject[];
  readonly writer: Writer;
}

/** Null where nothing can be drafted; a message has told the person why. */
export async function beginSession(
  { git, projects }: FeatureServices,
  team: TeamFeature,
): Promise<DraftSession | null> {
  const project = await projectToDraft(projects, folderInFront(team));
  if (!project) return null;
  const { folder } = project;
  const { folders } = projects;
  if ((await git.runnerFor(folder.uri)) === null) return refused(refuseWithoutFacts([]));
  const writer = await writerIn(folder, team);
  if (writer) return { folder, project, projects: folders, writer };
  const missing = await whyNobody(git, folders);
  return refused(missing ? refuseWithoutFacts(missing) : refuseStranger());
}

/**
 * Why git gave no identity: there is no git or no repository, or git failed. Null where git works and knows no name.
 */
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
