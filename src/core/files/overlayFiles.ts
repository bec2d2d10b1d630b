import type { BytesResult, DirectoryEntry, FilePath, FileStore } from '../ports';

/** A file store in which documents that are open and not saved take precedence over the store below. */
export class OverlayFiles implements FileStore {
  private readonly unsaved = new Map<FilePath, string>();

  constructor(private readonly below: FileStore) {}

  set(path: FilePath, text: string): void {
    this.unsaved.set(path, text);
  }

  /** Called when the document is saved, reverted or closed: from then on the file below counts. */
  clear(path: FilePath): void {
    this.unsaved.delete(path);
  }

  list(directory: FilePath): Promise<readonly DirectoryEntry[]> {
    return this.below.list(directory);
  }

  async stamp(file: FilePath): Promise<string | null> {
    return this.unsaved.has(file) ? null : ((await this.below.stamp?.(file)) ?? null);
  }

  async read(file: FilePath, maxBytes: number): Promise<BytesResult> {
    const text = this.unsaved.get(file);
    if (text === undefined) return this.below.read(file, maxBytes);
    const bytes = new TextEncoder().encode(text);
    if (bytes.length <= maxBytes) return { ok: true, bytes };
    return { ok: false, reason: 'too-large', detail: `${file} has ${bytes.length} bytes` };
  }
}
