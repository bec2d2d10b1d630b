import { type FileWillRenameEvent, l10n, WorkspaceEdit, workspace } from 'vscode';
import { movedCitations } from '../../../core/links/movedCitations';
import type { FilePath } from '../../../core/ports';
import { pathIn, uriOf } from '../../workspace/folderPaths';
import type { Projects } from '../../workspace/projects';
import { rangeOf } from './citations';

/**
 * Updates what cites the records that a person moves or renames, and the relative paths to records in files that move.
 * The editor lists the changes before it makes any, and reverts all of them in one step. Only moves within a workspace
 * folder; null where nothing has to be updated.
 */
export function editOfMove(projects: Projects, { files }: Pick<FileWillRenameEvent, 'files'>): WorkspaceEdit | null {
  const edit = new WorkspaceEdit();
  const metadata = {
    needsConfirmation: true,
    label: l10n.t('Mend paths for the move'),
  };
  for (const project of projects.folders) {
    const moves = new Map<FilePath, FilePath>();
    for (const { oldUri, newUri } of files) {
      const [from, to] = [pathIn(project.folder, oldUri), pathIn(project.folder, newUri)];
      if (from !== undefined && to !== undefined) moves.set(from, to);
    }
    for (const citation of movedCitations(project.view, moves)) {
      if (isMendedByEditor(citation.file)) continue;
      edit.replace(uriOf(project.folder.uri, citation.file), rangeOf(citation), citation.text, metadata);
    }
  }
  return edit.size > 0 ? edit : null;
}

/** Whether the editor's own Markdown extension updates links in Markdown, by its setting. */
function isMendedByEditor(file: FilePath): boolean {
  const setting = workspace.getConfiguration('markdown').get<string>('updateLinksOnFileMove.enabled');
  return setting !== undefined && setting !== 'never' && file.toLowerCase().endsWith('.md');
}
