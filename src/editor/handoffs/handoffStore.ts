import { isDeepStrictEqual } from 'node:util';
import { type Disposable, EventEmitter, type Uri, type WorkspaceFolder } from 'vscode';
import { type Receiver, receiverOf } from '../../core/handoffs/receiver';
import type { FilePath } from '../../core/ports';
import type { DocRecord } from '../../core/records/record';
import type { Writer } from '../../core/tasks/writer';
import type { ZoneName } from '../../core/time/zone';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import { settingKeys, views } from '../host/ids';
import { SerialWork } from '../host/serialWork';
import { isOn, onSettings } from '../host/settings';
import type { TeamFeature } from '../team/teamFeature';
import { writerIn } from '../team/writer';
import type { FolderProject } from '../workspace/folderProject';
import type { Projects } from '../workspace/projects';
import { handoffNotes, type PlacedNote } from './drafting/handoffNotes';

/** A handoff with the workspace folder that it lies in. */
export interface FolderNote extends PlacedNote {
  readonly folder: WorkspaceFolder;
}

/** What one reading found in a folder. */
interface FolderNotes {
  /** The records that were read. Unchanged records are the same objects as in the reading before. */
  readonly records: readonly DocRecord[];
  readonly notes: readonly FolderNote[];
  /** The records that the notes name. They are compared too, as what changed since a note was written includes them. */
  readonly named: readonly DocRecord[];
  readonly writer: Writer | null;
  readonly receiver: Receiver;
}

const nobody: Receiver = { own: new Set(), teams: new Set() };

/**
 * The handoffs of the open folders with their text as the editor shows it, and who reads them. Needs no workspace
 * trust: they are plain text.
 */
export class HandoffStore implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  private byFolder: ReadonlyMap<string, FolderNotes> = new Map();
  private readonly reading = new SerialWork();
  private isWaiting = false;
  private wasRead = false;
  /** Fires when a note, a record that a note names, or the reader changed; not at each change of the folders. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly projects: Projects,
    private readonly team: TeamFeature,
    private readonly boundary: Boundary,
  ) {
    for (const event of [projects.onDidChange, team.files.onDidChange, team.me.onDidChange]) {
      this.disposables.add(event(() => this.read()));
    }
    this.disposables.add(onSettings(() => this.read(), [settingKeys.handoffs]));
    this.read();
  }

  /** False while the folders are being read for the first time, and while handoffs are switched off. */
  get isRead(): boolean {
    return this.wasRead;
  }

  /** The newest handoffs, at most 200 of each folder. */
  get notes(): readonly FolderNote[] {
    return [...this.byFolder.values()].flatMap(({ notes }) => notes);
  }

  /** `folder` is a workspace folder's URI as text. */
  find(folder: string, path: FilePath): FolderNote | undefined {
    return this.byFolder.get(folder)?.notes.find((note) => note.path === path);
  }

  /** The note that a document shows. */
  at(uri: Uri): FolderNote | undefined {
    const wanted = uri.toString();
    return this.notes.find((note) => note.uri.toString() === wanted);
  }

  receiverIn(folder: WorkspaceFolder): Receiver {
    return this.byFolder.get(folder.uri.toString())?.receiver ?? nobody;
  }

  /** The person at the keyboard; null where neither the team file nor git names them. */
  writerIn(folder: WorkspaceFolder): Writer | null {
    return this.byFolder.get(folder.uri.toString())?.writer ?? null;
  }

  /** The zone that times are shown in: the reader's of the team file, else the machine's. */
  zoneIn(folder: WorkspaceFolder): ZoneName {
    return this.writerIn(folder)?.zone ?? this.team.zone();
  }

  /** Resolves when nothing is being read any more. */
  whenIdle(): Promise<void> {
    return this.reading.whenIdle();
  }

  dispose(): void {
    this.disposables.dispose();
    this.changed.dispose();
  }

  /** One reading at a time; changes that come in the meantime are read in the next one. */
  private read(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    const read = async () => {
      this.isWaiting = false;
      const isWanted = isOn(settingKeys.handoffs);
      const isRead = isWanted && this.projects.state !== 'reading';
      const folders = isWanted ? this.projects.folders : [];
      const found = await Promise.all(
        folders.map(async (project) => [project.folder.uri.toString(), await this.readFolder(project)] as const),
      );
      if (this.disposables.isDisposed) return;
      const before = this.byFolder;
      const isChanged = isRead !== this.wasRead || found.length !== before.size || found.some(isOther(before));
      this.byFolder = new Map(found);
      this.wasRead = isRead;
      if (isChanged) this.changed.fire();
    };
    this.reading.add(() => this.boundary.background('handoffs', views.handoffs, read));
  }

  private async readFolder(project: FolderProject): Promise<FolderNotes> {
    const { folder, view } = project;
    const records = view.records().filter(({ kind }) => kind === 'handoff');
    const before = this.byFolder.get(folder.uri.toString());
    const writer = await writerIn(folder, this.team);
    const chosen = this.team.me.in(folder.uri).chosen ?? '';
    const receiver = receiverOf([...(writer?.signatures ?? []), chosen], writer?.member ?? null, writer?.team ?? null);
    const isKnown = before !== undefined && isSame(before.records, records);
    const notes = isKnown ? before.notes : await readNotes(project);
    const named = notes.flatMap((note) => note.records.flatMap((path) => view.record(path) ?? []));
    return { records, notes, named, writer, receiver };
  }
}

async function readNotes(project: FolderProject): Promise<readonly FolderNote[]> {
  const { folder } = project;
  const read = await handoffNotes(project);
  return read.filter(({ uri }) => uri.scheme !== 'untitled').map((note) => ({ ...note, folder }));
}

/** Whether a reading of a folder differs from the one before. */
function isOther(
  before: ReadonlyMap<string, FolderNotes>,
): (now: readonly [folder: string, notes: FolderNotes]) => boolean {
  return ([folder, { notes, named, writer, receiver }]) => {
    const was = before.get(folder);
    return (
      was?.notes !== notes ||
      !isSame(was.named, named) ||
      !isDeepStrictEqual([was.writer, was.receiver], [writer, receiver])
    );
  };
}

function isSame(before: readonly DocRecord[], now: readonly DocRecord[]): boolean {
  return before.length === now.length && before.every((record, index) => record === now[index]);
}
