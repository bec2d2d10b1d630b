import { Disposable, commands as editorCommands } from 'vscode';
import type { Boundary } from './boundary';
import type { CommandId } from './ids';

/** What the commands of one feature do; each loads its feature when it is first run. */
export type CommandHandlers = Partial<Readonly<Record<CommandId, (argument: unknown) => unknown>>>;

/** Registers the commands behind the boundary, which shows a person the failure of a command that they ran. */
export function registerCommands(handlers: CommandHandlers, boundary: Boundary): Disposable {
  const all = Object.entries(handlers) as [CommandId, (argument: unknown) => unknown][];
  return Disposable.from(...all.map(([id, run]) => editorCommands.registerCommand(id, boundary.command(id, run))));
}

/** As `registerCommands`, for commands whose handlers are loaded when the first of them is run. */
export function registerLazyCommands(
  ids: readonly CommandId[],
  load: () => Promise<CommandHandlers>,
  boundary: Boundary,
): Disposable {
  const run = (id: CommandId) => async (argument: unknown) => (await load())[id]?.(argument);
  return registerCommands(Object.fromEntries(ids.map((id) => [id, run(id)])), boundary);
}
