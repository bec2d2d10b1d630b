/** Every name that package.json and the code share. `test/unit/manifest` compares the two. */

export const commands = {
  openRecord: 'meridian.openRecord',
  openRecordToSide: 'meridian.openRecordToSide',
  showInPanel: 'meridian.showInPanel',
  copyLink: 'meridian.copyLink',
  revealInRecords: 'meridian.revealInRecords',
  showCitations: 'meridian.showCitations',
  goToRecord: 'meridian.goToRecord',
  showRecordsForFile: 'meridian.showRecordsForFile',
  acceptRecord: 'meridian.acceptRecord',
  rejectRecord: 'meridian.rejectRecord',
  deprecateRecord: 'meridian.deprecateRecord',
  supersedeRecord: 'meridian.supersedeRecord',
  linkToDecision: 'meridian.linkToDecision',
  askHistory: 'meridian.askHistory',
  newDecision: 'meridian.newDecision',
  checkReferences: 'meridian.checkReferences',
  mendFinding: 'meridian.findings.mend',
  groupFindingsByFile: 'meridian.findings.groupByFile',
  groupFindingsByRule: 'meridian.findings.groupByRule',
  filterFindings: 'meridian.findings.filter',
  clearFindingsFilter: 'meridian.findings.clearFilter',
  closeFindings: 'meridian.findings.close',
  newDecisionFromChanges: 'meridian.newDecisionFromChanges',
  newRfc: 'meridian.newRfc',
  newRunbook: 'meridian.newRunbook',
  filterRecords: 'meridian.records.filter',
  filterRecordsByText: 'meridian.records.filterByText',
  clearRecordsFilter: 'meridian.records.clearFilter',
  sortRecords: 'meridian.records.sort',
  showMoreRecords: 'meridian.records.showMore',
  createTeamFile: 'meridian.createTeamFile',
  draftHandoff: 'meridian.draftHandoff',
  draftHandoffAgain: 'meridian.draftHandoffAgain',
  draftStandup: 'meridian.draftStandup',
  draftWeeklyUpdate: 'meridian.draftWeeklyUpdate',
  draftTeamStandup: 'meridian.draftTeamStandup',
  draftTeamUpdate: 'meridian.draftTeamUpdate',
  draftPullRequest: 'meridian.draftPullRequest',
  choosePullRequestBase: 'meridian.choosePullRequestBase',
  choosePullRequestTemplate: 'meridian.choosePullRequestTemplate',
  createPullRequest: 'meridian.createPullRequest',
  askWithContext: 'meridian.askWithContext',
  copyDraft: 'meridian.copyDraft',
  addHandoffPart: 'meridian.addHandoffPart',
  checkHandoff: 'meridian.checkHandoff',
  checkSummary: 'meridian.checkSummary',
  checkPullRequest: 'meridian.checkPullRequest',
  checkQuestion: 'meridian.checkQuestion',
  showMasked: 'meridian.showMasked',
  openIssue: 'meridian.openIssue',
  pushBranches: 'meridian.pushBranches',
  readBack: 'meridian.readBack',
  startOnHandoff: 'meridian.startOnHandoff',
  catchMeUp: 'meridian.catchMeUp',
  showHandoffChanges: 'meridian.handoffs.showChanges',
  markHandoffsRead: 'meridian.handoffs.markAllRead',
  commentHandoff: 'meridian.commentHandoff',
  signInToGitHub: 'meridian.signInToGitHub',
  showFigures: 'meridian.showFigures',
  showMenu: 'meridian.showMenu',
  pinDecisions: 'meridian.decisions.pin',
  unpinDecisions: 'meridian.decisions.unpin',
  refresh: 'meridian.refresh',
  stopReading: 'meridian.stopReading',
  toggle: 'meridian.toggle',
  showDiagnostics: 'meridian.showDiagnostics',
  showLog: 'meridian.showLog',
} as const;
export type CommandId = (typeof commands)[keyof typeof commands];

export const views = {
  records: 'meridian.records',
  decisions: 'meridian.decisions',
  team: 'meridian.team',
  handoffs: 'meridian.handoffs',
  findings: 'meridian.findings',
} as const;
export type ViewId = (typeof views)[keyof typeof views];

/** Keys without the prefix `meridian.`. */
export const settingKeys = {
  enabled: 'enabled',
  hover: 'hover.enabled',
  documentLinks: 'documentLinks.enabled',
  definition: 'definition.enabled',
  completion: 'completion.enabled',
  citations: 'citations.enabled',
  symbols: 'symbols.enabled',
  preview: 'preview.enabled',
  moves: 'moves.enabled',
  check: 'check.enabled',
  checkRules: 'check.rules',
  maybe: 'maybe.enabled',
  statusItem: 'statusItem.enabled',
  panel: 'panel.enabled',
  panelFollowsCursor: 'panel.followCursor',
  team: 'team.enabled',
  me: 'team.me',
  deadlines: 'deadlines.enabled',
  handoffs: 'handoffs.enabled',
  readiness: 'handoff.readiness.enabled',
  reminder: 'handoff.reminder',
  pullRequestCheck: 'pullRequests.check.enabled',
  gitHub: 'github.enabled',
  questionMenu: 'questions.menu.enabled',
  questionOnProblems: 'questions.problems.enabled',
  questionReadiness: 'questions.readiness.enabled',
  hosts: 'questions.hosts',
  include: 'records.include',
  exclude: 'records.exclude',
} as const;
export type SettingKey = (typeof settingKeys)[keyof typeof settingKeys];

export const contextKeys = {
  /** The `ProjectsState`: what the views say while they have nothing. */
  state: 'meridian.state',
  /** The `FileState` of the file that Decisions lists the records of. */
  file: 'meridian.fileState',
  /** Whether Decisions stays at a file that a person pinned. */
  pinned: 'meridian.decisionsPinned',
  recordsFiltered: 'meridian.recordsFiltered',
  /** Whether files are being read. */
  reading: 'meridian.reading',
  /** `none` (the folder has no team file), `empty` (it has no members), `ready`, or `failed` (the view's code is missing). */
  team: 'meridian.teamState',
  /** `reading`, `none` (there is no handoff), `ready`, or `failed` (what there is could not be read). */
  handoffs: 'meridian.handoffsState',
  /** Whether a check has findings and a person has not closed them. */
  findings: 'meridian.hasFindings',
  findingsFiltered: 'meridian.findingsFiltered',
  /** The `Grouping` of the findings. */
  findingsGrouping: 'meridian.findingsGrouping',
  /** The `WrittenState` of the handoff in front, else false. The next three keys do the same for other kinds. */
  handoffInFront: 'meridian.handoffInFront',
  summaryInFront: 'meridian.summaryInFront',
  questionInFront: 'meridian.questionInFront',
  pullRequestInFront: 'meridian.pullRequestInFront',
  /** One of `handoffItems` while a stored handoff is in front, else false. */
  noteInFront: 'meridian.noteInFront',
  /** Whether a record is in front. */
  recordInFront: 'meridian.recordInFront',
  /** The `Standing` of the record in front; false where there is none. */
  recordStanding: 'meridian.recordStanding',
  /** The files that hold a record, and the folders that hold such files, as the editor's `resourcePath` has them. */
  recordPaths: 'meridian.recordPaths',
  recordFolders: 'meridian.recordFolders',
  /** `none` once it is known that no folder of the window has a remote at a GitHub, else false. */
  gitHub: 'meridian.gitHub',
} as const;
export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

/** `contextValue` of tree items that stand for a record, by its `Standing`. */
export const recordItems = {
  undecided: 'recordUndecided',
  inForce: 'recordInForce',
  unclear: 'recordUnclear',
  replaced: 'recordReplaced',
  settled: 'recordSettled',
} as const;

/** `contextValue` of a handoff's row: the person's own, another person's, and another's that names a branch. */
export const handoffItems = {
  sent: 'handoffSent',
  received: 'handoffReceived',
  startable: 'handoffStartable',
} as const;

/** `contextValue` of a finding's row that has a fix, and of a group's row with such findings. */
export const findingItems = {
  mendable: 'findingMendable',
  mendableGroup: 'findingGroupMendable',
} as const;
