import { commands, type DiagnosticCollection, type Disposable, l10n, languages, type Uri, workspace } from 'vscode';
import type { Finding } from '../../../core/rules/finding';
import type { PathHistory } from '../../../core/rules/pathHistory';
import { type CheckPlace, check } from '../../../core/tasks/check';
import { unlessAborted } from '../../../core/tasks/stopping';
import { NodePacer } from '../../../disk/nodePacer';
import { answer } from '../../host/answer';
import { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import { type ReportProgress, withStopping } from '../../host/withStopping';
import { openDocument } from '../../workspace/folderDocuments';
import { uriOf } from '../../workspace/folderPaths';
import type { FolderProject } from '../../workspace/folderProject';
import { diagnosticOf } from './findingWords';
import type { OpenFindings } from './openFindings';
import { ruleChoices } from './ruleSettings';

/** More of them in the Problems view are not read. */
const mostFindings = 5_000;

/** *Check References*: what the rules find in all files of the window, in the Problems view. */
export class WorkspaceCheck implements Disposable {
  private readonly disposables = new Disposables();
  private readonly collection: DiagnosticCollection;
  private hasRun = false;

  constructor(
    private readonly services: Pick<FeatureServices, 'projects' | 'git' | 'log' | 'now'>,
    private readonly open: OpenFindings,
  ) {
    this.collection = this.disposables.add(languages.createDiagnosticCollection('meridian.checked'));
    // An open document has marks of its own, which follow what is typed.
    this.disposables.add(workspace.onDidOpenTextDocument(({ uri }) => this.collection.delete(uri)));
    this.disposables.add(
      workspace.onDidCloseTextDocument((document) => {
        if (this.hasRun) this.collection.set(document.uri, this.open.diagnosticsIn(document));
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  async run(): Promise<void> {
    const done = await withStopping(l10n.t('Checking references'), (signal, report) => this.check(signal, report));
    if (done === null) return;
    const { findings, files } = done;
    if (findings === 0) {
      void answer(l10n.t('All references, links and scopes hold.'));
      return;
    }
    await commands.executeCommand('workbench.actions.view.problems');
    void answer(
      files === 1 ? l10n.t('{0} findings in 1 file', findings) : l10n.t('{0} findings in {1} files', findings, files),
    );
  }

  /** Null where the person stopped it: then the marks are as they were. */
  private async check(signal: AbortSignal, report: ReportProgress) {
    const { projects } = this.services;
    if ((await unlessAborted(projects.whenRead(), signal)) === undefined) return null;
    const found: (readonly [Uri, readonly Finding[]])[] = [];
    try {
      for (const project of projects.folders) found.push(...(await this.inFolder(project, signal, report)));
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
    this.hasRun = true;
    this.collection.clear();
    for (const [uri, findings] of found.slice(0, mostFindings)) {
      if (!openDocument(uri)) this.collection.set(uri, findings.map(diagnosticOf));
    }
    return { findings: found.reduce((sum, [, findings]) => sum + findings.length, 0), files: found.length };
  }

  private async inFolder(project: FolderProject, signal: AbortSignal, report: ReportProgress) {
    const { folder, checked } = project;
    const findings = await check({
      ...checked,
      history: await this.historyOf(project, signal),
      today: new Date(this.services.now()).toISOString().slice(0, 10),
      choices: ruleChoices(folder.uri),
      pacer: new NodePacer(),
      signal,
      report: (done, all) => report(l10n.t('{0} of {1} files', done, all)),
    });
    const byFile = new Map<string, Finding[]>();
    for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
    return [...byFile].map(([file, own]) => [uriOf(folder.uri, file), own] as const);
  }

  /** Without trust or git, paths that are gone are not told from those that never were. */
  private async historyOf(project: FolderProject, signal: AbortSignal): Promise<CheckPlace['history']> {
    const place = await this.services.git.open(project.folder.uri);
    if (place === null) return null;
    const { readPathHistory } = await import('../../../git/check/pathHistory');
    const { tree } = project.checked.project;
    return async (named) => {
      try {
        const isThere = (path: string) => tree !== null && (tree.has(path) || tree.hasDirectory(path));
        const history = await readPathHistory({ ...place, signal }, named, isThere);
        this.open.remember(project, history);
        return history;
      } catch (error) {
        signal.throwIfAborted();
        this.services.log.warn(`no history of paths: ${error instanceof Error ? error.message : String(error)}`);
        return noHistory;
      }
    };
  }
}

const noHistory: PathHistory = { departure: () => null, change: () => null };
