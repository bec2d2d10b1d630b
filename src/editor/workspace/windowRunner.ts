import { workspace } from 'vscode';
import type { Logger } from '../../core/ports';
import { GitRunner } from '../../git/runner';
import { runningGit } from './builtInGit';

/** A runner for the local folders of this window. */
export function windowRunner(logger: Logger, hasEnded: () => boolean): GitRunner {
  return new GitRunner({
    isTrusted: () => workspace.isTrusted && !hasEnded(),
    workspaceFolders: () => localFolders(),
    // The git that the person set up for the editor.
    suggestedBinary: () => runningGit()?.git.path,
    environment: process.env,
    platform: process.platform,
    logger,
  });
}

function localFolders(): readonly string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}
