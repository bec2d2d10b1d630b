import type { WorkspaceFolder } from 'vscode';
import type { DocRecord } from '../../core/records/record';
import type { FolderProject } from './folderProject';

/** A record with its workspace folder. */
export interface PlacedRecord {
  readonly folder: WorkspaceFolder;
  readonly record: DocRecord;
}

/** The records of all folders, each with its folder. */
export class PlacedRecords {
  private placed: readonly PlacedRecord[] = [];
  /** The records of each folder from which `placed` was made. */
  private seen: readonly (readonly DocRecord[])[] = [];

  /** The list is the same object while no record changes. */
  of(folders: readonly FolderProject[]): readonly PlacedRecord[] {
    const now = folders.map(({ view }) => view.records());
    const isSame = now.length === this.seen.length && now.every((records, at) => records === this.seen[at]);
    if (isSame) return this.placed;
    this.seen = now;
    this.placed = folders.flatMap(({ folder }, at) => (now[at] ?? []).map((record) => ({ folder, record })));
    return this.placed;
  }
}
