import { l10n } from 'vscode';
import { reasonOf } from './failureWords';
import { visibleText } from './visibleText';

/** What a message names a command by. */
interface Titled {
  readonly title: string;
  /** What the command acted on, such as a path; null where the title says so already. */
  readonly subject: string | null;
}

/** `Draft Standup failed: git is not there. Try again; the log says more.` */
export function commandSentence({ title, subject }: Titled, error: unknown): string {
  const name = title.replace(/…$/, '');
  return subject === null
    ? l10n.t('{0} failed: {1} Try again; the log says more.', name, reasonOf(error))
    : l10n.t('{0} failed for {1}: {2} Try again; the log says more.', name, visibleText(subject, 100), reasonOf(error));
}
