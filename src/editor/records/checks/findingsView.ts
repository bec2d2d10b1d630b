import { type Disposable, l10n, type TreeView, window } from 'vscode';
import type { Boundary } from '../../host/boundary';
import type { Contexts } from '../../host/contexts';
import { Disposables } from '../../host/disposables';
import { contextKeys, views } from '../../host/ids';
import { ViewMessage } from '../../host/viewMessage';
import { type FindingsNode, type FindingsTree, mostFindings } from './findingsTree';
import type { WorkspaceFindings } from './workspaceFindings';

/** The view of findings, there from a check that found something until the person closes it. */
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
    this.message = this.disposables.add(new ViewMessage(this.view, views.findings, boundary));
    this.disposables.add(tree.onDidChangeTreeData(() => this.describe()));
    this.describe();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private describe(): void {
    const { found, hasRun } = this.findings;
    this.contexts.set(contextKeys.findings, hasRun);
    this.contexts.set(contextKeys.findingsGrouping, this.tree.grouping);
    const files = new Set(found.map(({ folder, finding }) => `${folder}\n${finding.file}`)).size;
    this.message.text = hasRun ? countSentence(found.length, files) : '';
  }
}

function countSentence(findings: number, files: number): string {
  if (findings === 0) return l10n.t('All references, links and scopes hold.');
  if (findings === 1) return l10n.t('1 finding');
  if (findings > mostFindings) return l10n.t('The first {0} of {1} findings', mostFindings, findings);
  return files === 1
    ? l10n.t('{0} findings in 1 file', findings)
    : l10n.t('{0} findings in {1} files', findings, files);
}
