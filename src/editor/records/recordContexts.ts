import { type Disposable, env } from 'vscode';
import { dirname } from '../../core/files/paths';
import { fileOf, type ParsedRecord } from '../../core/records/record';
import { type Standing, standingOf } from '../../core/records/standing';
import type { Contexts } from '../host/contexts';
import { Disposables } from '../host/disposables';
import { contextKeys } from '../host/ids';
import type { ActiveFile } from '../workspace/activeFile';
import type { PlacedRecord } from '../workspace/placedRecords';
import type { Projects } from '../workspace/projects';

/**
 * Context keys for `when` clauses: which files and folders of the explorer hold records, and whether one is in front.
 */
export class RecordContexts implements Disposable {
  private readonly disposables = new Disposables();
  /** The records that were sent; undefined where records were sent that the projects do not have yet. */
  private sent: readonly PlacedRecord[] | undefined = [];
  private next: NodeJS.Immediate | undefined;

  constructor(
    private readonly projects: Projects,
    private readonly active: ActiveFile,
    private readonly contexts: Contexts,
  ) {
    this.disposables.add(projects.onDidChange(() => this.sendSoon()));
    this.disposables.add(projects.onDidProgress(() => this.sendComing()));
    this.disposables.add(projects.onDidChange(() => this.sendFront()));
    this.disposables.add(active.onDidChange(() => this.sendFront()));
    this.sendPaths();
    this.sendFront();
  }

  dispose(): void {
    clearImmediate(this.next);
    this.disposables.dispose();
  }

  /**
   * In a turn of the event loop of its own: the paths of ten thousand records take as long as everything else after a
   * change.
   */
  private sendSoon(): void {
    clearImmediate(this.next);
    this.next = setImmediate(() => this.sendPaths());
  }

  /** Sends only where a record was added, removed or moved: the list of thousands of records is long. */
  private sendPaths(): void {
    const records = this.projects.records();
    if (records === this.sent) return;
    const { sent } = this;
    const isSame = records.length === sent?.length && records.every((record, at) => isPlace(record, sent[at]));
    this.sent = records;
    if (isSame) return;
    this.send(records);
  }

  /** During a long first reading, the records read so far get their menus already; the commands wait for the rest. */
  private sendComing(): void {
    const { folders } = this.projects;
    const found = folders.flatMap(({ folder, view }) => Array.from(view.coming, (record) => ({ folder, record })));
    if (found.length === 0) return;
    this.sent = undefined;
    this.send([...this.projects.records(), ...found]);
  }

  private send(records: readonly FoundRecord[]): void {
    const files = new Set<string>();
    const folders = new Set<string>();
    const known = new Map<PlacedRecord['folder'], (path: string) => string>();
    for (const { folder, record } of records) {
      const pathOf = known.get(folder) ?? resourcePaths(folder.uri);
      known.set(folder, pathOf);
      const path = fileOf(record);
      files.add(pathOf(path));
      folders.add(pathOf(dirname(path)));
    }
    this.contexts.setPaths(contextKeys.recordFolders, folders);
    setImmediate(() => this.contexts.setPaths(contextKeys.recordPaths, files));
  }

  private sendFront(): void {
    const { uri } = this.active;
    const placed = uri && this.projects.recordAt(uri);
    this.contexts.set(contextKeys.recordInFront, placed !== undefined);
    this.contexts.set(contextKeys.recordStanding, placed ? standingInFile(placed) : false);
  }
}

/** In a file that holds several records, any command may apply to one of them. */
function standingInFile({ record }: PlacedRecord): Standing {
  return record.isCollection ? 'unclear' : standingOf(record);
}

interface FoundRecord {
  readonly folder: PlacedRecord['folder'];
  readonly record: Pick<ParsedRecord, 'path' | 'part'>;
}

function isPlace({ folder, record }: PlacedRecord, other: PlacedRecord | undefined): boolean {
  return folder === other?.folder && record.path === other.record.path;
}

/** Paths in the form of the editor's key `resourcePath`: the system's path for a local file, else the URI's path. */
function resourcePaths({ scheme, path: root, fsPath }: PlacedRecord['folder']['uri']): (path: string) => string {
  const isHere = scheme === 'file' && env.remoteName === undefined;
  const base = (isHere ? fsPath : root).replace(/[\\/]$/, '');
  const separator = isHere && fsPath.includes('\\') ? '\\' : '/';
  return (path) =>
    path === '' ? base : base + separator + (separator === '/' ? path : path.replaceAll('/', separator));
}
