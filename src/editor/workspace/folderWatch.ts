import { type Disposable, RelativePattern, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import { isInside } from '../../core/files/paths';
import type { FilePath } from '../../core/ports';
import type { PathChange } from '../../core/projectView';
import { Disposables } from '../host/disposables';
import { pathIn } from './folderPaths';

/** Nothing in these changes a record or a citation, and a package manager's run must not cause a batch. */
const ignoredFolder = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/;

/**
 * The path of a file in the folder. Undefined for a file of another folder, even a nested one, and for a file that is
 * never read.
 */
export function placeIn(folder: WorkspaceFolder, nested: ReadonlySet<FilePath>): (uri: Uri) => FilePath | undefined {
  return (uri) => {
    const path = pathIn(folder, uri);
    const foreign = path === undefined || [...nested].some((other) => isInside(path, other));
    return foreign || ignoredFolder.test(path) ? undefined : path;
  };
}

/** Reports the events of the editor's watcher in the folder, until it is disposed. */
export function watchFolder(
  folder: WorkspaceFolder,
  pathOf: (uri: Uri) => FilePath | undefined,
  note: (path: FilePath, kind: PathChange['kind']) => void,
): Disposable {
  const disposables = new Disposables();
  const watcher = disposables.add(workspace.createFileSystemWatcher(new RelativePattern(folder, '**')));
  const on = (kind: PathChange['kind']) => (uri: Uri) => {
    // When a branch is switched, the editor also reports the left sides of diffs: `git:/…/a.ts.git`.
    const path = uri.scheme === folder.uri.scheme ? pathOf(uri) : undefined;
    if (path !== undefined) note(path, kind);
  };
  disposables.add(watcher.onDidCreate(on('changed')));
  disposables.add(watcher.onDidChange(on('changed')));
  disposables.add(watcher.onDidDelete(on('deleted')));
  return disposables;
}
