import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Instant } from '../../core/time/zone';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import { changeLines } from './changeWords';
import {
  changeItem,
  groupItem,
  type HandoffGroupNode,
  type HandoffNode,
  type HandoffsNode,
  noteItem,
  notesOf,
} from './handoffItems';
import type { FolderNote, HandoffStore } from './handoffStore';
import type { Reader } from './handoffWords';
import { handoffGroups } from './model/handoffsModel';
import type { NoteChanges } from './noteChanges';
import type { ReadMarks } from './readMarks';

/**
 * The rows of the Handoffs view, built at the first use after a change. What changed since a note was written is found
 * only when its row is expanded.
 */
export class HandoffsTree implements TreeDataProvider<HandoffsNode> {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new EventEmitter<undefined>());
  private grouped: readonly HandoffGroupNode[] | undefined;
  private listed: readonly HandoffNode[] | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly store: HandoffStore,
    private readonly marks: ReadMarks,
    private readonly changes: NoteChanges,
    private readonly now: () => Instant,
    private readonly boundary: Boundary,
  ) {
    for (const event of [store.onDidChange, marks.onDidChange]) this.disposables.add(event(() => this.refresh()));
  }

  /** Drops the rows, so that they are built from the present state. */
  refresh(): void {
    this.grouped = undefined;
    this.listed = undefined;
    this.changed.fire(undefined);
  }

  /** Groups in which every note stands once. */
  get groups(): readonly HandoffGroupNode[] {
    this.grouped ??= handoffGroups({
      notes: this.store.notes,
      receiverFor: ({ folder }) => this.store.receiverIn(folder),
      seen: ({ uri }) => this.marks.seen(uri),
      now: this.now(),
    }).map((group) => ({ type: 'group', ...group }));
    return this.grouped;
  }

  get rows(): readonly HandoffNode[] {
    this.listed ??= this.groups.flatMap(notesOf);
    return this.listed;
  }

  async getChildren(node?: HandoffsNode): Promise<HandoffsNode[]> {
    return this.boundary.provider<[], HandoffsNode[]>('Handoffs', [], async () => {
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
    this.disposables.dispose();
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
