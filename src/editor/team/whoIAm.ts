import { type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import type { Myself } from '../../core/team/team';
import type { Boundary } from '../host/boundary';
import { Disposables } from '../host/disposables';
import { settingKeys, views } from '../host/ids';
import type { LazyGit } from '../workspace/lazyGit';

type Identity = Pick<Myself, 'name' | 'address'>;
const unknown: Identity = { name: null, address: null };

/**
 * The person at this editor, by the setting and by git's configuration. Git is asked once for each folder, and again
 * for each draft.
 */
export class WhoIAm implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly disposables = new Disposables();
  /** Identities with a name or an address. Without one git is asked again, since its configuration may have changed. */
  private readonly known = new Map<string, Identity>();
  private readonly requests = new Map<string, Promise<void>>();
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly git: LazyGit,
    private readonly boundary: Boundary,
  ) {
    this.disposables.add(workspace.onDidGrantWorkspaceTrust(() => this.refresh()));
  }

  /** What is known so far. Git is asked in the background, and the event fires when its answer is another. */
  in(folder: Uri): Myself {
    const key = folder.toString();
    if (!this.requests.has(key)) this.request(folder);
    return { chosen: chosenName(folder), ...(this.known.get(key) ?? unknown) };
  }

  /** As `in`, once git has answered. Git is asked again where it had no identity before. */
  async whenKnown(folder: Uri): Promise<Myself> {
    const key = folder.toString();
    const earlier = this.requests.get(key);
    await earlier;
    if (!this.known.has(key) && this.requests.get(key) === earlier) this.request(folder);
    await this.requests.get(key);
    return this.in(folder);
  }

  /**
   * As `whenKnown`, with git asked anew: a draft has the name that the person set in the meantime, and looks for its
   * commits.
   */
  async now(folder: Uri): Promise<Myself> {
    this.request(folder);
    return this.whenKnown(folder);
  }

  /** Git is asked anew, in every folder. */
  refresh(): void {
    this.known.clear();
    this.requests.clear();
    this.changed.fire();
  }

  dispose(): void {
    this.disposables.dispose();
    this.changed.dispose();
  }

  /** The request never rejects: the Team view shows a failure. */
  private request(folder: Uri): void {
    const answered = this.boundary.background('who I am', views.team, () => this.ask(folder));
    this.requests.set(folder.toString(), answered);
  }

  private async ask(folder: Uri): Promise<void> {
    const place = await this.git.open(folder);
    if (!place) return;
    const { gitIdentity } = await import('../../git/identity');
    const identity = await gitIdentity(place.runner, place.repository, { priority: 'interactive' });
    if (this.disposables.isDisposed) return;
    const key = folder.toString();
    const before = this.known.get(key) ?? unknown;
    if (identity.name === null && identity.address === null) this.known.delete(key);
    else this.known.set(key, identity);
    if (identity.name !== before.name || identity.address !== before.address) this.changed.fire();
  }
}

/** The value of the setting. It can come from the repository, so at most 200 characters of it count. */
function chosenName(folder: Uri): string | null {
  const value = workspace.getConfiguration('meridian', folder).get<unknown>(settingKeys.me);
  return typeof value === 'string' ? value.slice(0, 200) : null;
}
