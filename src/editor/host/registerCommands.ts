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

/** The same of commands whose handlers are loaded with the first of them that is run. */
export function registerLazyCommands(
  ids: readonly CommandId[],
  load: () => Promise<CommandHandlers>,
  boundary: Boundary,
): Disposable {
  const run = (id: CommandId) => async (argument: unknown) => (await load())[id]?.(argument);
  return registerCommands(Object.fromEntries(ids.map((id) => [id, run(id)])), boundary);
}
