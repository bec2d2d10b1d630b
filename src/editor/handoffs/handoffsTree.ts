import {
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type { Instant } from '../../core/time/zone';
import type { Boundary } from '../boundary';
import { commands, handoffItems } from '../ids';
import type { RecordLocation } from '../recordHandles';
import { type ChangeLine, changeLines } from './changeWords';
import type { FolderNote, HandoffStore } from './handoffStore';
import {
  groupName,
  joined,
  labelText,
  nextText,
  type Reader,
  rowSentence,
  rowTooltip,
  stateText,
  whenText,
} from './handoffWords';
import { type HandoffGroup, type HandoffRow, handoffGroups } from './model/handoffsModel';
import type { NoteChanges } from './noteChanges';
import type { ReadMarks } from './readMarks';

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

/** The rows of the Handoffs view; what changed since a note was written is found out when its row is opened. */
export class HandoffsTree implements TreeDataProvider<HandoffsNode> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly store: HandoffStore,
    private readonly marks: ReadMarks,
    private readonly changes: NoteChanges,
    private readonly now: () => Instant,
    private readonly boundary: Boundary,
  ) {}

  refresh(): void {
    this.changed.fire(undefined);
  }

  /** Every note once. */
  get groups(): readonly HandoffGroupNode[] {
    const groups = handoffGroups({
      notes: this.store.notes,
      receiverFor: ({ folder }) => this.store.receiverIn(folder),
      seen: ({ uri }) => this.marks.seen(uri),
      now: this.now(),
    });
    return groups.map((group) => ({ type: 'group', ...group }));
  }

  get rows(): readonly HandoffNode[] {
    return this.groups.flatMap(notesOf);
  }

  async getChildren(node?: HandoffsNode): Promise<HandoffsNode[]> {
    return this.boundary.async<[], HandoffsNode[]>('Handoffs', [], async () => {
      if (node === undefined) return [...this.groups];
      if (node.type === 'group') return notesOf(node);
      if (node.type === 'change') return [];
      const lines = changeLines(await this.changes.of(node.note), this.readerOf(node.note));
      return lines.map((line) => ({ type: 'change', line, note: node }));
    })();
  }

  getParent(node: HandoffsNode): HandoffsNode | undefined {
    if (node.type === 'group') return undefined;
    return node.type === 'note' ? node.group : node.note;
  }

  getTreeItem(node: HandoffsNode): TreeItem {
    if (node.type === 'group') return groupItem(node);
    return node.type === 'note' ? noteItem(node, this.readerOf(node.note)) : changeItem(node);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private readerOf({ folder }: FolderNote): Reader {
    return {
      receiver: this.store.receiverIn(folder),
      team: this.store.writerIn(folder)?.team ?? null,
      zone: this.store.zoneIn(folder),
      now: this.now(),
    };
  }
}

function notesOf(group: HandoffGroupNode): HandoffNode[] {
  return group.rows.map((row) => {
    const { folder, path } = row.note;
    return { type: 'note', group, folder: folder.uri.toString(), path, ...row };
  });
}

function groupItem({ key, rows }: HandoffGroupNode): TreeItem {
  const state = key === 'others' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(groupName(key), state);
  const unread = rows.filter((row) => row.unread).length;
  item.id = key;
  item.description = unread === 0 ? String(rows.length) : l10n.t('{0}, {1} unread', rows.length, unread);
  return item;
}

function noteItem(node: HandoffNode, reader: Reader): TreeItem {
  const { note, direction, unread } = node;
  const item = new TreeItem(labelText(node, reader), TreeItemCollapsibleState.Collapsed);
  item.id = note.uri.toString();
  item.description = joined([stateText(node, reader), whenText(note.written, reader), nextText(note)], ' · ');
  item.iconPath = new ThemeIcon(iconOf(node), unread ? new ThemeColor('charts.blue') : undefined);
  item.tooltip = rowTooltip(node, reader);
  item.contextValue =
    direction === 'from-me'
      ? handoffItems.sent
      : note.branches.length > 0
        ? handoffItems.startable
        : handoffItems.received;
  item.command = { command: commands.openRecord, title: l10n.t('Open Handoff'), arguments: [node] };
  item.accessibilityInformation = { label: rowSentence(node, reader) };
  return item;
}

/** Closed, open or answered. */
function iconOf({ unread, readBack }: HandoffNode): string {
  if (unread) return 'mail';
  return readBack ? 'pass' : 'mail-read';
}

function changeItem({ line, note }: ChangeNode): TreeItem {
  const item = new TreeItem(line.label, TreeItemCollapsibleState.None);
  item.description = line.description;
  item.iconPath = line.icon;
  item.tooltip = joined([line.label, line.description], '\n');
  item.accessibilityInformation = { label: joined([line.label, line.description], ', ') };
  if (line.record !== null) {
    const place: RecordLocation = { folder: note.folder, path: line.record };
    item.command = { command: commands.openRecord, title: l10n.t('Open Record'), arguments: [place] };
  }
  return item;
}
