import { commands, l10n, window } from 'vscode';
import { answer } from './answer';
import { commands as own } from './ids';
import { withoutLinks } from './visibleText';

/** As `answer`, for what is not done in Restricted Mode. */
export async function answerUntrusted(why: string): Promise<void> {
  const manage = l10n.t('Manage Workspace Trust');
  if ((await answer(why, manage)) === manage) await commands.executeCommand('workbench.trust.manage');
}

/** As `answer`, for what the editor's own git did not do. */
export async function answerGitFailure(sentence: string): Promise<void> {
  const show = l10n.t('Show Git Output');
  if ((await answer(sentence, show)) === show) await commands.executeCommand('git.showOutput');
}

/** Says that a command which a person has just run has failed, and leads to the log. */
export async function answerFailure(sentence: string): Promise<void> {
  const show = l10n.t('Show Log');
  const chosen = await window.showErrorMessage(withoutLinks(sentence), show);
  if (chosen === show) await commands.executeCommand(own.showLog);
}
