import { type Disposable, EventEmitter, l10n, type Uri, workspace } from 'vscode';
import type { Forge } from '../../core/forge/forge';
import type { Logger } from '../../core/ports';
import { GitUnanswered } from '../../git/result';
import type { GitHubHost, GitHubRepository } from '../../github/apiHost';
import type { GitHubClient } from '../../github/client';
import type { GitHubForge } from '../../github/gitHubForge';
import { Disposables } from '../host/disposables';
import { settingKeys } from '../host/ids';
import { isOn } from '../host/settings';
import type { LazyGit } from '../workspace/lazyGit';
import { Accounts, type SignIn } from './accounts';
import { baseRepository, enterpriseSetting, type RemoteRepository, remoteRepositories } from './remoteRepositories';

export type NoForgeReason =
  /** `meridian.github.enabled` is off, or all of Meridian is. */
  | 'off'
  | 'restricted'
  | 'no-repository'
  | 'no-remote'
  /** No remote is at a GitHub. Where `github-enterprise.uri` cannot be read, the sentence says so. */
  | 'not-github'
  | 'git-failed'
  | 'signed-out';

export interface NoForge {
  readonly kind: 'none';
  readonly why: NoForgeReason;
  /** For people, in the editor's language. */
  readonly sentence: string;
  /** The repository for which a click on "sign in" would help; null for every other reason. */
  readonly repository: GitHubRepository | null;
}

export interface ForgeHere {
  readonly kind: 'forge';
  readonly forge: Forge;
  /** Where issues and pull requests are: the remote `upstream` in a clone of a fork. */
  readonly repository: GitHubRepository;
  /** All remotes at a GitHub, first the one that work goes to: its owner has the branch of a pull request. */
  readonly remotes: readonly RemoteRepository[];
  /** For a session that the forge did not accept; only on a click. @returns whether the person signed in */
  readonly signInAgain: (detail: string) => Promise<boolean>;
}

/**
 * GitHub for the folders of the window, with the editor's session. Nothing is sent before a forge is first called, and
 * only its answers say whether GitHub can be reached.
 */
export class GitHubSessions implements Disposable {
  private readonly parts = new Disposables();
  private readonly changed = this.parts.add(new EventEmitter<void>());
  /** Fires when the session changes: what was read with the one before has to be read again. */
  readonly onDidChange = this.changed.event;
  private readonly clients = new Map<string, GitHubClient>();
  private readonly forges = new Map<string, GitHubForge>();

  constructor(
    private readonly git: LazyGit,
    private readonly log: Logger,
    private readonly accounts = new Accounts(),
  ) {
    this.parts.add(
      accounts.onDidChange(({ provider }) => {
        if (provider.id === 'github' || provider.id === 'github-enterprise') this.forget();
      }),
    );
    this.parts.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('github-enterprise.uri')) this.forget();
      }),
    );
  }

  /**
   * The forge of a folder's repository, or why there is none.
   * @param signIn only from a command that a person has just run; without it nothing is ever shown
   */
  async forgeFor(folder: Uri, signIn: SignIn | null = null, signal?: AbortSignal): Promise<ForgeHere | NoForge> {
    if (!isOn(settingKeys.gitHub, folder)) return none('off');
    if (!workspace.isTrusted) return none('restricted');
    const place = await this.git.open(folder);
    if (!place) return none('no-repository');
    const enterprise = enterpriseSetting();
    const options = { priority: 'interactive', ...(signal && { signal }) } as const;
    const read = await remoteRepositories(place, enterprise, options).catch((error: unknown) => {
      if (error instanceof GitUnanswered) return null;
      throw error;
    });
    if (read === null) return none('git-failed');
    const repository = baseRepository(read.found);
    if (repository === null) {
      const bad = enterprise.kind === 'bad' ? enterprise.value : null;
      return bad !== null && read.remotes > 0 ? badEnterprise(bad) : none(read.remotes ? 'not-github' : 'no-remote');
    }
    const session = await (signIn ? this.accounts.signIn(repository, signIn) : this.accounts.current(repository));
    if (!session) return { ...none('signed-out'), repository };
    const signInAgain = async (detail: string) =>
      (await this.accounts.signIn(repository, { detail, isRefused: true })) !== null;
    return { kind: 'forge', forge: await this.forgeOf(repository), repository, remotes: read.found, signInAgain };
  }

  dispose(): void {
    this.forget();
    this.parts.dispose();
  }

  private async forgeOf(repository: GitHubRepository): Promise<Forge> {
    const { host, owner, repo } = repository;
    const [{ GitHubForge }, client] = await Promise.all([
      import('../../github/gitHubForge'),
      this.clientOf(repository),
    ]);
    const key = `${host}/${owner}/${repo}`.toLowerCase();
    const forge = this.forges.get(key) ?? new GitHubForge(client, repository);
    this.forges.set(key, forge);
    return forge;
  }

  private async clientOf(host: GitHubHost): Promise<GitHubClient> {
    const { gitHubAt } = await import('../../github/gitHubForge');
    const client = this.clients.get(host.apiUrl) ?? gitHubAt(host, () => this.accounts.current(host), this.log);
    this.clients.set(host.apiUrl, client);
    return client;
  }

  /** The clients stay, because they know until when GitHub refuses requests. */
  private forget(): void {
    for (const client of this.clients.values()) client.forget();
    this.forges.clear();
    this.changed.fire();
  }
}

const sentences: Readonly<Record<NoForgeReason, () => string>> = {
  off: () => l10n.t('GitHub is switched off in meridian.github.enabled.'),
  restricted: () => l10n.t('In Restricted Mode git is not run, so the repository on GitHub is not known.'),
  'no-repository': () => l10n.t('This folder is in no git repository.'),
  'no-remote': () => l10n.t('This repository has no remote.'),
  'not-github': () =>
    l10n.t('No remote of this repository is on GitHub. For a server of your own set github-enterprise.uri.'),
  'git-failed': () => l10n.t('Git could not tell the remotes of this repository.'),
  'signed-out': () => l10n.t('You are not signed in to GitHub in this editor.'),
};

function none(why: NoForgeReason): NoForge {
  return { kind: 'none', why, sentence: sentences[why](), repository: null };
}

function badEnterprise(value: string): NoForge {
  const sentence = l10n.t(
    'github-enterprise.uri must be an https address of a server, and is "{0}".',
    value.slice(0, 80),
  );
  return { ...none('not-github'), sentence };
}
