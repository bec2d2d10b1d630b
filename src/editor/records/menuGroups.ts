import { type CommandId, type ContextKey, commands, contextKeys, handoffItems } from '../host/ids';

/** The value of a context key. */
type Front = (key: ContextKey) => string | boolean | undefined;

/** `front` is what can be done with the document in front. */
export type MenuHeading = 'front' | 'drafts' | 'pickingUp' | 'records' | 'team' | 'meridian';

export interface MenuGroup {
  readonly heading: MenuHeading;
  readonly commands: readonly CommandId[];
}

/**
 * What the menu offers, in its order; groups without a command are left out.
 * @param isAvailable false for what a feature does that is switched off
 */
export function menuGroups(front: Front, isAvailable: (command: CommandId) => boolean): readonly MenuGroup[] {
  const hasRecords = front(contextKeys.state) === 'ready';
  const isFiltered = front(contextKeys.recordsFiltered) === true;
  const groups: readonly MenuGroup[] = [
    { heading: 'front', commands: inFront(front) },
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
    {
      heading: 'pickingUp',
      commands: [
        commands.catchMeUp,
        ...(front(contextKeys.handoffs) === 'ready' ? [commands.markHandoffsRead] : []),
        commands.pushBranches,
      ],
    },
    {
      heading: 'records',
      commands: [
        commands.goToRecord,
        commands.showRecordsForFile,
        ...(hasRecords ? onRecords : []),
        ...(front(contextKeys.file) === 'none'
          ? []
          : [front(contextKeys.pinned) ? commands.unpinDecisions : commands.pinDecisions]),
        ...(isFiltered ? [commands.clearRecordsFilter] : []),
        commands.refresh,
      ],
    },
    {
      heading: 'team',
      commands: [
        ...(front(contextKeys.team) === 'ready' ? [commands.draftTeamStandup, commands.draftTeamUpdate] : []),
        ...[commands.createTeamFile, commands.signInToGitHub, commands.refreshFigures],
      ],
    },
    { heading: 'meridian', commands: [commands.toggle, commands.showDiagnostics, commands.showLog] },
  ];
  return groups
    .map((group) => ({ ...group, commands: group.commands.filter(isAvailable) }))
    .filter((group) => group.commands.length > 0);
}

const onRecords: readonly CommandId[] = [
  commands.linkToDecision,
  commands.showInPanel,
  commands.copyLink,
  commands.revealInRecords,
  commands.filterRecords,
  commands.filterRecordsByText,
  commands.sortRecords,
];

function inFront(front: Front): readonly CommandId[] {
  const note = front(contextKeys.noteInFront);
  const handoff = front(contextKeys.handoffInFront);
  const pullRequest = front(contextKeys.pullRequestInFront);
  const isReceived = note === handoffItems.received || note === handoffItems.startable;
  const found: readonly CommandId[] = [
    ...(note === handoffItems.startable ? [commands.startOnHandoff] : []),
    ...(isReceived ? [commands.readBack] : []),
    ...(handoff ? [commands.checkHandoff] : []),
    ...(handoff === 'open' || handoff === 'written' ? [commands.addHandoffPart] : []),
    ...(handoff === 'open' ? [commands.draftHandoffAgain] : []),
    ...(front(contextKeys.questionInFront) ? ofQuestion : []),
    ...(pullRequest ? [commands.checkPullRequest] : []),
    ...(pullRequest === 'open' ? ofPullRequest : []),
    ...(handoff ? [commands.copyDraft] : []),
    ...(note ? [commands.commentHandoff] : []),
  ];
  return [...new Set(found)];
}

const ofQuestion: readonly CommandId[] = [
  commands.checkQuestion,
  commands.copyDraft,
  commands.openIssue,
  commands.showMasked,
];
const ofPullRequest: readonly CommandId[] = [
  commands.createPullRequest,
  commands.choosePullRequestBase,
  commands.choosePullRequestTemplate,
  commands.copyDraft,
];
