import { type Disposable, RelativePattern, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import { isInside } from '../../core/files/paths';
import type { FilePath } from '../../core/ports';
import type { PathChange } from '../../core/projectView';
import { Disposables } from '../host/disposables';
import { pathIn } from './folderPaths';

/** Nothing of these changes a record or what cites it; a package manager's run must not cost a batch. */
const ignoredFolder = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/;

/**
 * Where a file lies in the folder: undefined for one of another folder, also of one that is nested in it, and for one that
 * is never read.
 */
export function placeIn(folder: WorkspaceFolder, nested: ReadonlySet<FilePath>): (uri: Uri) => FilePath | undefined {
  return (uri) => {
    const path = pathIn(folder, uri);
    const foreign = path === undefined || [...nested].some((other) => isInside(path, other));
    return foreign || ignoredFolder.test(path) ? undefined : path;
  };
}

/** Tells what the editor's watcher sees in the folder, until it is disposed. */
export function watchFolder(
  folder: WorkspaceFolder,
  pathOf: (uri: Uri) => FilePath | undefined,
  note: (path: FilePath, kind: PathChange['kind']) => void,
): Disposable {
  const disposables = new Disposables();
  const watcher = disposables.add(workspace.createFileSystemWatcher(new RelativePattern(folder, '**')));
  const on = (kind: PathChange['kind']) => (uri: Uri) => {
    // The editor tells of the left sides of diffs, too: `git:/…/a.ts.git`, when a branch is switched.
    const path = uri.scheme === folder.uri.scheme ? pathOf(uri) : undefined;
    if (path !== undefined) note(path, kind);
  };
  disposables.add(watcher.onDidCreate(on('changed')));
  disposables.add(watcher.onDidChange(on('changed')));
  disposables.add(watcher.onDidDelete(on('deleted')));
  return disposables;
}
