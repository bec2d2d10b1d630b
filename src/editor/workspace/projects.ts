import { type Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';
import type { Reference } from '../../core/links/link';
import type { FilePath } from '../../core/ports';
import type { ReadingProgress } from '../../core/projectView';
import { Disposables } from '../host/disposables';
import { settingKeys, views } from '../host/ids';
import { isOn, onSettings } from '../host/settings';
import { nestedIn, pathIn, untitledPath } from './folderPaths';
import type { FolderProject } from './folderProject';
import type { FolderServices } from './folderServices';
import { type PlacedRecord, PlacedRecords } from './placedRecords';
import { neighbour, rootOf } from './windowNeighbours';

/** A file with the project that knows its records. */
export interface PlacedFile {
  readonly project: FolderProject;
  readonly path: FilePath;
  /** Whether the document is in no folder: the first one then stands in, and no folder takes precedence. */
  readonly homeless?: boolean;
}

/** Files of a folder that were read again; null for all. */
export interface TakenFiles {
  readonly project: FolderProject;
  readonly paths: readonly FilePath[] | null;
}

/** `stopped`: no record was found before a person stopped the reading. */
export type ProjectsState = 'off' | 'reading' | 'stopped' | 'empty' | 'ready';

/**
 * Everything that Meridian knows of the open workspace: one project for each folder. Surfaces read it and listen to it.
 */
export class Projects implements Disposable {
  private readonly byFolder = new Map<string, FolderProject>();
  private readonly changed = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  private reader: typeof import('./folderProject') | undefined;
  private begun: Promise<void> | undefined;
  private ended = false;
  private readonly placed = new PlacedRecords();
  private readonly progressed = new EventEmitter<void>();
  private readonly taken = new EventEmitter<TakenFiles>();
  readonly onDidChange = this.changed.event;
  /** As `FolderProject.onDidTake`, of any folder. */
  readonly onDidTake = this.taken.event;
  /** As `FolderProject.onDidProgress`, of any folder. */
  readonly onDidProgress = this.progressed.event;

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
    if (views.some((view) => !view.loaded)) return 'reading';
    return views.some((view) => view.stoppedAt !== null) ? 'stopped' : 'empty';
  }

  get isReading(): boolean {
    return this.folders.some((project) => project.isReading);
  }

  /** The progress of the readings that a person stopped; null where none was stopped. */
  get stoppedAt(): ReadingProgress | null {
    return sumOf(this.folders.flatMap(({ view }) => view.stoppedAt ?? []));
  }

  /** Cancels the present readings. */
  stopReading(): void {
    for (const project of this.byFolder.values()) project.stopReading();
  }

  /** The progress over all folders that are being read. Null where none is, or where the total is not known yet. */
  get progress(): ReadingProgress | null {
    return sumOf(this.folders.flatMap(({ view }) => view.progress ?? []));
  }

  /** Starts the reading once its code is loaded; registering waits for neither (docs/security.md#r47). */
  start(): void {
    this.begun = this.services.boundary.background('start', views.records, async () => {
      this.reader = await import('./folderProject');
      this.restart();
    });
  }

  /** Drops everything and starts to read what is open now; returns at once. */
  restart(): void {
    for (const project of this.byFolder.values()) project.dispose();
    this.byFolder.clear();
    const { reader } = this;
    if (this.ended || !reader) return;
    const folders = isOn(settingKeys.enabled) ? (workspace.workspaceFolders ?? []) : [];
    for (const folder of folders) {
      const project = new reader.FolderProject(folder, nestedIn(folder, folders), this.services);
      project.onDidChange(() => this.changed.fire());
      project.onDidProgress(() => this.progressed.fire());
      project.onDidTake((paths) => this.taken.fire({ project, paths }));
      this.byFolder.set(folder.uri.toString(), project);
    }
    this.changed.fire();
  }

  /** Reads everything again, and loads the reading's code if that has failed. */
  refresh(): void {
    if (!this.reader) this.start();
    for (const project of this.byFolder.values()) project.reload();
    this.changed.fire();
  }

  /** Resolves when all folders were read and no change is waiting. */
  async whenRead(): Promise<void> {
    await this.begun;
    await Promise.all(this.folders.map((project) => project.whenIdle()));
  }

  /** Resolves when the records of all folders are known; the search for citations may still be going on. */
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

  /** As `locate`; an unsaved document belongs to the folder that it will be saved in, else to the first. */
  locateDocument(document: TextDocument): PlacedFile | undefined {
    if (!document.isUntitled) return this.locate(document.uri);
    const { path } = document.uri;
    const named = this.folders.flatMap(({ folder: { uri } }) => this.locate(uri.with({ path })) ?? []);
    const [project] = this.folders;
    return named[0] ?? (project && { project, path: untitledPath, homeless: true });
  }

  /** The references in a text of that file, including those into other folders of the window. */
  referencesIn({ project, path, homeless }: PlacedFile, text: string): readonly Reference[] {
    const others = this.folders.flatMap((other) => neighbour(project, other) ?? []);
    const root = rootOf(project.folder.uri);
    return project.view.referencesIn(path, text, homeless ? { root, others, homeless } : { root, others });
  }

  /** Increases with every change that can alter where references lead. */
  get version(): number {
    return this.folders.reduce((sum, { view }) => sum + view.version, 0);
  }

  /** The list is the same object while no record changes. */
  records(): readonly PlacedRecord[] {
    return this.placed.of(this.folders);
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

  /** The record of a file; where the file holds several, its own record is followed by them, in order. */
  recordsIn(uri: Uri): readonly PlacedRecord[] {
    const place = this.locate(uri);
    return place?.project.view.recordsIn(place.path).map((record) => ({ folder: place.project.folder, record })) ?? [];
  }

  /** The record of a file; where the file holds several, what they have in common. */
  recordAt(uri: Uri): PlacedRecord | undefined {
    const place = this.locate(uri);
    const record = place?.project.view.record(place.path);
    return place && record && { folder: place.project.folder, record };
  }

  dispose(): void {
    this.ended = true;
    this.disposables.dispose();
    for (const project of this.byFolder.values()) project.dispose();
    this.byFolder.clear();
    this.changed.dispose();
    this.taken.dispose();
    this.progressed.dispose();
  }

  private redate(): void {
    for (const project of this.byFolder.values()) project.redate();
  }
}

function sumOf(known: readonly ReadingProgress[]): ReadingProgress | null {
  if (known.length === 0) return null;
  const sum = (part: keyof ReadingProgress) => known.reduce((all, one) => all + one[part], 0);
  return { done: sum('done'), total: sum('total') };
}
