import { Uri, type WorkspaceFolder, workspace } from 'vscode';
import type { FeatureServices } from '../host/featureServices';
import { folderInFront } from '../team/folderInFront';
import type { TeamFeature } from '../team/teamFeature';
import { pathIn } from '../workspace/folderPaths';
import type { FolderProject } from '../workspace/folderProject';
import type { OpenRepository } from '../workspace/lazyGit';
import { projectToDraft, refused, refuseWithoutFacts } from '../written/refusals';

/** The folder whose repository a pull request is about, with what asks git there. */
export interface PullRequestPlace extends OpenRepository {
  readonly folder: WorkspaceFolder;
  readonly project: FolderProject;
}

/**
 * Null where nothing can be drafted; a message has told the person why.
 * @param wanted a folder, or a URI in or above one; else the folder in front counts
 */
export async function pullRequestPlace(
  { git, projects }: FeatureServices,
  team: TeamFeature,
  wanted: Uri | null,
): Promise<PullRequestPlace | null> {
  const project = await projectToDraft(projects, (wanted && folderAt(wanted)) ?? folderInFront(team));
  if (!project) return null;
  const { folder } = project;
  const repository = await git.open(folder.uri);
  if (!repository) return refused(refuseWithoutFacts([]));
  return { ...repository, folder, project };
}

/** The root of a repository, from the argument that a command in the title of Source Control gets. */
export function repositoryOf(argument: unknown): Uri | null {
  if (typeof argument !== 'object' || argument === null) return null;
  const { rootUri } = argument as { readonly rootUri?: unknown };
  return rootUri instanceof Uri ? rootUri : null;
}

/** A folder of the window can be below the root of a repository, or above it. */
function folderAt(uri: Uri): WorkspaceFolder | undefined {
  const folders = workspace.workspaceFolders ?? [];
  const isBelow = (folder: WorkspaceFolder) => pathIn({ ...folder, uri }, folder.uri) !== undefined;
  return workspace.getWorkspaceFolder(uri) ?? folders.find(isBelow);
}
