import { type Disposable, languages } from 'vscode';
import type { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import { LiveDiagnostics } from '../../written/liveDiagnostics';
import type { ReferenceTracker } from '../references/documentReferences';
import { FindingFixes } from './findingFixes';
import { OpenFindings } from './openFindings';
import { WorkspaceCheck } from './workspaceCheck';

/** Marks in open documents with their fixes, and the check of everything. */
export class CheckFeature {
  private readonly workspace: WorkspaceCheck;

  constructor(parts: Disposables, services: FeatureServices, tracker: ReferenceTracker) {
    const open = parts.add(new OpenFindings(services.projects, tracker, services.now));
    parts.add(new LiveDiagnostics(open, services.boundary));
    this.workspace = parts.add(new WorkspaceCheck(services, open));
    const fixes: Disposable = languages.registerCodeActionsProvider('*', new FindingFixes(open, services.boundary), {
      providedCodeActionKinds: FindingFixes.kinds,
    });
    parts.add(fixes);
  }

  checkReferences(): Promise<void> {
    return this.workspace.run();
  }
}
