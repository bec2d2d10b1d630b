import { commands, l10n, window } from 'vscode';
import { answer, answerWith } from './answer';
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

/** As `answer`, for a path at which Meridian writes nothing (docs/security.md#r24). */
export async function answerNotPlain(path: string): Promise<void> {
  await answer(l10n.t('{0} is a link or not a plain file, so Meridian does not write there.', path));
}

/** As `answer`, for a record of a link or row that is gone by the time of the click. */
export async function answerUnknownRecord(): Promise<void> {
  await answer(l10n.t('Meridian knows no such record any more: it was moved or deleted meanwhile.'));
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
