import { type TextDocument, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import { basename, dirname } from '../../core/files/paths';
import type { FilePath } from '../../core/ports';
import { uriOf } from '../workspace/folderPaths';
import type { FolderProject } from '../workspace/folderProject';
import type { Projects } from '../workspace/projects';

/** Where in the window a question belongs. */
export interface AskedPlace {
  readonly project: FolderProject | undefined;
  /**
   * The folder whose repository, team and questions the question is about; also where Meridian reads no records of it.
   */
  readonly folder: WorkspaceFolder | undefined;
  /** The path in the folder, else the document's name. */
  readonly path: FilePath;
  /** Whether the document is a file of the folder, or an earlier version of one. */
  readonly isFile: boolean;
  /** The file's own directory, else the folder. */
  readonly directory: Uri | undefined;
}

/**
 * `Untitled-1`; for an extension's output the channel's own name, without the prefix `extension-output-acme.tool-#1-`.
 */
function nameOf({ uri }: TextDocument): string {
  const name = basename(uri.path);
  return uri.scheme === 'output' ? `Output ${name.replace(/^extension-output-.{1,200}?-#\d{1,5}-/, '')}` : name;
}

/** A question without a document, or about one outside all folders, belongs to the first folder. */
export function askedPlace(projects: Projects, document: TextDocument | undefined): AskedPlace {
  const found = document && !document.isUntitled ? projects.locate(document.uri) : undefined;
  if (found) {
    const { project, path } = found;
    const { folder } = project;
    return { project, folder, path, isFile: true, directory: uriOf(folder.uri, dirname(path)) };
  }
  const folder = workspace.workspaceFolders?.[0];
  const project = projects.folders.find((one) => one.folder === folder) ?? projects.folders[0];
  const path = document ? nameOf(document) : '';
  return { project, folder, path, isFile: false, directory: folder?.uri };
}
