import { commands, l10n, window } from 'vscode';
import { answerWith } from './answer';
import { commands as own, settingKeys } from './ids';
import { withoutLinks } from './visibleText';

/** As `answer`, for what is not done in Restricted Mode. */
export async function answerUntrusted(why: string): Promise<void> {
  await answerWith(why, l10n.t('Manage Workspace Trust'), 'workbench.trust.manage');
}

/** As `answer`, for a command that needs an open folder. */
export async function answerNoFolder(why: string): Promise<void> {
  await answerWith(why, l10n.t('Open Folder'), 'vscode.openFolder');
}

/** As `answer`, for a command that needs the person's own name. */
export async function answerNameless(why: string): Promise<void> {
  await answerWith(why, l10n.t('Open Settings'), 'workbench.action.openSettings', `meridian.${settingKeys.me}`);
}

/** As `answer`, for a failure of the editor's own Git extension. */
export async function answerGitFailure(sentence: string): Promise<void> {
  await answerWith(sentence, l10n.t('Show Git Output'), 'git.showOutput');
}

/** Says that a command which a person has just run has failed, with a button for the log. */
export async function answerFailure(sentence: string): Promise<void> {
  const show = l10n.t('Show Log');
  const chosen = await window.showErrorMessage(withoutLinks(sentence), show);
  if (chosen === show) await commands.executeCommand(own.showLog);
}
