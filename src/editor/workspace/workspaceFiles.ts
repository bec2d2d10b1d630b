import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { FileSystemError, FileType, type Uri, workspace } from 'vscode';
import type { BytesResult, DirectoryEntry, FilePath, FileStore, ReadProblem } from '../../core/ports';
import { uriOf } from './folderPaths';

/**
 * A workspace folder of any scheme, read through VS Code. Linked directories are never followed, a linked file counts
 * only where its target lies inside the folder, sockets and devices are never opened (R21).
 */
export class WorkspaceFiles implements FileStore {
  private root: Promise<string> | undefined;

  /** `nested` are directories that other workspace folders of the window own; they are not listed. */
  constructor(
    private readonly folder: Uri,
    private readonly nested: ReadonlySet<FilePath>,
  ) {}

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    const entries = await workspace.fs.readDirectory(uriOf(this.folder, directory));
    const own = entries.filter(([name]) => !this.nested.has(directory === '' ? name : `${directory}/${name}`));
    return Promise.all(
      own.map(async ([name, type]) => ({
        name,
        kind: await this.kindOf(`${directory}/${name}`.replace(/^\//, ''), type),
      })),
    );
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    try {
      const uri = uriOf(this.folder, file);
      const { type, size } = await workspace.fs.stat(uri);
      if ((await this.kindOf(file, type)) !== 'file')
        return problem('unreadable', `${file} is not a regular file of this folder`);
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

  private async kindOf(path: FilePath, type: FileType): Promise<DirectoryEntry['kind']> {
    if (type === FileType.File) return 'file';
    if (type === FileType.Directory) return 'directory';
    return type === (FileType.File | FileType.SymbolicLink) && (await this.staysInside(path)) ? 'file' : 'other';
  }

  /** Only local files can be asked where a link leads; elsewhere a link is left alone. */
  private async staysInside(path: FilePath): Promise<boolean> {
    if (this.folder.scheme !== 'file') return false;
    try {
      this.root ??= realpath(this.folder.fsPath);
      const root = await this.root;
      const inside = relative(root, await realpath(join(root, ...path.split('/'))));
      return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
    } catch {
      return false;
    }
  }
}

function problem(reason: ReadProblem['reason'], detail: string): ReadProblem {
  return { ok: false, reason, detail };
}
