import { type Disposable, env } from 'vscode';
import { dirname } from '../../core/files/paths';
import { fileOf } from '../../core/records/record';
import { type Standing, standingOf } from '../../core/records/standing';
import type { Contexts } from '../host/contexts';
import { Disposables } from '../host/disposables';
import { contextKeys } from '../host/ids';
import type { ActiveFile } from '../workspace/activeFile';
import type { PlacedRecord, Projects } from '../workspace/projects';

/** Which files and folders of the explorer hold records, and whether one is in front: for `when` clauses. */
export class RecordContexts implements Disposable {
  private readonly disposables = new Disposables();
  private sent: readonly PlacedRecord[] = [];

  constructor(
    private readonly projects: Projects,
    private readonly active: ActiveFile,
    private readonly contexts: Contexts,
  ) {
    this.disposables.add(projects.onDidChange(() => this.sendPaths()));
    this.disposables.add(projects.onDidChange(() => this.sendFront()));
    this.disposables.add(active.onDidChange(() => this.sendFront()));
    this.sendPaths();
    this.sendFront();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Only where records came, went or moved: of thousands of records the list is long. */
  private sendPaths(): void {
    const records = this.projects.records();
    const isSame = records.length === this.sent.length && records.every((record, at) => isPlace(record, this.sent[at]));
    if (isSame) return;
    this.sent = records;
    const files = new Set<string>();
    const folders = new Set<string>();
    for (const { folder, record } of records) {
      const path = fileOf(record);
      files.add(resourcePath(folder.uri, path));
      folders.add(resourcePath(folder.uri, dirname(path)));
    }
    this.contexts.setPaths(contextKeys.recordPaths, files);
    this.contexts.setPaths(contextKeys.recordFolders, folders);
  }

  private sendFront(): void {
    const { uri } = this.active;
    const placed = uri && this.projects.recordAt(uri);
    this.contexts.set(contextKeys.recordInFront, placed !== undefined);
    this.contexts.set(contextKeys.recordStanding, placed ? standingInFile(placed) : false);
  }
}

/** Of a file that holds several records all of it may apply to one of them. */
function standingInFile({ record }: PlacedRecord): Standing {
  return record.part ? 'unclear' : standingOf(record);
}

function isPlace({ folder, record }: PlacedRecord, other: PlacedRecord | undefined): boolean {
  return folder === other?.folder && record.path === other.record.path;
}

/** As the editor's own key `resourcePath` has it: of a file of this machine with its separators, else a URI's path. */
function resourcePath({ scheme, path: root, fsPath }: PlacedRecord['folder']['uri'], path: string): string {
  const isHere = scheme === 'file' && env.remoteName === undefined;
  const parts = [(isHere ? fsPath : root).replace(/[\\/]$/, ''), ...path.split('/').filter((part) => part !== '')];
  return parts.join(isHere && fsPath.includes('\\') ? '\\' : '/');
}
