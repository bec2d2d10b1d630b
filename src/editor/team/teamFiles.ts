import {
  type Disposable,
  EventEmitter,
  RelativePattern,
  type TextDocument,
  type Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { readText } from '../../core/files/readText';
import { type ParsedTeam, parseTeam } from '../../core/team/parseTeam';
import { teamAsOf, teamFilePath } from '../../core/team/team';
import { hourMs } from '../../core/time/durations';
import type { Instant } from '../../core/time/zone';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import { settingKeys, views } from '../host/ids';
import { SerialWork } from '../host/serialWork';
import { isOn, onSettings } from '../host/settings';
import { folderOf, openDocumentAt } from '../workspace/folderDocuments';
import { folderFiles } from '../workspace/folderFiles';
import { uriOf } from '../workspace/folderPaths';

/** The team file of a workspace folder: the text in the editor where it is open, else the stored one. */
export interface PlacedTeam extends ParsedTeam {
  readonly folder: WorkspaceFolder;
  /** The URI of the document to show: the file, or an unsaved document that will become it. */
  readonly uri: Uri;
  readonly text: string;
  /** Whether the file exists but could not be read; the team is then empty. */
  readonly unread?: true;
}

/** Milliseconds after the last edit before the file is read. */
const quiet = 250;

/** The team files of the open folders, read again when they change. Needs no trust: they are plain text. */
export class TeamFiles implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  private readonly watchers = new Disposables();
  private stored: readonly PlacedTeam[] = [];
  private found: readonly PlacedTeam[] = [];
  /** The hour since 1970 for which `found` was computed; null where it was not. */
  private hour: number | null = null;
  private readonly reading = new SerialWork();
  private timer: NodeJS.Timeout | undefined;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly boundary: Boundary,
    private readonly now: () => Instant,
  ) {
    this.disposables.add(workspace.onDidChangeTextDocument(({ document }) => this.touched(document)));
    this.disposables.add(workspace.onDidOpenTextDocument((document) => this.touched(document)));
    this.disposables.add(workspace.onDidCloseTextDocument((document) => this.touched(document)));
    this.disposables.add(workspace.onDidChangeWorkspaceFolders(() => this.watch()));
    this.disposables.add(onSettings(() => this.read(), [settingKeys.enabled, 'team']));
    this.watch();
  }

  /** The teams in the order of the folders, without folders that have no team file. */
  get teams(): readonly PlacedTeam[] {
    const hour = Math.floor(this.now() / hourMs);
    if (this.hour === null || (hour !== this.hour && this.stored.some(hasTravel))) {
      this.found = this.stored.map((placed) => ({ ...placed, team: teamAsOf(placed.team, this.now()) }));
    }
    this.hour = hour;
    return this.found;
  }

  /** The team of the document's folder. For a document in no folder, such as a draft, that of the first folder. */
  teamFor(document: TextDocument): PlacedTeam | undefined {
    const folder = folderOf(document);
    return folder ? this.teamOf(folder) : this.teams[0];
  }

  teamOf(folder: WorkspaceFolder): PlacedTeam | undefined {
    return this.teams.find((team) => team.folder.uri.toString() === folder.uri.toString());
  }

  /** Resolves when nothing is being read any more. */
  whenIdle(): Promise<void> {
    return this.reading.whenIdle();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watchers.dispose();
    this.disposables.dispose();
    this.changed.dispose();
  }

  private watch(): void {
    this.watchers.clear();
    for (const folder of workspace.workspaceFolders ?? []) {
      const watcher = this.watchers.add(workspace.createFileSystemWatcher(new RelativePattern(folder, teamFilePath)));
      for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
        this.watchers.add(event(() => this.readSoon()));
      }
    }
    this.read();
  }

  private touched(document: TextDocument): void {
    if (document.uri.path.endsWith(`/${teamFilePath}`)) this.readSoon();
  }

  private readSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), quiet);
  }

  /** Reads every team file again. */
  read(): void {
    const read = async () => {
      const folders = isOn(settingKeys.team) ? (workspace.workspaceFolders ?? []) : [];
      const teams = await Promise.all(folders.map(readTeam));
      this.stored = teams.filter((team) => team !== undefined);
      this.hour = null;
      this.changed.fire();
    };
    this.reading.add(() => this.boundary.background('team file', views.team, read));
  }
}

/** Whether a member is in another zone from some date on. */
function hasTravel({ team }: PlacedTeam): boolean {
  return team.members.some(({ travel }) => travel !== undefined);
}

async function readTeam(folder: WorkspaceFolder): Promise<PlacedTeam | undefined> {
  const file = uriOf(folder.uri, teamFilePath);
  const shown = openDocumentAt(folder.uri, teamFilePath);
  if (shown) return { folder, uri: shown.uri, text: shown.getText(), ...parseTeam(shown.getText()) };
  const stored = await readText(folderFiles(folder.uri, new Set()), teamFilePath);
  if (stored.ok) return { folder, uri: file, text: stored.text, ...parseTeam(stored.text) };
  if (stored.reason === 'missing') return undefined;
  return { folder, uri: file, text: '', team: parseTeam('').team, problems: [], unread: true };
}
