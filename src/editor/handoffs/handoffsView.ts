import { type Disposable, l10n, type TreeView, window, workspace } from 'vscode';
import type { Boundary } from '../host/boundary';
import type { Contexts } from '../host/contexts';
import { Disposables } from '../host/disposables';
import { contextKeys, views } from '../host/ids';
import { ViewMessage } from '../host/viewMessage';
import type { ActiveFile } from '../workspace/activeFile';
import { type HandoffsNode, kindOfNote } from './handoffItems';
import type { FolderNote, HandoffStore } from './handoffStore';
import type { HandoffsTree } from './handoffsTree';
import { unreadToMe } from './model/handoffsModel';
import type { ReadMarks } from './readMarks';

/**
 * The Handoffs view around its tree: the number of unread notes, and that a note counts as read once it is in front.
 */
export class HandoffsView implements Disposable {
  private readonly disposables = new Disposables();
  private readonly view: TreeView<HandoffsNode>;
  private readonly message: ViewMessage;

  constructor(
    private readonly tree: HandoffsTree,
    private readonly store: HandoffStore,
    private readonly marks: ReadMarks,
    private readonly active: ActiveFile,
    private readonly contexts: Contexts,
    private readonly boundary: Boundary,
  ) {
    this.view = this.disposables.add(window.createTreeView(views.handoffs, { treeDataProvider: tree }));
    this.message = this.disposables.add(new ViewMessage(this.view, views.handoffs, boundary));
    this.disposables.add(tree.onDidChangeTreeData(() => this.update()));
    this.disposables.add(boundary.views.onDidChange((view) => view === views.handoffs && this.update()));
    this.disposables.add(active.onDidChange(() => this.markShown()));
    this.disposables.add(workspace.onDidGrantWorkspaceTrust(() => tree.refresh()));
    // A view that is shown again the next morning must not call yesterday "today".
    this.disposables.add(this.view.onDidChangeVisibility(({ visible }) => visible && tree.refresh()));
    this.update();
  }

  /** Expands the row of a note, which shows what changed since. */
  async reveal({ uri }: FolderNote): Promise<void> {
    const node = this.tree.rows.find(({ note }) => note.uri.toString() === uri.toString());
    if (node) await this.view.reveal(node, { select: true, focus: true, expand: true });
  }

  async markAll(): Promise<void> {
    await this.marks.mark(this.tree.rows.map(({ note, stamp }) => [note.uri, stamp]));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private update(): void {
    const { rows } = this.tree;
    const unread = unreadToMe(rows);
    this.view.badge =
      unread === 0
        ? undefined
        : { value: unread, tooltip: unread === 1 ? l10n.t('1 unread handoff') : l10n.t('{0} unread handoffs', unread) };
    this.contexts.set(contextKeys.handoffs, this.state());
    this.message.text = rows.length === 0 ? '' : this.missing();
    this.markShown();
  }

  /** Known rows are shown while more is read, so that the view does not disappear and come back. */
  private state(): 'ready' | 'failed' | 'reading' | 'none' {
    if (this.tree.rows.length > 0) return 'ready';
    if (this.boundary.views.in(views.handoffs)) return 'failed';
    return this.store.isRead ? 'none' : 'reading';
  }

  /** What is missing and why, said once above the rows and not in each of them. */
  private missing(): string {
    const isStranger = this.store.notes.every(({ folder }) => this.store.receiverIn(folder).own.size === 0);
    if (workspace.isTrusted)
      return isStranger ? l10n.t('To see what is for you, say who you are in meridian.team.me.') : '';
    // Short enough for two lines, so that the notes below stay visible.
    return isStranger
      ? l10n.t('Restricted Mode: git is not read. Say who you are in meridian.team.me.')
      : l10n.t('Restricted Mode: git is not read, so it is not shown whether branches moved.');
  }

  /**
   * Sets the context key for the note in front and marks it as read, however and in whatever kind of editor it was
   * opened.
   */
  private markShown(): void {
    const shown = this.active.uri?.toString();
    const row = this.tree.rows.find(({ note }) => note.uri.toString() === shown);
    this.contexts.set(contextKeys.noteInFront, row ? kindOfNote(row) : false);
    if (!row?.unread) return;
    void this.boundary.background('read marks', null, () => this.marks.mark([[row.note.uri, row.stamp]]));
  }
}
