import { readFile } from 'node:fs/promises';
import { Uri } from 'vscode';
import type { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import type { FileInFront } from '../fileInFront';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';
import { DecisionPanel } from './decisionPanel';
import { PanelFollower, type SelectionSource } from './panelFollower';
import type { PageCode } from './shellHtml';

/** What the view Decisions needs beside the services of all features. */
export interface PanelServices {
  readonly handles: RecordHandles;
  readonly tracker: ReferenceTracker;
  readonly front: FileInFront;
  /** The rows whose selection the view follows. */
  readonly rows: SelectionSource;
}

/** @throws Error where the page's files are missing: an update of the extension removes those of the running version */
export async function readPageCode(extensionUri: Uri): Promise<PageCode> {
  const read = (name: string) => readFile(Uri.joinPath(extensionUri, 'dist', 'panel', name).fsPath, 'utf8');
  const [script, ...styles] = await Promise.all([read('page.js'), read('page.css'), read('list.css')]);
  return { script, style: styles.join('\n') };
}

/** The view Decisions, and what keeps it at the place where the person is. */
export class PanelFeature {
  readonly panel: DecisionPanel;

  constructor(
    parts: Disposables,
    { projects, boundary, state, handles, tracker, front, rows }: FeatureServices & PanelServices,
    code: PageCode,
  ) {
    this.panel = parts.add(new DecisionPanel(code, projects, front, state, boundary));
    parts.add(new PanelFollower(front, rows, tracker, handles, this.panel, boundary));
  }
}
