import { type Disposable, type Event, type TextEditor, type TreeViewSelectionChangeEvent, window } from 'vscode';
import type { Boundary } from '../../host/boundary';
import { Disposables } from '../../host/disposables';
import { settingKeys } from '../../host/ids';
import { isOn } from '../../host/settings';
import type { ActiveFile } from '../../workspace/activeFile';
import type { PlacedFile, PlacedRecord } from '../../workspace/projects';
import type { RecordHandles, RecordLocation } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';

/** The part of a tree view that is followed. */
export interface SelectionSource {
  readonly onDidChangeSelection: Event<TreeViewSelectionChangeEvent<unknown>>;
}

/** Milliseconds of rest before the reference under the cursor counts as looked at. */
const restTime = 250;

/** Reports to the panel what the person looks at: a row, a record in the editor and, by a setting, the reference at the cursor. */
export class PanelFollower implements Disposable {
  private readonly disposables = new Disposables();
  private timer: NodeJS.Timeout | undefined;
  private followed: string | undefined;

  constructor(
    active: ActiveFile,
    trees: readonly SelectionSource[],
    private readonly tracker: ReferenceTracker,
    private readonly handles: RecordHandles,
    private readonly show: (place: RecordLocation) => void,
    boundary: Boundary,
  ) {
    const selected = boundary.event('selection', ({ selection }: TreeViewSelectionChangeEvent<unknown>) =>
      this.showKnown(this.handles.find(selection[0])),
    );
    for (const tree of trees) this.disposables.add(tree.onDidChangeSelection(selected));
    this.disposables.add(active.onDidChange(() => this.showFile(active.file)));
    const rested = boundary.event('cursor', (editor: TextEditor) => this.showAtCursor(editor));
    this.disposables.add(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        clearTimeout(this.timer);
        this.timer = setTimeout(rested, restTime, textEditor);
      }),
    );
    // It is made when the window is at work already.
    this.showFile(active.file);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  /** Once for each time that the file comes to the front: a change of the project must not take the panel back to it. */
  private showFile(file: PlacedFile | undefined): void {
    const front = file && `${file.project.folder.uri.toString()} ${file.path}`;
    if (front === this.followed) return;
    const record = file?.project.view.record(file.path);
    this.followed = record && front;
    if (file && record) this.showKnown({ folder: file.project.folder, record });
  }

  private showAtCursor(editor: TextEditor): void {
    if (!isOn(settingKeys.panelFollowsCursor)) return;
    const hit = this.tracker.at(editor.document, editor.selection.active);
    if (hit) this.showKnown(this.tracker.recordOf(hit.reference, hit.file));
  }

  private showKnown(placed: PlacedRecord | undefined): void {
    if (placed) this.show({ folder: placed.folder.uri.toString(), path: placed.record.path });
  }
}
