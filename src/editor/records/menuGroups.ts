import { type CommandId, commands } from '../host/ids';

/** `front` is for commands on the document in front. */
export type MenuHeading = 'front' | 'drafts' | 'pickingUp' | 'records' | 'team' | 'meridian';

export interface MenuGroup {
  readonly heading: MenuHeading;
  readonly commands: readonly CommandId[];
}

/** Commands on a note, a question or a description that is in front. */
const ofText: readonly CommandId[] = [
  commands.startOnHandoff,
  commands.readBack,
  commands.checkHandoff,
  commands.addHandoffPart,
  commands.draftHandoffAgain,
  commands.checkSummary,
  commands.checkQuestion,
  commands.checkPullRequest,
  commands.createPullRequest,
  commands.choosePullRequestBase,
  commands.choosePullRequestTemplate,
  commands.copyDraft,
  commands.openIssue,
  commands.showMasked,
  commands.commentHandoff,
];
const ofRecord: readonly CommandId[] = [
  commands.showInPanel,
  commands.showCitations,
  commands.copyLink,
  commands.revealInRecords,
  commands.acceptRecord,
  commands.rejectRecord,
  commands.supersedeRecord,
  commands.deprecateRecord,
];

/** Every command under one heading, but for those of rows and of this menu. */
const groups: readonly MenuGroup[] = [
  {
    heading: 'drafts',
    commands: [
      commands.draftHandoff,
      commands.draftStandup,
      commands.draftWeeklyUpdate,
      commands.draftPullRequest,
      commands.askWithContext,
    ],
  },
  { heading: 'pickingUp', commands: [commands.catchMeUp, commands.markHandoffsRead, commands.pushBranches] },
  {
    heading: 'records',
    commands: [
      commands.goToRecord,
      commands.showRecordsForFile,
      commands.linkToDecision,
      commands.askHistory,
      commands.newDecision,
      commands.checkReferences,
      commands.groupFindingsByFile,
      commands.groupFindingsByRule,
      commands.filterFindings,
      commands.clearFindingsFilter,
      commands.closeFindings,
      commands.newDecisionFromChanges,
      commands.newRfc,
      commands.newRunbook,
      ...ofRecord,
      commands.pinDecisions,
      commands.unpinDecisions,
      commands.filterRecords,
      commands.filterRecordsByText,
      commands.clearRecordsFilter,
      commands.sortRecords,
      commands.refresh,
      commands.stopReading,
    ],
  },
  {
    heading: 'team',
    commands: [
      commands.draftTeamStandup,
      commands.draftTeamUpdate,
      commands.createTeamFile,
      commands.signInToGitHub,
      commands.showFigures,
    ],
  },
  { heading: 'meridian', commands: [commands.toggle, commands.showDiagnostics, commands.showLog] },
];

/**
 * The commands of the menu, in its order, without empty groups.
 * @param applies whether the palette lists the command now
 * @param isRecordInFront whether a record is in front: its commands then come first
 */
export function menuGroups(applies: (command: CommandId) => boolean, isRecordInFront: boolean): readonly MenuGroup[] {
  const front: MenuGroup = { heading: 'front', commands: isRecordInFront ? [...ofText, ...ofRecord] : ofText };
  const isElsewhere = (command: CommandId) => !front.commands.includes(command);
  return [front, ...groups.map(({ heading, commands: all }) => ({ heading, commands: all.filter(isElsewhere) }))]
    .map(({ heading, commands: all }) => ({ heading, commands: all.filter(applies) }))
    .filter((group) => group.commands.length > 0);
}
