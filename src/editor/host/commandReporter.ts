import { type Extension, Uri, workspace } from 'vscode';
import { answerFailure } from './answer';
import type { CommandFailure } from './boundary';
import { commandSentence } from './failureWords';
import type { CommandId } from './ids';

/** Tells the person who has just run a command that it failed, in the command's own name, every time. */
export function commandReporter({ packageJSON }: Pick<Extension<unknown>, 'packageJSON'>) {
  return ({ id, argument, error }: CommandFailure): void => {
    // Unawaited: the message stays until the person closes it.
    void answerFailure(commandSentence({ title: titleOf(id, packageJSON), subject: subjectOf(argument) }, error));
  };
}

/** A title as the manifest has it at run time: translated, in some editors together with the original. */
type Title = string | { readonly value: string };

interface Commands {
  readonly contributes?: { readonly commands?: readonly { readonly command: string; readonly title: Title }[] };
}

function titleOf(id: CommandId, { contributes }: Commands): string {
  const title = contributes?.commands?.find(({ command }) => command === id)?.title ?? id;
  return typeof title === 'string' ? title : title.value;
}

/** The path of the row, link or document that a command was given. */
function subjectOf(argument: unknown): string | null {
  if (argument instanceof Uri) return workspace.asRelativePath(argument, false);
  const { path } = typeof argument === 'object' && argument !== null ? (argument as { readonly path?: unknown }) : {};
  return typeof path === 'string' && path !== '' ? path : null;
}
