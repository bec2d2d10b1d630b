import { type Disposable, RelativePattern, type WorkspaceFolder, workspace } from 'vscode';
import { DocumentSearch } from '../../core/search/documentSearch';
import { NodePacer } from '../../disk/nodePacer';
import { Disposables } from '../host/disposables';
import { folderFiles } from '../workspace/folderFiles';
import { pathIn } from '../workspace/folderPaths';

/** The documents among which questions are looked for, as a glob in each folder. `searchSources` takes their paths. */
export const documentPattern = '**/*.{md,mdx,markdown,rst,adoc}';

interface FolderIndex {
  readonly search: DocumentSearch;
  readonly parts: Disposables;
}

/**
 * The search index of each folder, kept from one question to the next, since reading thousands of documents takes
 * seconds. Files that change on the disk are read again for the next question.
 */
export class AnswerIndexes implements Disposable {
  private readonly byFolder = new Map<string, FolderIndex>();
  private readonly folders = workspace.onDidChangeWorkspaceFolders(({ removed }) => {
    for (const { uri } of removed) this.drop(uri.toString());
  });

  of(folder: WorkspaceFolder): DocumentSearch {
    const key = folder.uri.toString();
    const index = this.byFolder.get(key) ?? watched(folder);
    this.byFolder.set(key, index);
    return index.search;
  }

  dispose(): void {
    this.folders.dispose();
    for (const key of [...this.byFolder.keys()]) this.drop(key);
  }

  private drop(key: string): void {
    this.byFolder.get(key)?.parts.dispose();
    this.byFolder.delete(key);
  }
}

function watched(folder: WorkspaceFolder): FolderIndex {
  const parts = new Disposables();
  const search = new DocumentSearch(folderFiles(folder.uri, new Set()), new NodePacer());
  const watcher = parts.add(workspace.createFileSystemWatcher(new RelativePattern(folder, documentPattern)));
  for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
    parts.add(event((uri) => search.forget([pathIn(folder, uri) ?? ''])));
  }
  return { search, parts };
}
