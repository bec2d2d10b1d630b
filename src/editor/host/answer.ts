import { commands, window } from 'vscode';
import { withoutLinks } from './visibleText';

/**
 * Says why a command that a person has just run does nothing. This is the only place for such messages: nothing that
 * happens in the background comes here (rule 5 of the design: quiet). The sentence may hold words of a repository or a
 * server.
 * @returns the chosen action, if any
 */
export async function answer(sentence: string, ...actions: readonly string[]): Promise<string | undefined> {
  return window.showInformationMessage(withoutLinks(sentence), ...actions);
}

/** As `answer`, with the one action that mends what is missing. @param command of the editor or of Meridian */
export async function answerWith(sentence: string, action: string, command: string, ...args: unknown[]): Promise<void> {
  if ((await answer(sentence, action)) === action) await commands.executeCommand(command, ...args);
}
