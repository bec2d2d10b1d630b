import type { FeatureServices } from '../../host/featureServices';
import { commands } from '../../host/ids';
import type { LazyFeature } from '../../host/lazyFeature';
import type { CommandHandlers } from '../../host/registerCommands';
import type { CheckFeature } from '../checks/checkFeature';
import type { FileInFront } from '../fileInFront';
import type { PanelFeature } from '../panel/panelFeature';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';
import type { StatusMenu } from '../statusMenu';
import type { RecordsTree } from '../views/recordsTree';
import type { RecordsView } from '../views/recordsView';

/** What the commands on records need. */
interface RecordSurfaces extends FeatureServices {
  readonly handles: RecordHandles;
  readonly tracker: ReferenceTracker;
  readonly front: FileInFront;
  readonly records: RecordsTree;
  readonly recordsView: RecordsView;
  readonly panel: LazyFeature<PanelFeature>;
  readonly menu: LazyFeature<StatusMenu>;
  readonly checks: LazyFeature<CheckFeature>;
}

/** What each command on records does. */
export function recordHandlers(surfaces: RecordSurfaces): CommandHandlers {
  const { projects, active, state, handles, tracker, front, records, recordsView, panel, menu, checks } = surfaces;
  const linkHere = async () => (await import('./linkToDecision')).linkToDecision(surfaces);
  const onRecords = async () => {
    const { RecordCommands } = await import('./recordCommands');
    return new RecordCommands(projects, handles, tracker, active, {
      showInPanel: async ({ folder, record }) =>
        (await panel.load()).panel.reveal({ folder: folder.uri.toString(), path: record.path }),
      revealInRecords: (placed) => recordsView.reveal(placed),
      linkHere,
    });
  };
  const onStatus = async () => {
    const { StatusCommands } = await import('./statusCommands');
    return new StatusCommands(projects, handles);
  };
  const onView = async () => {
    const { FilterCommands } = await import('./filterCommands');
    return new FilterCommands(records, projects, state);
  };
  const onNew = () => import('./newRecord');
  return {
    [commands.openRecord]: async (argument) => (await onRecords()).open(argument, false),
    [commands.openRecordToSide]: async (argument) => (await onRecords()).open(argument, true),
    [commands.showInPanel]: async (argument) => (await onRecords()).showInPanel(argument),
    [commands.showCitations]: async (argument) => (await onRecords()).showCitations(argument),
    [commands.copyLink]: async (argument) => (await onRecords()).copyLink(argument),
    [commands.revealInRecords]: async (argument) => (await onRecords()).revealInRecords(argument),
    [commands.goToRecord]: async (argument) => (await onRecords()).goTo(argument),
    [commands.showRecordsForFile]: async () => (await onRecords()).showForFile(),
    [commands.newDecision]: async () => void (await (await onNew()).askNewRecord(surfaces, 'decision')),
    [commands.newRfc]: async () => void (await (await onNew()).askNewRecord(surfaces, 'rfc')),
    [commands.newRunbook]: async () => void (await (await onNew()).askNewRecord(surfaces, 'runbook')),
    [commands.linkToDecision]: async () => linkHere(),
    [commands.askHistory]: async () =>
      (await import('./historyGuesses')).showHistoryGuesses(surfaces, front.file ?? active.file),
    [commands.checkReferences]: async () => (await checks.load()).checkReferences(),
    [commands.mendFinding]: async (argument) => (await checks.load()).mend(argument),
    [commands.groupFindingsByFile]: async () => (await checks.load()).group('file'),
    [commands.groupFindingsByRule]: async () => (await checks.load()).group('rule'),
    [commands.filterFindings]: async () => (await checks.load()).filter(),
    [commands.clearFindingsFilter]: async () => (await checks.load()).clearFilter(),
    [commands.closeFindings]: async () => (await checks.load()).closeFindings(),
    [commands.acceptRecord]: async (argument) => (await onStatus()).change(argument, 'accepted'),
    [commands.rejectRecord]: async (argument) => (await onStatus()).change(argument, 'rejected'),
    [commands.deprecateRecord]: async (argument) => (await onStatus()).change(argument, 'deprecated'),
    [commands.supersedeRecord]: async (argument) => (await onStatus()).supersede(argument),
    [commands.filterRecords]: async () => (await onView()).filter(),
    [commands.filterRecordsByText]: async () => (await onView()).filterByText(),
    [commands.clearRecordsFilter]: async () => (await onView()).clear(),
    [commands.sortRecords]: async () => (await onView()).sort(),
    [commands.showMoreRecords]: async (argument) => (await onView()).showMore(argument),
    [commands.pinDecisions]: async () => front.pin(),
    [commands.unpinDecisions]: async () => front.unpin(),
    [commands.showMenu]: async () => (await menu.load()).show(),
  };
}
