import { type Disposable, type ExtensionContext, commands as editorCommands, type LogOutputChannel } from 'vscode';
import type { Boundary } from '../boundary';
import { Disposables } from '../disposables';
import { type CommandId, commands } from '../ids';
import type { LazyTeam } from '../team/lazyTeam';
import type { Projects } from '../workspace/projects';
import type { FilterCommands } from './filterCommands';
import type { RecordCommands } from './recordCommands';
import { toggle } from './toggle';

export interface CommandParts {
  readonly records: RecordCommands;
  /** Loaded with the first of its commands. */
  readonly filters: () => Promise<FilterCommands>;
  readonly team: LazyTeam;
  readonly projects: Projects;
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
}

type Handler = (argument: unknown) => unknown;

/** Every command of package.json has its line here; a missing one does not compile. */
export function registerCommands(parts: CommandParts, boundary: Boundary): Disposable {
  const { records, filters, team, projects, context, log } = parts;
  const handlers: Readonly<Record<CommandId, Handler>> = {
    [commands.openRecord]: (argument) => records.open(argument, false),
    [commands.openRecordToSide]: (argument) => records.open(argument, true),
    [commands.showInPanel]: (argument) => records.showInPanel(argument),
    [commands.copyLink]: (argument) => records.copyLink(argument),
    [commands.revealInRecords]: (argument) => records.revealInRecords(argument),
    [commands.goToRecord]: () => records.goTo(),
    [commands.showRecordsForFile]: () => records.showForFile(),
    [commands.linkToDecision]: () => records.linkToDecision(),
    [commands.filterRecords]: async () => (await filters()).filter(),
    [commands.filterRecordsByText]: async () => (await filters()).filterByText(),
    [commands.clearRecordsFilter]: async () => (await filters()).clear(),
    [commands.sortRecords]: async () => (await filters()).sort(),
    [commands.showMoreRecords]: async (argument) => (await filters()).showMore(argument),
    [commands.createTeamFile]: async () => (await team.load()).createTeamFile(),
    [commands.refresh]: () => projects.refresh(),
    [commands.toggle]: () => toggle(),
    [commands.showDiagnostics]: async () => (await import('./showDiagnostics')).showDiagnostics(context, projects),
    [commands.showLog]: () => log.show(),
  };
  const registered = new Disposables();
  for (const [id, handler] of Object.entries(handlers)) {
    const run = boundary.async<[unknown], unknown>(id, undefined, async (argument) => handler(argument));
    registered.add(editorCommands.registerCommand(id, run));
  }
  return registered;
}
