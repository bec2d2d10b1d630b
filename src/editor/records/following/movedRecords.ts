import { type FileWillRenameEvent, l10n, WorkspaceEdit, workspace } from 'vscode';
import { isInside, pathBelow } from '../../../core/files/paths';
import { movedCitations } from '../../../core/links/movedCitations';
import type { FilePath } from '../../../core/ports';
import { fileOf } from '../../../core/records/record';
import { pathIn, uriOf } from '../../workspace/folderPaths';
import type { FolderProject } from '../../workspace/folderProject';
import type { Projects } from '../../workspace/projects';
import { rangeOf } from './citations';

/**
 * What cites the records that a person moves or renames, mended: the editor lists each change before it makes any, and
 * takes all of them back in one step. Within a folder of the workspace; null where nothing is to be mended.
 */
export function editOfMove(projects: Projects, { files }: Pick<FileWillRenameEvent, 'files'>): WorkspaceEdit | null {
  const edit = new WorkspaceEdit();
  const metadata = {
    needsConfirmation: true,
    label: l10n.t('Mend what cites the moved record'),
  };
  for (const project of projects.folders) {
    const moves = new Map<FilePath, FilePath>();
    for (const { oldUri, newUri } of files) {
      const [from, to] = [pathIn(project.folder, oldUri), pathIn(project.folder, newUri)];
      if (from !== undefined && to !== undefined) addMoves(moves, project, from, to);
    }
    for (const citation of movedCitations(project.view, moves)) {
      if (isMendedByEditor(citation.file)) continue;
      edit.replace(uriOf(project.folder.uri, citation.file), rangeOf(citation), citation.text, metadata);
    }
  }
  return edit.size > 0 ? edit : null;
}

/** A record, or all records and citing files in a folder that moves. */
function addMoves(moves: Map<FilePath, FilePath>, { view }: FolderProject, from: FilePath, to: FilePath): void {
  moves.set(from, to);
  const inside = view
    .records()
    .map(fileOf)
    .filter((path) => path !== from && isInside(path, from));
  for (const path of inside) moves.set(path, `${to}/${pathBelow(from, path)}`);
}

/** The editor's own Markdown mends links in Markdown where a person has let it. */
function isMendedByEditor(file: FilePath): boolean {
  const setting = workspace.getConfiguration('markdown').get<string>('updateLinksOnFileMove.enabled');
  return setting !== undefined && setting !== 'never' && file.toLowerCase().endsWith('.md');
}
