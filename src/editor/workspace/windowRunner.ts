import { extensions, workspace } from 'vscode';
import type { Logger } from '../../core/ports';
import { GitRunner } from '../../git/runner';

/** The part of the built-in git extension's API that is used here. */
interface BuiltInGit {
  getAPI(version: 1): { readonly git?: { readonly path?: string } };
}

/** A runner for the local folders of this window. */
export function windowRunner(logger: Logger, hasEnded: () => boolean): GitRunner {
  return new GitRunner({
    isTrusted: () => workspace.isTrusted && !hasEnded(),
    workspaceFolders: () => localFolders(),
    suggestedBinary: builtInGitPath,
    environment: process.env,
    platform: process.platform,
    logger,
  });
}

function localFolders(): readonly string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}

/** The git that the person set up for the editor, where the built-in extension is running; it is never started for this. */
function builtInGitPath(): string | undefined {
  const git = extensions.getExtension<BuiltInGit | undefined>('vscode.git');
  return git?.isActive ? git.exports?.getAPI(1).git?.path : undefined;
}
