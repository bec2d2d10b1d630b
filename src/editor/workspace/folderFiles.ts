import type { Uri } from 'vscode';
import { join } from '../../core/files/paths';
import type { BytesResult, DirectoryEntry, FilePath, FileStore } from '../../core/ports';
import { DiskFiles } from '../../disk/diskFiles';
import { WorkspaceFiles } from './workspaceFiles';

/**
 * The files of a workspace folder. Local ones are read from the disk: through VS Code each call asks the window first,
 * which is busy exactly when a folder is opened. `nested` are directories that other folders of the window own
 * (docs/security.md#hostile-input, P10).
 */
export function folderFiles(folder: Uri, nested: ReadonlySet<FilePath>): FileStore {
  const files = folder.scheme === 'file' ? new DiskFiles(folder.fsPath) : new WorkspaceFiles(folder);
  return nested.size === 0 ? files : new OwnFiles(files, nested);
}

/** Leaves out what lies in another workspace folder. */
class OwnFiles implements FileStore {
  constructor(
    private readonly files: FileStore,
    private readonly nested: ReadonlySet<FilePath>,
  ) {}

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    const entries = await this.files.list(directory);
    return entries.filter(({ name }) => !this.nested.has(join(directory, name)));
  }

  read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    return this.files.read(file, maxBytes);
  }
}
