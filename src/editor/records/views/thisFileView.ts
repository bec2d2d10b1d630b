import { type Disposable, l10n, type TreeView, window } from 'vscode';
import type { Boundary } from '../../host/boundary';
import type { Contexts } from '../../host/contexts';
import { Disposables } from '../../host/disposables';
import { contextKeys, settingKeys, views } from '../../host/ids';
import { isOn, onSettings } from '../../host/settings';
import { ViewMessage } from '../../host/viewMessage';
import { visibleText } from '../../host/visibleText';
import type { ActiveFile } from '../../workspace/activeFile';
import type { PlacedFile } from '../../workspace/projects';
import type { ThisFileNode, ThisFileTree } from './thisFileTree';

/** Keeps This File at the active editor's file. */
export class ThisFileView implements Disposable {
  private readonly disposables = new Disposables();
  private readonly view: TreeView<ThisFileNode>;

  constructor(
    private readonly tree: ThisFileTree,
    private readonly active: ActiveFile,
    private readonly contexts: Contexts,
    boundary: Boundary,
  ) {
    this.view = this.disposables.add(window.createTreeView(views.thisFile, { treeDataProvider: tree }));
    this.disposables.add(new ViewMessage(this.view, views.thisFile, boundary));
    this.disposables.add(active.onDidChange(() => this.update()));
    this.disposables.add(onSettings(() => this.update()));
    this.update();
  }

  get onDidChangeSelection(): TreeView<ThisFileNode>['onDidChangeSelection'] {
    return this.view.onDidChangeSelection;
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private update(): void {
    const file = isOn(settingKeys.thisFile) ? this.active.file : undefined;
    const name = file ? visibleText(file.path.split('/').slice(-2).join('/'), 80) : '';
    const isPartial = file && file.project.view.problemOf(file.path) !== null;
    this.view.description = isPartial ? l10n.t('{0} (not read whole)', name) : name;
    this.contexts.set(contextKeys.thisFile, file ? stateOf(file) : 'none');
    this.tree.show(file);
  }
}

/** No link is no answer before the file has been read. */
function stateOf({ project, path }: PlacedFile): 'linked' | 'unlinked' | 'reading' | 'partial' {
  const { view } = project;
  if (view.linksFor(path).length + view.maybeFor(path).length > 0) return 'linked';
  if (view.problemOf(path) !== null) return 'partial';
  return view.isRead(path) ? 'unlinked' : 'reading';
}
