import { type Disposable, EventEmitter, type Uri } from 'vscode';
import type { Contexts } from '../host/contexts';
import { Disposables } from '../host/disposables';
import { contextKeys, settingKeys } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
import type { ActiveFile } from '../workspace/activeFile';
import type { PlacedFile, Projects } from '../workspace/projects';
import { type FileGroup, fileGroups } from './fileGroups';

/**
 * What is known of the records of a file. `none`: no file of a workspace folder is in front. `partial`: no link, in a file
 * that was not read whole.
 */
export type FileState = 'none' | 'reading' | 'partial' | 'unlinked' | 'linked';

/** The file that Decisions lists the records of: the one in front, or the one that a person pinned. */
export class FileInFront implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  private pinned: Uri | undefined;
  /** Another file is listed, or other records of it. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly active: ActiveFile,
    private readonly projects: Projects,
    private readonly contexts: Contexts,
  ) {
    this.disposables.add(active.onDidChange(() => this.update()));
    this.disposables.add(onSettings(() => this.update()));
    this.update();
  }

  get file(): PlacedFile | undefined {
    if (!isOn(settingKeys.panel)) return undefined;
    return this.pinned ? this.projects.locate(this.pinned) : this.active.file;
  }

  get isPinned(): boolean {
    return this.pinned !== undefined;
  }

  /** No link is no answer before the file has been read. */
  get state(): FileState {
    if (!this.file) return 'none';
    const { project, path } = this.file;
    const { view } = project;
    if (view.linksFor(path).length + project.maybeFor(path).length > 0) return 'linked';
    if (view.problemOf(path) !== null) return 'partial';
    return view.isRead(path) ? 'unlinked' : 'reading';
  }

  groups(): readonly FileGroup[] {
    if (!this.file) return [];
    const { project, path } = this.file;
    return fileGroups([...project.view.linksFor(path), ...project.maybeFor(path)]);
  }

  /** Keeps the list at the file in front until `unpin`. */
  pin(): void {
    this.pinned = this.active.uri;
    this.update();
  }

  unpin(): void {
    this.pinned = undefined;
    this.update();
  }

  dispose(): void {
    this.disposables.dispose();
    this.changed.dispose();
  }

  private update(): void {
    this.contexts.set(contextKeys.file, this.state);
    this.contexts.set(contextKeys.pinned, this.isPinned);
    this.changed.fire();
  }
}
