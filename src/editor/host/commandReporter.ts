import { type Extension, Uri, workspace } from 'vscode';
import { answerFailure } from './answerFailures';
import type { CommandFailure } from './boundary';
import { commandSentence } from './commandWords';
import { declaredCommand } from './declaredCommands';

/** Tells a person, under the command's title, that the command which they have just run has failed; every time. */
export function commandReporter(extension: Pick<Extension<unknown>, 'packageJSON'>) {
  return ({ id, argument, error }: CommandFailure): void => {
    const { title } = declaredCommand(extension, id);
    // Not awaited, because the message stays until the person closes it.
    void answerFailure(commandSentence({ title, subject: subjectOf(argument) }, error));
  };
}

/** The path of the row, link or document that a command was given. */
function subjectOf(argument: unknown): string | null {
  if (argument instanceof Uri) return workspace.asRelativePath(argument, false);
  const { path } = typeof argument === 'object' && argument !== null ? (argument as { readonly path?: unknown }) : {};
  return typeof path === 'string' && path !== '' ? path : null;
}
