import { join } from 'node:path';
import type { Uri } from 'vscode';
import { DiskShelf } from '../../disk/diskShelf';

/**
 * Where something of the open workspace is kept between windows; null where VS Code names no folder for it.
 * @param subject as of `DiskShelf`
 * @param least as of `DiskShelf`
 */
export function storageShelf(storage: Uri | undefined, subject: string, least?: number): DiskShelf | null {
  return storage?.scheme === 'file' ? new DiskShelf(join(storage.fsPath, 'facts'), subject, least) : null;
}
