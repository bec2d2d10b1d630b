import { commands, l10n, window } from 'vscode';
import { answerWith } from './answer';
import { commands as own, settingKeys } from './ids';
import { withoutLinks } from './visibleText';

/** As `answer`, for what is not done in Restricted Mode. */
export async function answerUntrusted(why: string): Promise<void> {
  await answerWith(why, l10n.t('Manage Workspace Trust'), 'workbench.trust.manage');
}

/** As `answer`, for what is not there before a folder is open. */
export async function answerNoFolder(why: string): Promise<void> {
  await answerWith(why, l10n.t('Open Folder'), 'vscode.openFolder');
}

/** As `answer`, for what only a person's own name would give. */
export async function answerNameless(why: string): Promise<void> {
  await answerWith(why, l10n.t('Open Settings'), 'workbench.action.openSettings', `meridian.${settingKeys.me}`);
}

/** As `answer`, for what the editor's own git did not do. */
export async function answerGitFailure(sentence: string): Promise<void> {
  await answerWith(sentence, l10n.t('Show Git Output'), 'git.showOutput');
}

/** Says that a command which a person has just run has failed, and leads to the log. */
export async function answerFailure(sentence: string): Promise<void> {
  const show = l10n.t('Show Log');
  const chosen = await window.showErrorMessage(withoutLinks(sentence), show);
  if (chosen === show) await commands.executeCommand(own.showLog);
}
