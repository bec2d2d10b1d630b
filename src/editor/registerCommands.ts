import { type Disposable, type ExtensionContext, commands as editorCommands, type LogOutputChannel } from 'vscode';
import type { Features } from './features';
import type { Boundary } from './host/boundary';
import { Disposables } from './host/disposables';
import { type CommandId, commands } from './host/ids';
import { toggle } from './host/toggle';
import type { FilterCommands } from './records/commands/filterCommands';
import type { RecordCommands } from './records/commands/recordCommands';
import type { Projects } from './workspace/projects';

export interface CommandParts {
  /** Both are loaded with the first of their commands. */
  readonly records: () => Promise<RecordCommands>;
  readonly filters: () => Promise<FilterCommands>;
  readonly features: Features;
  readonly projects: Projects;
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
}

type Handler = (argument: unknown) => unknown;

/** Every command of package.json has its line here; a missing one does not compile. */
export function registerCommands(parts: CommandParts, boundary: Boundary): Disposable {
  const { records, filters, features, projects, context, log } = parts;
  const handlers: Readonly<Record<CommandId, Handler>> = {
    [commands.openRecord]: async (argument) => (await records()).open(argument, false),
    [commands.openRecordToSide]: async (argument) => (await records()).open(argument, true),
    [commands.showInPanel]: async (argument) => (await records()).showInPanel(argument),
    [commands.copyLink]: async (argument) => (await records()).copyLink(argument),
    [commands.revealInRecords]: async (argument) => (await records()).revealInRecords(argument),
    [commands.goToRecord]: async () => (await records()).goTo(),
    [commands.showRecordsForFile]: async () => (await records()).showForFile(),
    [commands.linkToDecision]: async () => (await records()).linkToDecision(),
    [commands.filterRecords]: async () => (await filters()).filter(),
    [commands.filterRecordsByText]: async () => (await filters()).filterByText(),
    [commands.clearRecordsFilter]: async () => (await filters()).clear(),
    [commands.sortRecords]: async () => (await filters()).sort(),
    [commands.showMoreRecords]: async (argument) => (await filters()).showMore(argument),
    [commands.createTeamFile]: async () => (await features.team.load()).createTeamFile(),
    [commands.draftHandoff]: async () => (await features.drafts.load()).draftHandoff(),
    [commands.draftHandoffAgain]: async () => (await features.drafts.load()).draftAgain(),
    [commands.draftStandup]: async () => (await features.drafts.load()).draftStandup(),
    [commands.draftWeeklyUpdate]: async () => (await features.drafts.load()).draftWeeklyUpdate(),
    [commands.draftPullRequest]: async (argument) => (await features.pullRequests.load()).draftPullRequest(argument),
    [commands.choosePullRequestBase]: async () => (await features.pullRequests.load()).chooseBase(),
    [commands.choosePullRequestTemplate]: async () => (await features.pullRequests.load()).chooseTemplate(),
    [commands.askWithContext]: async (argument) => (await features.questions.load()).askWithContext(argument),
    [commands.createPullRequest]: async (argument) => (await features.pullRequests.load()).createPullRequest(argument),
    [commands.copyDraft]: async (argument) => (await features.drafts.load()).copyDraft(argument),
    [commands.checkHandoff]: async () => (await features.drafts.load()).checkHandoff(),
    [commands.checkPullRequest]: async () => (await features.pullRequests.load()).checkPullRequest(),
    [commands.checkQuestion]: async () => (await features.questions.load()).checkQuestion(),
    [commands.showMasked]: async () => (await features.questions.load()).showMasked(),
    [commands.openIssue]: async () => (await features.questions.load()).openIssue(),
    [commands.pushBranches]: async () => (await features.drafts.load()).pushBranches(),
    [commands.readBack]: async (argument) => (await features.handoffs.load()).readBack(argument),
    [commands.startOnHandoff]: async (argument) => (await features.handoffs.load()).startOn(argument),
    [commands.catchMeUp]: async () => (await features.handoffs.load()).catchMeUp(),
    [commands.showHandoffChanges]: async (argument) => (await features.handoffs.load()).showChanges(argument),
    [commands.markHandoffsRead]: async () => (await features.handoffs.load()).markAllRead(),
    [commands.commentHandoff]: async (argument) => (await features.handoffs.load()).comment(argument),
    [commands.signInToGitHub]: async () => (await features.figures.load()).signIn(),
    [commands.refreshFigures]: async () => (await features.figures.load()).refresh(),
    [commands.showMenu]: async () => (await features.menu.load()).show(),
    [commands.refresh]: () => projects.refresh(),
    [commands.toggle]: () => toggle(),
    [commands.showDiagnostics]: async () =>
      (await import('./workspace/showDiagnostics')).showDiagnostics(context, projects),
    [commands.showLog]: () => log.show(),
  };
  const registered = new Disposables();
  for (const [id, handler] of Object.entries(handlers)) {
    const run = boundary.async<[unknown], unknown>(id, undefined, async (argument) => handler(argument));
    registered.add(editorCommands.registerCommand(id, run));
  }
  return registered;
}
