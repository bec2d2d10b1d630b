import { type Disposable, EventEmitter, RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { withoutBranches } from '../../core/forge/remotes';
import { regularText } from '../../git/regularFile';
import { GitUnanswered } from '../../git/result';
import { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import { contextKeys, settingKeys } from '../host/ids';
import { SerialWork } from '../host/serialWork';
import { isOn, onSettings } from '../host/settings';
import { baseRepository, enterpriseSetting, remoteRepositories } from './remoteRepositories';

type Services = Pick<FeatureServices, 'git' | 'contexts' | 'boundary'>;

/**
 * Which folders of the window have no remote at a GitHub, so that commands for GitHub are not offered there. While that
 * is not known, as in Restricted Mode, the commands are offered, and say themselves why they cannot go on.
 */
export class GitHubPresence implements Disposable {
  private readonly parts = new Disposables();
  private readonly changed = this.parts.add(new EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  /** Watchers of the files that git keeps remotes in. */
  private readonly watchers = this.parts.add(new Disposables());
  private readonly reading = new SerialWork();
  private absent: ReadonlySet<string> = new Set();
  private readonly readAgain: () => void;

  constructor(private readonly services: Services) {
    const read = services.boundary.event('remotes', () => this.read());
    this.readAgain = read;
    this.parts.add(workspace.onDidChangeWorkspaceFolders(read));
    this.parts.add(workspace.onDidGrantWorkspaceTrust(read));
    this.parts.add(onSettings(read, [settingKeys.enabled, settingKeys.gitHub]));
    this.parts.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('github-enterprise.uri')) read();
      }),
    );
    this.read();
  }

  /**
   * Whether the repository of a document or folder has no remote at a GitHub. For a URI outside all folders: whether
   * none has one.
   */
  isAbsent(uri: Uri): boolean {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder ? this.absent.has(folder.uri.toString()) : this.isNowhere();
  }

  dispose(): void {
    this.parts.dispose();
  }

  private isNowhere(): boolean {
    const folders = workspace.workspaceFolders ?? [];
    return folders.length > 0 && folders.every(({ uri }) => this.absent.has(uri.toString()));
  }

  private read(): void {
    const { boundary, contexts } = this.services;
    const read = async () => {
      this.watchers.clear();
      const isAsked = (folder: WorkspaceFolder) => workspace.isTrusted && isOn(settingKeys.gitHub, folder);
      const folders = (workspace.workspaceFolders ?? []).filter(isAsked);
      const without = await Promise.all(folders.map(async (folder) => ((await this.lacks(folder)) ? [folder] : [])));
      this.absent = new Set(without.flat().map(({ uri }) => uri.toString()));
      contexts.set(contextKeys.gitHub, this.isNowhere() ? 'none' : false);
      this.changed.fire();
    };
    this.reading.add(() => boundary.background('remotes', null, read));
  }

  /** Whether the folder has no remote at a GitHub; false where that is not known. */
  private async lacks(folder: WorkspaceFolder): Promise<boolean> {
    const place = await this.services.git.open(folder.uri);
    const [above, file] = place ? [Uri.file(place.repository.commonDirectory), 'config'] : [folder.uri, '.git/config'];
    const watcher = this.watchers.add(workspace.createFileSystemWatcher(new RelativePattern(above, file)));
    const { onDidCreate, onDidChange, onDidDelete } = watcher;
    const text = async () => withoutBranches(await regularText(Uri.joinPath(above, file).fsPath));
    const before = text();
    const readIfOther = this.services.boundary.event('remotes', async () => {
      if (!place || (await text()) !== (await before)) this.readAgain();
    });
    for (const event of [onDidCreate, onDidChange, onDidDelete]) this.watchers.add(event(readIfOther));
    // Git is asked later than the text is read: a change after it is then seen.
    await before;
    if (!place) return true;
    const enterprise = enterpriseSetting();
    try {
      const { found } = await remoteRepositories(place, enterprise, { priority: 'background' });
      // Where the person's setting cannot be read, the command that they run says so.
      return enterprise.kind !== 'bad' && baseRepository(found) === null;
    } catch (error) {
      if (error instanceof GitUnanswered) return false;
      throw error;
    }
  }
}
