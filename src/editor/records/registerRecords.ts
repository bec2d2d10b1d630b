import type { Disposable, ExtensionContext } from 'vscode';
import { Disposables } from '../host/disposables';
import type { FeatureServices } from '../host/featureServices';
import { commands } from '../host/ids';
import { LazyFeature } from '../host/lazyFeature';
import { registerCommands } from '../host/registerCommands';
import type { TeamFeature } from '../team/teamFeature';
import { FileInFront } from './fileInFront';
import { registerFollowing } from './following/registerFollowing';
import { ReferenceHover } from './hover/referenceHover';
import type { PanelFeature } from './panel/panelFeature';
import { registerPanel } from './panel/registerPanel';
import { RecordContexts } from './recordContexts';
import { RecordHandles } from './recordHandles';
import { ReferenceDefinitions } from './references/definitions';
import { ReferenceLinks } from './references/documentLinks';
import { ReferenceTracker } from './references/documentReferences';
import { registerReferences } from './references/registerReferences';
import { FileStatusItem } from './statusItem';
import type { StatusMenu } from './statusMenu';
import { storedOrder } from './views/model/recordOrder';
import { noFilter } from './views/model/recordsFilter';
import { registerRetiredRows } from './views/recordRows';
import { RecordsTree } from './views/recordsTree';
import { RecordsView } from './views/recordsView';

/** The surfaces on records that others lead to or read. */
export interface RecordsFeature extends Disposable {
  readonly front: FileInFront;
  readonly records: RecordsTree;
  readonly status: FileStatusItem;
  readonly panel: LazyFeature<PanelFeature>;
  readonly menu: LazyFeature<StatusMenu>;
}

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
  const hover = new ReferenceHover(tracker, handles, boundary);
  const links = new ReferenceLinks(tracker, boundary);
  const definitions = new ReferenceDefinitions(tracker, boundary);
  parts.add(registerReferences({ hover, links, definitions }, projects.onDidChange));
  parts.add(registerFollowing(services, tracker));

  const front = parts.add(new FileInFront(active, projects, tracker, contexts));
  parts.add(new RecordContexts(projects, active, contexts));
  const records = parts.add(new RecordsTree(projects, boundary, services.now, noFilter, storedOrder(state)));
  const recordsView = parts.add(new RecordsView(records, projects, contexts, boundary));
  parts.add(registerRetiredRows());
  const status = parts.add(new FileStatusItem(services, team));

  const { panel } = parts.add(registerPanel({ ...services, extensionUri, handles, tracker, front, rows: recordsView }));
  const menu = parts.add(
    new LazyFeature(async (ownParts) => {
      const { StatusMenu } = await import('./statusMenu');
      return ownParts.add(new StatusMenu(contexts, extension));
    }),
  );

  const onRecords = async () => {
    const { RecordCommands } = await import('./commands/recordCommands');
    return new RecordCommands(projects, handles, tracker, active, {
      showInPanel: async ({ folder, record }) =>
        (await panel.load()).panel.reveal({ folder: folder.uri.toString(), path: record.path }),
      revealInRecords: (placed) => recordsView.reveal(placed),
    });
  };
  const onStatus = async () => {
    const { StatusCommands } = await import('./commands/statusCommands');
    return new StatusCommands(projects, handles);
  };
  const onView = async () => {
    const { FilterCommands } = await import('./commands/filterCommands');
    return new FilterCommands(records, projects, state);
  };
  parts.add(
    registerCommands(
      {
        [commands.openRecord]: async (argument) => (await onRecords()).open(argument, false),
        [commands.openRecordToSide]: async (argument) => (await onRecords()).open(argument, true),
        [commands.showInPanel]: async (argument) => (await onRecords()).showInPanel(argument),
        [commands.showCitations]: async (argument) => (await onRecords()).showCitations(argument),
        [commands.copyLink]: async (argument) => (await onRecords()).copyLink(argument),
        [commands.revealInRecords]: async (argument) => (await onRecords()).revealInRecords(argument),
        [commands.goToRecord]: async (argument) => (await onRecords()).goTo(argument),
        [commands.showRecordsForFile]: async () => (await onRecords()).showForFile(),
        [commands.linkToDecision]: async () => (await onRecords()).linkToDecision(),
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
      },
      boundary,
    ),
  );
  return { front, records, status, panel, menu, dispose: () => parts.dispose() };
}
