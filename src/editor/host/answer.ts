import { commands, l10n, window } from 'vscode';
import { commands as own } from './ids';
import { withoutLinks } from './visibleText';

/**
 * Says why a command that a person has just run does nothing. The one place for such messages: nothing that happens
 * in the background comes here (rule 5 of the design: quiet). Words of a repository or of a server may be in it.
 * @returns the chosen action, if any.
 */
export async function answer(sentence: string, ...actions: readonly string[]): Promise<string | undefined> {
  return window.showInformationMessage(withoutLinks(sentence), ...actions);
}

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

/** Asks before something that others will see; a person has just asked for it. @returns whether to go on */
export async function confirm(question: string, detail: string, action: string): Promise<boolean> {
  return (await choose(question, detail, action)) === action;
}

/** As `confirm`, where there is more than one way to go on. @returns the chosen one, or undefined for none */
export async function choose(
  question: string,
  detail: string,
  ...actions: readonly string[]
): Promise<string | undefined> {
  return window.showInformationMessage(question, { modal: true, detail }, ...actions);
}
