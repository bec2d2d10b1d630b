import { type Disposable, type Event, type TextEditor, type TreeViewSelectionChangeEvent, window } from 'vscode';
import type { Boundary } from '../../host/boundary';
import { Disposables } from '../../host/disposables';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import type { PlacedRecord } from '../../workspace/placedRecords';
import type { FileInFront } from '../fileInFront';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';
import type { DecisionPanel } from './decisionPanel';

/** The part of a tree view that is needed to follow its selection. */
export interface SelectionSource {
  readonly onDidChangeSelection: Event<TreeViewSelectionChangeEvent<unknown>>;
}

/** Milliseconds without a move of the cursor before the reference at it is followed. */
const restTime = 250;

/**
 * Keeps Decisions at the place where the person is: a selected row, the file in front (its list, or the record that it
 * is) and, by a setting, the reference at the cursor.
 */
export class PanelFollower implements Disposable {
  private readonly disposables = new Disposables();
  private timer: NodeJS.Timeout | undefined;
  private followed: string | undefined;
  /** Whether the shown content stays when the file in front turns out to be a record. */
  private keepsRecord = false;

  constructor(
    private readonly front: FileInFront,
    rows: SelectionSource,
    private readonly tracker: ReferenceTracker,
    private readonly handles: RecordHandles,
    private readonly panel: Pick<DecisionPanel, 'show' | 'showList' | 'restore' | 'opened'>,
    boundary: Boundary,
  ) {
    const selected = boundary.event('selection', ({ selection }: TreeViewSelectionChangeEvent<unknown>) =>
      this.showKnown(this.handles.find(selection[0])),
    );
    this.disposables.add(rows.onDidChangeSelection(selected));
    this.disposables.add(front.onDidChange(() => this.showFile()));
    const rested = boundary.event('cursor', (editor: TextEditor) => this.showAtCursor(editor));
    this.disposables.add(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        clearTimeout(this.timer);
        this.timer = setTimeout(rested, restTime, textEditor);
      }),
    );
    // The feature may be loaded when a file is in front already.
    this.showFile();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  /**
   * Shows the file in front once each time that it comes to the front, and once more when it turns out to be a record.
   * A change of the project must not replace what a person chose, or what was shown before a reload. Where no file is
   * in front, the content stays.
   */
  private showFile(): void {
    const { file, key } = this.front;
    // The document is in a folder that is not known yet, or in none.
    if (!file && key !== '') return;
    const isFirst = this.followed === undefined;
    if (!file && !isFirst) return;
    const record = file?.project.view.record(file.path);
    const isSame = key === this.followed && (this.keepsRecord || !record);
    if (isSame) return;
    const isOwn = key !== this.followed && this.panel.opened(key);
    this.followed = key;
    const isKept = isOwn || (isFirst && this.panel.restore());
    this.keepsRecord = isKept || record !== undefined;
    if (isKept || !file) return;
    if (record) this.showKnown({ folder: file.project.folder, record });
    else this.panel.showList();
  }

  private showAtCursor(editor: TextEditor): void {
    if (this.front.isPinned || !isOn(settingKeys.panelFollowsCursor)) return;
    const hit = this.tracker.at(editor.document, editor.selection.active);
    if (hit) this.showKnown(this.tracker.recordOf(hit.reference, hit.file));
  }

  private showKnown(placed: PlacedRecord | undefined): void {
    if (placed) this.panel.show({ folder: placed.folder.uri.toString(), path: placed.record.path });
  }
}
