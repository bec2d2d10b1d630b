import type { BytesResult, DirectoryEntry, FilePath, FileStore } from '../../../src/core/ports';

type Content = string | Uint8Array;

/** A `FileStore` that lives in memory; text is UTF-8. Folders exist as long as something is in them. */
export class MemoryFiles implements FileStore {
  /** Every path that was read, in order, for tests that count reads. */
  readonly reads: FilePath[] = [];
  private readonly contents = new Map<FilePath, Uint8Array>();
  private readonly stamps = new Map<FilePath, string>();
  private writes = 0;
  private readonly directories = new Map<FilePath, Map<string, DirectoryEntry>>([['', new Map()]]);
  private readonly listStamps = new Map<FilePath, string>();

  set(path: FilePath, content: Content): void {
    this.contents.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    this.stamps.set(path, String(++this.writes));
    this.enter(path, 'file');
  }

  async stamp(file: FilePath): Promise<string | null> {
    return this.contents.has(file) ? (this.stamps.get(file) ?? null) : null;
  }

  async listStamp(directory: FilePath): Promise<string | null> {
    return this.directories.has(directory) ? (this.listStamps.get(directory) ?? '0') : null;
  }

  /** Adds something that is neither file nor directory: a socket, a link that leaves the folder. */
  setOther(path: FilePath): void {
    this.enter(path, 'other');
  }

  /** Removes a file, or a folder with everything in it. Unknown paths are ignored. */
  delete(path: FilePath): void {
    for (const file of [...this.contents.keys()]) {
      if (file === path || file.startsWith(`${path}/`)) this.contents.delete(file);
    }
    for (const directory of [...this.directories.keys()]) {
      if (directory === path || directory.startsWith(`${path}/`)) this.directories.delete(directory);
    }
    this.leave(path);
  }

  /** Text of a file as it stands, or undefined. */
  text(path: FilePath): string | undefined {
    const bytes = this.contents.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  async list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    const entries = this.directories.get(directory);
    if (!entries) throw new Error(`no such directory: ${directory}`);
    return [...entries.values()];
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    this.reads.push(file);
    const bytes = this.contents.get(file);
    if (!bytes) return { ok: false, reason: 'missing', detail: `${file} does not exist` };
    if (bytes.length > maxBytes) {
      return { ok: false, reason: 'too-large', detail: `${file} has ${bytes.length} bytes` };
    }
    return { ok: true, bytes };
  }

  private enter(path: FilePath, kind: DirectoryEntry['kind']): void {
    const { parent, name } = split(path);
    const known = this.directories.get(parent);
    const entries = known ?? new Map<string, DirectoryEntry>();
    // As where a program writes a file beside the old one and renames it: another time, and the same names.
    this.listStamps.set(parent, String(++this.writes));
    entries.set(name, { name, kind });
    if (known) return;
    this.directories.set(parent, entries);
    this.enter(parent, 'directory');
  }

  private leave(path: FilePath): void {
    if (path === '') return;
    const { parent, name } = split(path);
    const entries = this.directories.get(parent);
    entries?.delete(name);
    this.listStamps.set(parent, String(++this.writes));
    if (entries?.size === 0 && parent !== '') {
      this.directories.delete(parent);
      this.leave(parent);
    }
  }
}

export function memoryFiles(files: Readonly<Record<FilePath, Content>> = {}): MemoryFiles {
  const store = new MemoryFiles();
  for (const [path, content] of Object.entries(files)) store.set(path, content);
  return store;
}

function split(path: FilePath): { parent: FilePath; name: string } {
  const slash = path.lastIndexOf('/');
  return { parent: slash < 0 ? '' : path.slice(0, slash), name: path.slice(slash + 1) };
}
