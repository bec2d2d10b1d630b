import { type ExtensionContext, type WebviewView, window } from 'vscode';
import { ActiveFile } from './editor/activeFile';
import type { MeridianApi } from './editor/api';
import { Boundary } from './editor/boundary';
import { registerCommands } from './editor/commands/registerCommands';
import { Contexts } from './editor/contexts';
import { Features } from './editor/features';
import { ReferenceHover } from './editor/hover/referenceHover';
import { views } from './editor/ids';
import { RecordHandles } from './editor/recordHandles';
import { ReferenceDefinitions } from './editor/references/definitions';
import { ReferenceLinks } from './editor/references/documentLinks';
import { ReferenceTracker } from './editor/references/documentReferences';
import { registerReferences } from './editor/references/registerReferences';
import { FileStatusItem } from './editor/statusItem';
import { noFilter } from './editor/views/model/recordsFilter';
import { RecordsTree } from './editor/views/recordsTree';
import { RecordsView } from './editor/views/recordsView';
import { registerRetiredRows } from './editor/views/retiredRows';
import { storedOrder } from './editor/views/storedOrder';
import { ThisFileTree } from './editor/views/thisFileTree';
import { ThisFileView } from './editor/views/thisFileView';
import { LazyGit } from './editor/workspace/lazyGit';
import { Projects } from './editor/workspace/projects';

/** Builds and wires; reading begins after this has returned (R47). */
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
    const { RecordCommands } = await import('./editor/commands/recordCommands');
    return new RecordCommands(projects, handles, tracker, active, {
      showInPanel: async ({ folder, record }) =>
        (await panel()).reveal({ folder: folder.uri.toString(), path: record.path }),
      revealInRecords: (placed) => recordsView.reveal(placed),
    });
  };
  const filters = async () => {
    const { FilterCommands } = await import('./editor/commands/filterCommands');
    return new FilterCommands(recordsTree, projects, context.workspaceState);
  };
  own(registerCommands({ records, filters, features, projects, context, log }, boundary));

  projects.start();
  features.start();
  return { whenRead: () => projects.whenRead(), projects, thisFile, records: recordsTree, status, features };
}
