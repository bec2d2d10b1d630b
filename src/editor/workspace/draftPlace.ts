import { type TextDocument, type WorkspaceFolder, workspace } from 'vscode';
import type { FilePath } from '../../core/ports';
import { pathIn } from './folderPaths';

/** Where a draft belongs, saved or not. */
export interface DraftPlace {
  readonly folder: WorkspaceFolder;
  /** Relative to the folder; null for a draft without a name, and for one that lies in no folder. */
  readonly path: FilePath | null;
}

/** The place of the file that an unsaved draft becomes; the first folder for what has none. Null without a folder. */
export function draftPlace({ uri, isUntitled }: Pick<TextDocument, 'uri' | 'isUntitled'>): DraftPlace | null {
  const [first] = workspace.workspaceFolders ?? [];
  const file = isUntitled && first ? uri.with({ scheme: first.uri.scheme, authority: first.uri.authority }) : uri;
  const folder = workspace.getWorkspaceFolder(file) ?? first;
  return folder ? { folder, path: pathIn(folder, file) ?? null } : null;
}
