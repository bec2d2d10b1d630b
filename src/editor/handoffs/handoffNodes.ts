import type { RecordLocation } from '../records/recordHandles';
import type { ChangeLine } from './changeWords';
import type { FolderNote } from './handoffStore';
import type { HandoffGroup, HandoffRow } from './model/handoffsModel';

export interface HandoffGroupNode extends HandoffGroup<FolderNote> {
  readonly type: 'group';
}

/** One note. It carries its place, so that it can be passed to any command that takes a record. */
export interface HandoffNode extends HandoffRow<FolderNote>, RecordLocation {
  readonly type: 'note';
  readonly group: HandoffGroupNode;
}

export interface ChangeNode {
  readonly type: 'change';
  readonly line: ChangeLine;
  readonly note: HandoffNode;
}

export type HandoffsNode = HandoffGroupNode | HandoffNode | ChangeNode;

export function notesOf(group: HandoffGroupNode): HandoffNode[] {
  return group.rows.map((row) => {
    const { folder, path } = row.note;
    return { type: 'note', group, folder: folder.uri.toString(), path, ...row };
  });
}
