import { l10n } from 'vscode';
import { errorText } from '../../core/text/errorText';
import { visibleText } from './visibleText';

/** For a view whose content may be stale or missing. @param again the title of the command that tries again */
export function viewSentence(error: unknown, again: string): string {
  return l10n.t('Not up to date: {0} “{1}” or the log may help.', reasonOf(error), again);
}

/** For the line above a view whose code or rows could not be loaded. */
export function loadSentence(error: unknown): string {
  return l10n.t('This view could not be loaded: {0}', reasonOf(error));
}

/** The error's message as one sentence. It may hold words of a repository, so each character is made visible. */
export function reasonOf(error: unknown): string {
  const words = visibleText(errorText(error), 200).replace(/[.\s]{1,200}$/, '');
  return `${words}.`;
}
