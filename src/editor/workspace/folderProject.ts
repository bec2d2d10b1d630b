import { type Disposable, EventEmitter, type WorkspaceFolder } from 'vscode';
import { OverlayFiles } from '../../core/files/overlayFiles';
import type { Link } from '../../core/links/link';
import type { World } from '../../core/names/nameLookup';
import type { FilePath, FileStore } from '../../core/ports';
import type { Project } from '../../core/project';
import type { PathChange, ProjectView } from '../../core/projectView';
import type { CheckedProject } from '../../core/tasks/check';
import { Disposables } from '../host/disposables';
import { settingKeys, views } from '../host/ids';
import { SerialWork } from '../host/serialWork';
import { isOn } from '../host/settings';
import { DatesAtRest } from './datesAtRest';
import { type Batch, DirtyPaths, systemTimers } from './dirtyPaths';
import { folderFiles } from './folderFiles';
import type { FolderServices } from './folderServices';
import { placeIn, watchFolder } from './folderWatch';
import { NewFolders } from './newFolders';
import { projectIn } from './projectIn';
import { ReadingAhead } from './readingAhead';
import { UnsavedDocuments } from './unsavedDocuments';
import { WaitingWords } from './waitingWords';

/** Durations in milliseconds of the last time; null where it has not happened. */
export interface FolderTimings {
  /** Until records could be shown. */
  readonly records: number | null;
  /** Until everything that cites them was read, too. */
  readonly load: number | null;
  readonly update: number | null;
}

/**
 * The most files of a new folder that are read again. A larger folder was moved as a whole, or is written in a storm of
 * its own.
 */
const mostLookedAtAgain = 1_000;

/** Milliseconds between two reports of the reading's progress. */
const progressPace = 1_000;

/** One workspace folder, read in the background and kept up to date until it is disposed. */
export class FolderProject implements Disposable {
  private readonly project: Project;
  private readonly files: OverlayFiles;
  private readonly dirty: DirtyPaths;
  private readonly ahead: ReadingAhead;
  private readonly newFolders = new NewFolders(systemTimers, (folders) =>
    this.enqueue(() => this.apply(folders.map((path) => ({ path, kind: 'changed' })))),
  );
  private readonly unsaved: UnsavedDocuments;
  private readonly stop = new AbortController();
  /** Aborted when a person stops the present or next reading. */
  private enough = new AbortController();
  private readonly changed = new EventEmitter<void>();
  private readonly progressed = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  private readonly work = new SerialWork();
  private readonly words = new WaitingWords(
    (run) => this.enqueue(run),
    (path) => this.readWords(path),
  );
  isReading = false;
  private lastRecords: number | null = null;
  private lastLoad: number | null = null;
  private lastUpdate: number | null = null;
  private readonly dates = new DatesAtRest(() => this.enqueue(() => this.askGit(true)));
  private readonly taken = new EventEmitter<readonly FilePath[] | null>();
  readonly onDidChange = this.changed.event;
  /** Fires with the files whose text was read again, whether or not other files change by it; null for all files. */
  readonly onDidTake = this.taken.event;
  /** Fires now and then while the folder is read: `ProjectView.progress` has changed. */
  readonly onDidProgress = this.progressed.event;
  /** Contains the URI, since two folders of a window can have the same name. */
  private readonly readingPlace: string;

  constructor(
    readonly folder: WorkspaceFolder,
    nested: ReadonlySet<FilePath>,
    private readonly services: FolderServices,
  ) {
    const files = new OverlayFiles(folderFiles(folder.uri, nested));
    this.files = files;
    this.readingPlace = `reading ${folder.uri.toString()}`;
    this.project = projectIn(folder.uri, files, services);
    this.dirty = new DirtyPaths(systemTimers, (batch) => {
      this.ahead.stop();
      this.enqueue(() => this.take(batch));
    });
    this.ahead = new ReadingAhead(this.project, (run) =>
      this.enqueue(() => {
        // Without this, the batch would take over the file's stored text instead of the typed one.
        this.unsaved.collect();
        return run();
      }),
    );
    const inFolder = placeIn(folder, nested);
    this.unsaved = new UnsavedDocuments(files, inFolder, (path, isTyped) => {
      this.note(path, 'changed', isTyped);
    });
    this.disposables.add(watchFolder(folder, inFolder, (path, kind) => this.note(path, kind)));
    this.reload();
  }

  get view(): ProjectView {
    return this.project;
  }

  /** What a check reads: an open, unsaved document takes precedence over the disk. */
  get checked(): { readonly project: CheckedProject; readonly files: FileStore } {
    return { project: this.project, files: this.files };
  }

  /** As `Project.world`. */
  get world(): World | null {
    return this.project.world;
  }

  get timings(): FolderTimings {
    return { records: this.lastRecords, load: this.lastLoad, update: this.lastUpdate };
  }

  /** Reads everything again. */
  reload(): void {
    this.enough = new AbortController();
    this.isReading = true;
    this.enqueue(() => this.loadAloud());
  }

  /** Cancels the present reading; what was read until then stays. */
  stopReading(): void {
    if (this.isReading) this.enough.abort();
  }

  /** Asks git for the dates that records do not state; called after workspace trust was granted. */
  redate(): void {
    this.enqueue(() => this.askGit());
  }

  /** As `Project.prefetch`; for the file in front of the person. */
  prefetch(path: FilePath, text: () => string): boolean {
    return this.project.prefetch(path, text);
  }

  /**
   * As `ProjectView.maybeFor`, if the setting is on. The words that it needs are then read in the background, after all
   * other work. Only the file that was asked about last counts.
   */
  maybeFor(path: FilePath): readonly Link[] {
    if (!isOn(settingKeys.maybe)) return [];
    this.words.ask(path);
    return this.project.maybeFor(path);
  }

  /** Resolves when nothing is being read any more. */
  whenIdle(): Promise<void> {
    return this.work.whenIdle();
  }

  dispose(): void {
    this.dates.dispose();
    this.stop.abort();
    // A failure of this folder is no longer a reason to call the view outdated.
    this.services.boundary.views.clear(views.records, this.readingPlace);
    this.dirty.dispose();
    this.newFolders.dispose();
    this.ahead.stop();
    this.unsaved.dispose();
    this.disposables.dispose();
    this.changed.dispose();
    this.taken.dispose();
    this.progressed.dispose();
  }

  private note(path: FilePath, kind: PathChange['kind'], isTyped = false): void {
    const isOneOfMany = this.dirty.add(path, kind, isTyped);
    this.ahead.note(path, isOneOfMany && kind === 'changed' && !isTyped);
  }

  /** Runs one piece of work after the other: a batch that arrives while the folder is read waits. */
  private enqueue(run: () => Promise<void>): void {
    const { boundary } = this.services;
    this.work.add(() =>
      boundary.background(this.readingPlace, views.records, async () => {
        if (!this.stop.signal.aborted) await run();
      }),
    );
  }

  private async loadAloud(): Promise<void> {
    const timer = setInterval(() => this.progressed.fire(), progressPace);
    const { signal } = this.enough;
    this.isReading = true;
    try {
      await this.load(signal);
    } finally {
      clearInterval(timer);
      // Still true where the load has failed.
      if (this.isReading) this.tellEnd();
    }
    // What was read speeds up the next reading. After a stopped one, nothing is stored: the facts of files not listed
    // yet would be lost.
    if (!signal.aborted) await this.project.keep();
    await this.askGit();
  }

  private async load(enough: AbortSignal): Promise<void> {
    const { project, stop } = this;
    const start = performance.now();
    this.unsaved.collect();
    if (!project.loaded) {
      await project.loadRecords(stop.signal, enough);
      this.lastRecords = performance.now() - start;
      this.changed.fire();
      await project.scanReferences(stop.signal, enough);
    } else {
      await project.load(stop.signal, enough);
    }
    this.lastLoad = performance.now() - start;
    this.services.log.info(`read ${project.records().length} records in ${Math.round(this.lastLoad)} ms`);
    this.tellEnd();
    this.taken.fire(null);
  }

  private tellEnd(): void {
    this.isReading = false;
    this.changed.fire();
  }

  /** Dates come last: a slow git must not hold up the records. */
  private async askGit(isForNew = false): Promise<void> {
    const before = this.project.version;
    await this.project.dateFromGit(this.stop.signal, isForNew);
    if (this.project.version !== before) this.changed.fire();
  }

  private async readWords(path: FilePath): Promise<boolean> {
    const before = this.project.version;
    const isUnfinished = await this.project.readWords(path, this.stop.signal);
    if (this.project.version !== before) this.changed.fire();
    return isUnfinished && !this.stop.signal.aborted;
  }

  private async take(batch: Batch): Promise<void> {
    if (batch.kind === 'everything') {
      this.enough = new AbortController();
      return this.loadAloud();
    }
    await this.apply(batch.changes);
    // A storm is read only once it is over, so its new folders need no second reading.
    if (batch.isStorm) return;
    const { tree } = this.project;
    const isSmall = (path: FilePath) => tree?.hasDirectory(path) && tree.filesUnder(path).length <= mostLookedAtAgain;
    this.newFolders.note(batch.changes.flatMap(({ path }) => (isSmall(path) ? [path] : [])));
  }

  private async apply(changes: readonly PathChange[]): Promise<void> {
    const start = performance.now();
    this.unsaved.collect();
    const before = this.project.version;
    await this.project.apply(changes, this.stop.signal);
    this.lastUpdate = performance.now() - start;
    if (this.project.version !== before) this.changed.fire();
    this.taken.fire(changes.map(({ path }) => path));
    this.dates.note();
  }
}
