import {
  type Disposable,
  EventEmitter,
  TabInputText,
  TabInputTextDiff,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { Disposables } from '../host/disposables';
import type { PlacedFile, Projects } from './projects';

/** The file in front of the person, also where it is a notebook, a picture or one side of a diff. */
export class ActiveFile implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  private shown: Uri | undefined;
  readonly onDidChange = this.changed.event;

  constructor(private readonly projects: Projects) {
    const update = (): void => {
      const next = this.uriInFront();
      const isSame = next?.toString() === this.shown?.toString();
      this.shown = next;
      // A tab comes to the front before its document does, so a document that has just become known is a change, too.
      if (this.prefetch() || !isSame) this.changed.fire();
    };
    update();
    this.disposables.add(window.onDidChangeActiveTextEditor(update));
    this.disposables.add(window.tabGroups.onDidChangeTabs(update));
    this.disposables.add(window.tabGroups.onDidChangeTabGroups(update));
    this.disposables.add(
      projects.onDidChange(() => {
        this.prefetch();
        this.changed.fire();
      }),
    );
  }

  /** The URI of the tab in front, in whatever kind of editor. */
  get uri(): Uri | undefined {
    return this.shown;
  }

  /** Undefined where nothing is shown, or something outside all workspace folders. */
  get file(): PlacedFile | undefined {
    return this.shown && this.projects.locate(this.shown);
  }

  /** Whether text can be put into the tab in front: no picture, notebook or older version. */
  get isText(): boolean {
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    const isText = input instanceof TabInputText || input instanceof TabInputTextDiff;
    return isText && this.shown !== undefined && workspace.fs.isWritableFileSystem(this.shown.scheme) !== false;
  }

  get document(): TextDocument | undefined {
    return window.activeTextEditor?.document;
  }

  dispose(): void {
    this.disposables.dispose();
    this.changed.dispose();
  }

  /**
   * Scans the file in front early, so that its references are known even while the rest of the folder is still being
   * read.
   */
  private prefetch(): boolean {
    const { file, document } = this;
    if (!file || !document || document.uri.toString() !== this.shown?.toString()) return false;
    return file.project.prefetch(file.path, () => document.getText());
  }

  /** An editor that has the focus without being a tab (output, a comment) does not count. */
  private uriInFront(): Uri | undefined {
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    return uriOfInput(input) ?? (input === undefined ? undefined : window.activeTextEditor?.document.uri);
  }
}

/** Text, notebook and custom editors have a `uri`, diffs a `modified`; terminals and webviews neither. */
function uriOfInput(input: unknown): Uri | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const { uri, modified } = input as { readonly uri?: Uri; readonly modified?: Uri };
  return uri ?? modified;
}
