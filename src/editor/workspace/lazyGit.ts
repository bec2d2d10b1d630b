import { extensions, type Uri, workspace } from 'vscode';
import type { GitReader, Logger } from '../../core/ports';
import type { GitRunner } from '../../git/runner';

/** The part of the built-in git extension's API that is used here. */
interface BuiltInGit {
  getAPI(version: 1): { readonly git?: { readonly path?: string } };
}

/** The one runner of the window, made when git is first asked; its code stays out of the activation until then. */
export class LazyGit {
  private runner: Promise<GitRunner> | undefined;
  private ended = false;

  constructor(private readonly log: Logger) {}

  /** Null in Restricted Mode and for folders that are not on this machine (R11). */
  readerFor(folder: Uri): GitReader | null {
    if (!workspace.isTrusted || folder.scheme !== 'file') return null;
    return {
      addedDates: async (files, cancellation) => {
        const { AddedDates } = await import('../../git/addedDates');
        return new AddedDates(await this.theRunner(), folder.fsPath).addedDates(files, cancellation);
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

  private theRunner(): Promise<GitRunner> {
    this.runner ??= import('../../git/runner').then(
      ({ GitRunner }) =>
        new GitRunner({
          isTrusted: () => workspace.isTrusted && !this.ended,
          workspaceFolders: () => localFolders(),
          suggestedBinary: builtInGitPath,
          environment: process.env,
          platform: process.platform,
          logger: this.log,
        }),
    );
    return this.runner;
  }
}

function localFolders(): readonly string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}

/** The git that the person set up for the editor, where the built-in extension is running; it is never started for this. */
function builtInGitPath(): string | undefined {
  const git = extensions.getExtension<BuiltInGit | undefined>('vscode.git');
  return git?.isActive ? git.exports?.getAPI(1).git?.path : undefined;
}
