import { type Disposable, EventEmitter, type TextDocument, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import type { FilePath } from '../../core/ports';
import type { DocRecord } from '../../core/records/record';
import { Disposables } from '../host/disposables';
import { settingKeys, views } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
import { nestedIn, pathIn, untitledPath } from './folderPaths';
import type { FolderProject, FolderServices } from './folderProject';

/** A record with the workspace folder that it lies in. */
export interface PlacedRecord {
  readonly folder: WorkspaceFolder;
  readonly record: DocRecord;
}

/** A file with the project that knows its records. */
export interface PlacedFile {
  readonly project: FolderProject;
  readonly path: FilePath;
}

export type ProjectsState = 'off' | 'reading' | 'empty' | 'ready';

/** Everything that Meridian knows of the open workspace: one project a folder. Surfaces read it and listen to it. */
export class Projects implements Disposable {
  private readonly byFolder = new Map<string, FolderProject>();
  private readonly changed = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  private reader: typeof import('./folderProject') | undefined;
  private begun: Promise<void> | undefined;
  private ended = false;
  readonly onDidChange = this.changed.event;

  constructor(private readonly services: FolderServices) {
    this.disposables.add(workspace.onDidChangeWorkspaceFolders(() => this.restart()));
    this.disposables.add(workspace.onDidGrantWorkspaceTrust(() => this.redate()));
    const reasons = [settingKeys.enabled, settingKeys.include, settingKeys.exclude];
    this.disposables.add(onSettings(() => this.restart(), reasons));
  }

  get folders(): readonly FolderProject[] {
    return [...this.byFolder.values()];
  }

  get state(): ProjectsState {
    if (!isOn(settingKeys.enabled)) return 'off';
    if (!this.reader) return 'reading';
    const views = this.folders.map(({ view }) => view);
    if (views.some((view) => view.records().length > 0)) return 'ready';
    return views.some((view) => !view.loaded) ? 'reading' : 'empty';
  }

  /** Begins to read once the reader's code is there; registering waits for neither (docs/security.md#r47). */
  start(): void {
    this.begun = this.services.boundary.background('start', views.records, async () => {
      this.reader = await import('./folderProject');
      this.restart();
    });
  }

  /** Forgets everything and begins to read what is open now; returns at once. */
  restart(): void {
    for (const project of this.byFolder.values()) project.dispose();
    this.byFolder.clear();
    const { reader } = this;
    if (this.ended || !reader) return;
    const folders = isOn(settingKeys.enabled) ? (workspace.workspaceFolders ?? []) : [];
    for (const folder of folders) {
      const project = new reader.FolderProject(folder, nestedIn(folder, folders), this.services);
      project.onDidChange(() => this.changed.fire());
      this.byFolder.set(folder.uri.toString(), project);
    }
    this.changed.fire();
  }

  /** Reads everything again, and loads the reader where that has failed. */
  refresh(): void {
    if (!this.reader) this.start();
    for (const project of this.byFolder.values()) project.reload();
  }

  /** Resolves when all folders have been read and no change waits. */
  async whenRead(): Promise<void> {
    await this.begun;
    await Promise.all(this.folders.map((project) => project.whenIdle()));
  }

  /** Resolves when the records of all folders are known; what cites them may still be looked for. */
  async whenLoaded(): Promise<void> {
    await this.begun;
    const isLoaded = () => this.ended || this.folders.every(({ view }) => view.loaded);
    while (!isLoaded()) {
      await new Promise<void>((resolve) => {
        const once = this.onDidChange(() => {
          once.dispose();
          resolve();
        });
      });
    }
  }

  /** The innermost folder that holds the URI (P10). */
  locate(uri: Uri): PlacedFile | undefined {
    const found = this.folders.flatMap((project) => {
      const path = pathIn(project.folder, uri);
      return path === undefined ? [] : [{ project, path }];
    });
    return found.reduce<PlacedFile | undefined>(
      (best, next) => (best && best.path.length <= next.path.length ? best : next),
      undefined,
    );
  }

  /** As `locate`; a document without a name counts to the first folder. */
  locateDocument(document: TextDocument): PlacedFile | undefined {
    const [project] = this.folders;
    return document.isUntitled ? project && { project, path: untitledPath } : this.locate(document.uri);
  }

  records(): readonly PlacedRecord[] {
    return this.folders.flatMap(({ folder, view }) => view.records().map((record) => ({ folder, record })));
  }

  /** @param folder a workspace folder's URI as text */
  of(folder: string): FolderProject | undefined {
    return this.byFolder.get(folder);
  }

  /** @param folder a workspace folder's URI as text */
  find(folder: string, path: FilePath): PlacedRecord | undefined {
    const project = this.of(folder);
    const record = project?.view.record(path);
    return project && record && { folder: project.folder, record };
  }

  dispose(): void {
    this.ended = true;
    this.disposables.dispose();
    for (const project of this.byFolder.values()) project.dispose();
    this.byFolder.clear();
    this.changed.dispose();
  }

  private redate(): void {
    for (const project of this.byFolder.values()) project.redate();
  }
}
