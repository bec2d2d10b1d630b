import { type ExtensionContext, type WebviewView, window } from 'vscode';
import type { MeridianApi } from './editor/api';
import { Features } from './editor/features';
import { Boundary } from './editor/host/boundary';
import { Contexts } from './editor/host/contexts';
import { views } from './editor/host/ids';
import { ReferenceHover } from './editor/records/hover/referenceHover';
import { RecordHandles } from './editor/records/recordHandles';
import { ReferenceDefinitions } from './editor/records/references/definitions';
import { ReferenceLinks } from './editor/records/references/documentLinks';
import { ReferenceTracker } from './editor/records/references/documentReferences';
import { registerReferences } from './editor/records/references/registerReferences';
import { FileStatusItem } from './editor/records/statusItem';
import { noFilter } from './editor/records/views/model/recordsFilter';
import { RecordsTree } from './editor/records/views/recordsTree';
import { RecordsView } from './editor/records/views/recordsView';
import { registerRetiredRows } from './editor/records/views/retiredRows';
import { storedOrder } from './editor/records/views/storedOrder';
import { ThisFileTree } from './editor/records/views/thisFileTree';
import { ThisFileView } from './editor/records/views/thisFileView';
import { registerCommands } from './editor/registerCommands';
import { ActiveFile } from './editor/workspace/activeFile';
import { LazyGit } from './editor/workspace/lazyGit';
import { Projects } from './editor/workspace/projects';

/** Builds and wires; reading begins after this has returned (docs/security.md#r47). */
export function activate(context: ExtensionContext): MeridianApi {
  const own = <T extends { dispose(): unknown }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(window.createOutputChannel('Meridian', { log: true }));
  const boundary = new Boundary(log);
  const git = own(new LazyGit(log));
  const projects = own(new Projects({ log, boundary, git: (folder) => git.readerFor(folder) }));
  const handles = new RecordHandles(projects);
  const tracker = new ReferenceTracker(projects);
  const active = own(new ActiveFile(projects));
  const contexts = new Contexts(boundary);

  const hover = new ReferenceHover(tracker, handles, boundary);
  const links = new ReferenceLinks(tracker, boundary);
  const definitions = new ReferenceDefinitions(tracker, boundary);
  own(registerReferences({ hover, links, definitions }, projects.onDidChange));

  const thisFile = own(new ThisFileTree(boundary));
  const recordsTree = own(new RecordsTree(projects, boundary, noFilter, storedOrder(context.workspaceState)));
  const thisFileView = own(new ThisFileView(thisFile, active, contexts));
  const recordsView = own(new RecordsView(recordsTree, projects, contexts));
  own(registerRetiredRows());
  const status = own(new FileStatusItem(active));

  const features = own(
    new Features(
      { projects, git, active, contexts, boundary, log, state: context.workspaceState, now: Date.now },
      { extensionUri: context.extensionUri, handles, tracker, trees: [thisFileView, recordsView] },
    ),
  );
  const panel = async () => (await features.panel.load()).panel;
  const resolveWebviewView = boundary.async('panel', undefined, async (view: WebviewView) =>
    (await panel()).resolveWebviewView(view),
  );
  own(window.registerWebviewViewProvider(views.decision, { resolveWebviewView }));

  const records = async () => {
    const { RecordCommands } = await import('./editor/records/commands/recordCommands');
    return new RecordCommands(projects, handles, tracker, active, {
      showInPanel: async ({ folder, record }) =>
        (await panel()).reveal({ folder: folder.uri.toString(), path: record.path }),
      revealInRecords: (placed) => recordsView.reveal(placed),
    });
  };
  const filters = async () => {
    const { FilterCommands } = await import('./editor/records/commands/filterCommands');
    return new FilterCommands(recordsTree, projects, context.workspaceState);
  };
  own(registerCommands({ records, filters, features, projects, context, log }, boundary));

  projects.start();
  features.start();
  return { whenRead: () => projects.whenRead(), projects, thisFile, records: recordsTree, status, features };
}
