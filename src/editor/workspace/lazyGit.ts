import { type Uri, workspace } from 'vscode';
import type { GitReader, Logger } from '../../core/ports';
import type { Repository } from '../../git/repository';
import type { GitRunner } from '../../git/runner';

/** A repository with the runner that runs git there. */
export interface OpenRepository {
  readonly runner: GitRunner;
  readonly repository: Repository;
  /** The folder relative to the repository's root, `/`-separated; `''` for the root itself. */
  readonly prefix: string;
}

/** The one git runner of the window. It is made when git is first asked; until then its code is not loaded. */
export class LazyGit {
  private runner: Promise<GitRunner> | undefined;
  private ended = false;

  /** @param storage the folder in which VS Code stores data of the open workspace; undefined where nothing is open */
  constructor(
    private readonly log: Logger,
    private readonly storage: Uri | undefined,
  ) {}

  /** Null where git must not be asked, and where the folder is in no repository. */
  async open(folder: Uri): Promise<OpenRepository | null> {
    if (!this.mayAsk(folder)) return null;
    const { findRepository } = await import('../../git/repository');
    const place = await findRepository(folder.fsPath);
    if (!place.ok) return null;
    return { runner: await this.theRunner(), repository: place.repository, prefix: place.prefix };
  }

  /** Whether git may be asked, but the folder's `.git` is no repository that can be opened. */
  async isBroken(folder: Uri): Promise<boolean> {
    if (!this.mayAsk(folder)) return false;
    const { findRepository, isUnopenable } = await import('../../git/repository');
    const place = await findRepository(folder.fsPath);
    return !place.ok && isUnopenable(place.reason);
  }

  /** For callers that look for repositories themselves. Null where git must not be asked. */
  async runnerFor(folder: Uri): Promise<GitRunner | null> {
    return this.mayAsk(folder) ? this.theRunner() : null;
  }

  /** Null where git must not be asked. */
  readerFor(folder: Uri): GitReader | null {
    if (!this.mayAsk(folder)) return null;
    return {
      addedDates: async (files, signal) => {
        const [{ AddedDates }, { storageShelf }] = await Promise.all([
          import('../../git/addedDates'),
          import('./storageShelf'),
        ]);
        const shelf = storageShelf(this.storage, `dates ${folder.toString()}`, 0);
        return new AddedDates(await this.theRunner(), folder.fsPath, shelf).addedDates(files, signal);
      },
    };
  }

  dispose(): void {
    this.ended = true;
    this.runner?.then(
      (runner) => runner.dispose(),
      () => undefined,
    );
  }

  /**
   * Whether git may be asked about a folder: not in Restricted Mode, and only where it is on this machine
   * (docs/security.md#r11).
   */
  private mayAsk(folder: Uri): boolean {
    return workspace.isTrusted && folder.scheme === 'file';
  }

  private theRunner(): Promise<GitRunner> {
    this.runner ??= import('./windowRunner').then(({ windowRunner }) => windowRunner(this.log, () => this.ended));
    return this.runner;
  }
}
