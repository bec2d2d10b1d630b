import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { joinParts } from '../../core/text/compareText';
import { commands, handoffItems } from '../host/ids';
import type { RecordLocation } from '../records/recordHandles';
import type { ChangeLine } from './changeWords';
import type { FolderNote } from './handoffStore';
import {
  groupName,
  labelText,
  nextText,
  type Reader,
  rowSentence,
  rowTooltip,
  stateText,
  whenText,
} from './handoffWords';
import type { HandoffGroup, HandoffRow } from './model/handoffsModel';

export interface HandoffGroupNode extends HandoffGroup<FolderNote> {
  readonly type: 'group';
}

/** The row of one note. It carries its location, so that it can be passed to any command that takes a record. */
export interface HandoffNode extends HandoffRow<FolderNote>, RecordLocation {
  readonly type: 'note';
  readonly group: HandoffGroupNode;
}

interface ChangeNode {
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

export function groupItem({ key, rows }: HandoffGroupNode): TreeItem {
  const state = key === 'others' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(groupName(key), state);
  const unread = rows.filter((row) => row.unread).length;
  item.id = key;
  item.description = unread === 0 ? String(rows.length) : newsCount(key, unread);
  return item;
}

/** In the group of the reader's own notes, the unread ones are new answers. */
function newsCount(key: HandoffGroupNode['key'], count: number): string {
  if (key !== 'from-me') return l10n.t('{0} unread', count);
  return count === 1 ? l10n.t('1 new answer') : l10n.t('{0} new answers', count);
}

export function noteItem(node: HandoffNode, reader: Reader): TreeItem {
  const { note, unread } = node;
  const item = new TreeItem(labelText(node, reader), TreeItemCollapsibleState.Collapsed);
  item.id = note.uri.toString();
  item.description = joinParts([stateText(node, reader), whenText(note.written, reader), nextText(note)], ' · ');
  item.iconPath = new ThemeIcon(iconOf(node), unread ? new ThemeColor('charts.blue') : undefined);
  item.tooltip = rowTooltip(node, reader);
  item.contextValue = kindOfNote(node);
  item.command = { command: commands.openRecord, title: l10n.t('Open Handoff'), arguments: [node] };
  item.accessibilityInformation = { label: rowSentence(node, reader) };
  return item;
}

/** One of `handoffItems`: what can be done with a note, for `when` clauses. */
export function kindOfNote({ direction, note }: Pick<HandoffNode, 'direction' | 'note'>): string {
  if (direction === 'from-me') return handoffItems.sent;
  return note.branches.length > 0 ? handoffItems.startable : handoffItems.received;
}

/** A closed letter for an unread note, a tick for one that was read back, else an open letter. */
function iconOf({ unread, readBack }: HandoffNode): string {
  if (unread) return 'mail';
  return readBack ? 'pass' : 'mail-read';
}

export function changeItem({ line, note }: ChangeNode): TreeItem {
  const item = new TreeItem(line.label, TreeItemCollapsibleState.None);
  item.description = line.description;
  item.iconPath = line.icon;
  item.tooltip = joinParts([line.label, line.description], '\n');
  item.accessibilityInformation = { label: joinParts([line.label, line.description], ', ') };
  if (line.record !== null) {
    const place: RecordLocation = { folder: note.folder, path: line.record };
    item.command = { command: commands.openRecord, title: l10n.t('Open Record'), arguments: [place] };
  }
  return item;
}
