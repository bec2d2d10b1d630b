import { FileSystemError, FileType, type Uri, workspace } from 'vscode';
import { join } from '../../core/files/paths';
import type { BytesResult, DirectoryEntry, FilePath, FileStore, ReadProblem } from '../../core/ports';
import { DiskFiles } from '../../disk/diskFiles';
import { uriOf } from './folderPaths';

/**
 * The files of a workspace folder. Local ones are read from the disk: through VS Code each call goes to the window
 * first, which is busy just when a folder is opened. `nested` are directories that belong to other folders of the
 * window (docs/security.md#hostile-input, P10).
 */
export function folderFiles(folder: Uri, nested: ReadonlySet<FilePath>): FileStore {
  const files = folder.scheme === 'file' ? new DiskFiles(folder.fsPath) : new WorkspaceFiles(folder);
  return nested.size === 0 ? files : new OwnFiles(files, nested);
}

/** Leaves out files that belong to another workspace folder. */
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

  async stamp(file: FilePath): Promise<string | null> {
    return (await this.files.stamp?.(file)) ?? null;
  }
}

const kinds: ReadonlyMap<FileType, DirectoryEntry['kind']> = new Map([
  [FileType.File, 'file'],
  [FileType.Directory, 'directory'],
]);

/**
 * A workspace folder on another machine, read through VS Code. That does not tell where a link leads, so links are
 * ignored (docs/security.md#r21).
 */
class WorkspaceFiles implements FileStore {
  constructor(private readonly folder: Uri) {}

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    const entries = await workspace.fs.readDirectory(uriOf(this.folder, directory));
    return entries.map(([name, type]) => ({ name, kind: kinds.get(type) ?? 'other' }));
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    try {
      const uri = uriOf(this.folder, file);
      const { type, size } = await workspace.fs.stat(uri);
      if (type !== FileType.File) return problem('unreadable', `${file} is not a regular file`);
      if (size > maxBytes) return problem('too-large', `${file} has ${size} bytes`);
      const bytes = await workspace.fs.readFile(uri);
      // A virtual file system may not know the size before it has read.
      return bytes.length > maxBytes ? problem('too-large', `${file} has ${bytes.length} bytes`) : { ok: true, bytes };
    } catch (error) {
      const missing = error instanceof FileSystemError && error.code === 'FileNotFound';
      return missing
        ? problem('missing', `${file} does not exist`)
        : problem('unreadable', `${file} could not be read`);
    }
  }
}

function problem(reason: ReadProblem['reason'], detail: string): ReadProblem {
  return { ok: false, reason, detail };
}
