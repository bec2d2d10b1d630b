import type { Uri } from 'vscode';
import type { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import type { FileInFront } from '../fileInFront';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';
import { DecisionPanel } from './decisionPanel';
import { PanelFollower, type SelectionSource } from './panelFollower';

/** What the view Decisions needs besides what all features do. */
export interface PanelServices {
  /** Where the page's files are. */
  readonly extensionUri: Uri;
  readonly handles: RecordHandles;
  readonly tracker: ReferenceTracker;
  readonly front: FileInFront;
  /** The rows whose selection is shown. */
  readonly rows: SelectionSource;
}

/** The view Decisions, and what follows where the person looks. */
export class PanelFeature {
  readonly panel: DecisionPanel;

  constructor(
    parts: Disposables,
    { projects, boundary, state, extensionUri, handles, tracker, front, rows }: FeatureServices & PanelServices,
  ) {
    this.panel = parts.add(new DecisionPanel(extensionUri, projects, front, state, boundary));
    parts.add(new PanelFollower(front, rows, tracker, handles, this.panel, boundary));
  }
}
