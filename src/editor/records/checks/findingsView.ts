import { type Disposable, l10n, type TreeView, window } from 'vscode';
import type { Boundary } from '../../host/boundary';
import type { Contexts } from '../../host/contexts';
import { Disposables } from '../../host/disposables';
import { contextKeys, views } from '../../host/ids';
import { ViewMessage } from '../../host/viewMessage';
import { shownSentence } from './findingsSentence';
import type { FindingsNode, FindingsTree } from './findingsTree';
import type { WorkspaceFindings } from './workspaceFindings';

/** The view of findings. It is visible from a check that found something until the person closes it. */
export class FindingsView implements Disposable {
  private readonly disposables = new Disposables();
  private readonly view: TreeView<FindingsNode>;
  /** The line above the rows; `text` is also for in-editor tests. */
  readonly message: ViewMessage;

  constructor(
    private readonly tree: FindingsTree,
    private readonly findings: WorkspaceFindings,
    private readonly contexts: Contexts,
    boundary: Boundary,
  ) {
    const options = { treeDataProvider: tree, showCollapseAll: true };
    this.view = this.disposables.add(window.createTreeView<FindingsNode>(views.findings, options));
    this.message = this.disposables.add(
      new ViewMessage(this.view, views.findings, boundary, l10n.t('Check References')),
    );
    this.disposables.add(tree.onDidChange(() => this.describe()));
    this.describe();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private describe(): void {
    const { hasRun, found, unchecked } = this.findings;
    this.contexts.set(contextKeys.findings, hasRun);
    this.contexts.set(contextKeys.findingsGrouping, this.tree.grouping);
    const { filter, shown } = this.tree;
    this.contexts.set(contextKeys.findingsFiltered, filter !== '');
    this.message.text = hasRun ? shownSentence(found, shown.length, filter, unchecked) : '';
  }
}
