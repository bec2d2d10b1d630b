import { type Disposable, l10n, languages, window, commands as windowCommands } from 'vscode';
import { answer, answerWith } from '../../host/answer';
import type { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import { commands, views } from '../../host/ids';
import { withStopping } from '../../host/withStopping';
import { LiveDiagnostics } from '../../written/liveDiagnostics';
import type { ReferenceTracker } from '../references/documentReferences';
import { FindingFixes } from './findingFixes';
import { findingsSentence, stoppedSentence } from './findingsSentence';
import { FindingsTree } from './findingsTree';
import { FindingsView } from './findingsView';
import { mendFindings } from './mendFindings';
import { type Grouping, storedGrouping, storeGrouping } from './model/findingRows';
import { OpenFindings } from './openFindings';
import { WorkspaceFindings } from './workspaceFindings';

/** The diagnostics in open documents with their fixes, and the check of all files with its tree. */
export class CheckFeature {
  private readonly open: OpenFindings;
  readonly workspace: WorkspaceFindings;
  readonly tree: FindingsTree;
  readonly view: FindingsView;

  constructor(
    parts: Disposables,
    private readonly services: FeatureServices,
    tracker: ReferenceTracker,
  ) {
    const { projects, boundary, contexts, state, now } = services;
    this.open = parts.add(new OpenFindings(projects, tracker, now));
    parts.add(new LiveDiagnostics(this.open, boundary));
    const remember: OpenFindings['remember'] = (project, history) => this.open.remember(project, history);
    this.workspace = parts.add(new WorkspaceFindings(services, remember));
    this.tree = parts.add(new FindingsTree(this.workspace, projects, boundary, storedGrouping(state)));
    this.view = parts.add(new FindingsView(this.tree, this.workspace, contexts, boundary));
    const fixes: Disposable = languages.registerCodeActionsProvider('*', new FindingFixes(this.open, boundary), {
      providedCodeActionKinds: FindingFixes.kinds,
    });
    parts.add(fixes);
  }

  async checkReferences(): Promise<void> {
    const { workspace } = this;
    const isDone = await withStopping(l10n.t('Checking references'), (signal, report) => workspace.run(signal, report));
    if (!isDone) {
      void answerWith(stoppedSentence(workspace.hasRun), l10n.t('Check References'), commands.checkReferences);
      return;
    }
    if (workspace.found.length > 0) {
      await windowCommands.executeCommand(`${views.findings}.focus`);
      return;
    }
    const { unchecked } = workspace;
    workspace.close();
    const sentence = findingsSentence([], unchecked);
    if (unchecked.git) void answerWith(sentence, l10n.t('Show Log'), commands.showLog);
    else void answer(sentence);
  }

  /** @param row a row of the tree, whose findings are fixed */
  mend(row: unknown): Promise<void> {
    return mendFindings(row, this.open);
  }

  async group(grouping: Grouping): Promise<void> {
    this.tree.group(grouping);
    await storeGrouping(this.services.state, grouping);
  }

  async filter(): Promise<void> {
    const prompt = l10n.t('Words in the file’s path, the rule or what the finding says');
    const words = await window.showInputBox({ prompt, value: this.tree.filter });
    if (words !== undefined) this.tree.filterBy(words.slice(0, 200));
  }

  clearFilter(): void {
    this.tree.filterBy('');
  }

  closeFindings(): void {
    this.workspace.close();
  }
}
