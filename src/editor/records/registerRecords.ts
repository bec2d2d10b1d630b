import type { Disposable, ExtensionContext } from 'vscode';
import { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import { type CommandId, commands } from '../host/ids';
import { LazyFeature } from '../host/lazyFeature';
import { registerLazyCommands } from '../host/registerCommands';
import type { TeamFeature } from '../team/teamFeature';
import type { CheckFeature } from './checks/checkFeature';
import { FileInFront } from './fileInFront';
import { ReferenceHover } from './hover/referenceHover';
import type { PanelFeature } from './panel/panelFeature';
import { registerPanel } from './panel/registerPanel';
import { RecordHandles } from './recordHandles';
import { ReferenceCompletions } from './references/completions';
import { ReferenceDefinitions } from './references/definitions';
import { ReferenceLinks } from './references/documentLinks';
import { ReferenceTracker } from './references/documentReferences';
import { registerReferences } from './references/registerReferences';
import { FileStatusItem } from './statusItem';
import type { StatusMenu } from './statusMenu';
import { storedOrder } from './views/model/recordOrder';
import { noFilter } from './views/model/recordsFilter';
import { RecordsTree } from './views/recordsTree';
import { RecordsView } from './views/recordsView';

/** The surfaces on records that other features need. */
export interface RecordsFeature extends Disposable {
  readonly front: FileInFront;
  readonly records: RecordsTree;
  readonly status: FileStatusItem;
  readonly panel: LazyFeature<PanelFeature>;
  readonly menu: LazyFeature<StatusMenu>;
  /** Finds and updates what cites a record. */
  readonly following: LazyFeature<Disposable>;
  readonly checks: LazyFeature<CheckFeature>;
}

/** The commands that `recordHandlers` implements. */
const onRecords: readonly CommandId[] = [
  commands.openRecord,
  commands.openRecordToSide,
  commands.showInPanel,
  commands.showCitations,
  commands.copyLink,
  commands.revealInRecords,
  commands.goToRecord,
  commands.showRecordsForFile,
  commands.newDecision,
  commands.newRfc,
  commands.newRunbook,
  commands.linkToDecision,
  commands.askHistory,
  commands.checkReferences,
  commands.mendFinding,
  commands.groupFindingsByFile,
  commands.groupFindingsByRule,
  commands.filterFindings,
  commands.clearFindingsFilter,
  commands.closeFindings,
  commands.acceptRecord,
  commands.rejectRecord,
  commands.deprecateRecord,
  commands.supersedeRecord,
  commands.filterRecords,
  commands.filterRecordsByText,
  commands.clearRecordsFilter,
  commands.sortRecords,
  commands.showMoreRecords,
  commands.pinDecisions,
  commands.unpinDecisions,
  commands.showMenu,
];

/** References in code, the views Decisions and Records, the status bar, and the commands on records. */
export function registerRecords(
  services: FeatureServices,
  team: LazyFeature<TeamFeature>,
  { extension, extensionUri }: ExtensionContext,
): RecordsFeature {
  const { projects, active, contexts, boundary, state } = services;
  const parts = new Disposables();
  const handles = new RecordHandles(projects);
  const tracker = new ReferenceTracker(projects);
  const hover = new ReferenceHover(tracker, projects, handles, boundary);
  const links = new ReferenceLinks(tracker, boundary);
  const definitions = new ReferenceDefinitions(tracker, boundary);
  const completions = new ReferenceCompletions(projects, boundary);
  parts.add(registerReferences({ hover, links, definitions, completions }, projects.onDidChange));
  const following = parts.add(
    new LazyFeature(async (ownParts) => {
      const { registerFollowing } = await import('./following/registerFollowing');
      return ownParts.add(registerFollowing(services, tracker));
    }),
  );

  const front = parts.add(new FileInFront(active, projects, tracker, contexts));
  // Loaded after the activation: no record is known before.
  void boundary.background('contexts of records', null, async () => {
    const { RecordContexts } = await import('./recordContexts');
    parts.add(new RecordContexts(projects, active, contexts));
  });
  const records = parts.add(new RecordsTree(projects, boundary, services.now, noFilter, storedOrder(state)));
  const recordsView = parts.add(new RecordsView(records, projects, contexts, boundary));
  const status = parts.add(new FileStatusItem(services, team));

  const { panel } = parts.add(registerPanel({ ...services, handles, tracker, front, rows: recordsView }, extensionUri));
  const menu = parts.add(
    new LazyFeature(async (ownParts) => {
      const { StatusMenu } = await import('./statusMenu');
      return ownParts.add(new StatusMenu(contexts, extension));
    }),
  );

  const checks = parts.add(
    new LazyFeature(async (ownParts) => {
      const { CheckFeature } = await import('./checks/checkFeature');
      return new CheckFeature(ownParts, services, tracker);
    }),
  );

  const handlers = async () => {
    const { recordHandlers } = await import('./commands/recordHandlers');
    return recordHandlers({ ...services, handles, tracker, front, records, recordsView, panel, menu, checks });
  };
  parts.add(registerLazyCommands(onRecords, handlers, boundary));
  return { front, records, status, panel, menu, following, checks, dispose: () => parts.dispose() };
}
