import { join } from 'node:path';
import type { Uri } from 'vscode';
import { DiskShelf } from '../../disk/diskShelf';

/**
 * A shelf for data of the open workspace, kept between windows. Null where VS Code has no local folder for it.
 * @param subject as of `DiskShelf`
 * @param least as of `DiskShelf`
 */
export function storageShelf(storage: Uri | undefined, subject: string, least?: number): DiskShelf | null {
  return storage?.scheme === 'file' ? new DiskShelf(join(storage.fsPath, 'facts'), subject, least) : null;
}
