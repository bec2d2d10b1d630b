import { Disposable, commands as editorCommands } from 'vscode';
import type { Boundary } from './boundary';
import type { CommandId } from './ids';

/** What the commands of one feature do; each loads its feature when it is first run. */
export type CommandHandlers = Partial<Readonly<Record<CommandId, (argument: unknown) => unknown>>>;

/** Registers them behind the boundary, which shows a person what of their command has failed. */
export function registerCommands(handlers: CommandHandlers, boundary: Boundary): Disposable {
  const all = Object.entries(handlers) as [CommandId, (argument: unknown) => unknown][];
  return Disposable.from(...all.map(([id, run]) => editorCommands.registerCommand(id, boundary.command(id, run))));
}
