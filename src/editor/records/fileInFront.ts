import { type Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';
import type { Link } from '../../core/links/link';
import type { FilePath } from '../../core/ports';
import type { Contexts } from '../host/contexts';
import { Disposables } from '../host/disposables';
import { contextKeys, settingKeys } from '../host/ids';
import { longestDocument } from '../host/longestDocument';
import { isOn, onSettings } from '../host/settings';
import type { ActiveFile } from '../workspace/activeFile';
import { openDocument } from '../workspace/folderDocuments';
import type { PlacedFile, Projects } from '../workspace/projects';
import { type FileGroup, fileGroups } from './fileGroups';
import type { ReferenceTracker } from './references/documentReferences';

/**
 * What is known of the records of a file. `none`: no document of the workspace is in front. `partial`: no link, but the
 * file was not read whole. `unsaved`: no link, in a document that becomes a record once it is saved. `stopped`: no
 * link, but a person stopped the reading.
 */
export type FileState = 'none' | 'reading' | 'stopped' | 'partial' | 'unsaved' | 'unlinked' | 'linked';

/** Milliseconds after the last edit before the text is scanned. */
const quiet = 250;

/**
 * The document whose records Decisions lists: the one in front, or the one that a person pinned. A document that was
 * never saved counts, too: the records that its text cites concern it.
 */
export class FileInFront implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  private pinned: Uri | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Fires when another document is listed, or its records changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly active: ActiveFile,
    private readonly projects: Projects,
    private readonly tracker: ReferenceTracker,
    private readonly contexts: Contexts,
  ) {
    this.disposables.add(active.onDidChange(() => this.update()));
    this.disposables.add(onSettings(() => this.update()));
    this.disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isUntitled || document.uri.toString() !== this.uri?.toString()) return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.update(), quiet);
      }),
    );
    this.update();
  }

  get file(): PlacedFile | undefined {
    if (!isOn(settingKeys.panel) || !this.uri) return undefined;
    return this.projects.locate(this.uri) ?? (this.draft && this.projects.locateDocument(this.draft));
  }

  /** The listed document, if it was never saved. */
  get draft(): TextDocument | undefined {
    return this.uri?.scheme === 'untitled' ? openDocument(this.uri) : undefined;
  }

  /** An id of the listed document, the same in every window; empty where there is none. */
  get key(): string {
    const { file } = this;
    return file && !this.draft ? fileKey(file.project.folder.uri, file.path) : (this.uri?.toString() ?? '');
  }

  /** `balance.ts`, `Untitled-1`; empty where no file is listed. */
  get name(): string {
    const path = this.draft ? this.draft.uri.path : (this.file?.path ?? '');
    return path.split('/').at(-1) ?? '';
  }

  /** Whether a reference can be inserted into the listed document. */
  get isEditable(): boolean {
    return this.active.isText && this.active.uri?.toString() === this.uri?.toString();
  }

  get isPinned(): boolean {
    return this.pinned !== undefined;
  }

  /** Without a link the state is `reading` until the file was read: only then is it known that there is none. */
  get state(): FileState {
    const { file, draft } = this;
    if (!file) return 'none';
    const { project, path } = file;
    const { view } = project;
    if (this.links().length > 0) return 'linked';
    if (draft) return stateOfDraft(draft, file);
    if (view.problemOf(path) !== null) return 'partial';
    if (view.stoppedAt !== null) return 'stopped';
    return view.isRead(path) ? 'unlinked' : 'reading';
  }

  groups(): readonly FileGroup[] {
    return fileGroups(this.links());
  }

  /** Keeps the list at the document that is in front now, until `unpin`. */
  pin(): void {
    this.pinned = this.active.uri;
    this.update();
  }

  unpin(): void {
    this.pinned = undefined;
    this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
    this.changed.dispose();
  }

  private get uri(): Uri | undefined {
    return this.pinned ?? this.active.uri;
  }

  private links(): readonly Link[] {
    const { file, draft } = this;
    if (!file) return [];
    const { project, path } = file;
    if (!draft) return [...project.view.linksFor(path), ...project.maybeFor(path)];
    return project.view.linksOf(this.tracker.of(draft)?.found.map(({ reference }) => reference) ?? []);
  }

  private update(): void {
    this.contexts.set(contextKeys.file, this.state);
    this.contexts.set(contextKeys.pinned, this.isPinned);
    this.changed.fire();
  }
}

function stateOfDraft(draft: TextDocument, { project: { view }, path }: PlacedFile): FileState {
  if (!view.loaded) return 'reading';
  if (draft.getText().length > longestDocument) return 'partial';
  const kind = view.kindAt(path);
  // A handoff becomes a record, too, but its writer does not think of it as one.
  return kind !== null && kind !== 'handoff' ? 'unsaved' : 'unlinked';
}

/** The key of a file in a workspace folder. */
export function fileKey(folder: Uri | string, path: FilePath): string {
  return `${folder} ${path}`;
}
