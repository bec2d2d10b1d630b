import type { Uri } from 'vscode';
import type { Disposables } from '../../host/disposables';
import type { FeatureServices } from '../../host/featureServices';
import type { RecordHandles } from '../recordHandles';
import type { ReferenceTracker } from '../references/documentReferences';
import { DecisionPanel } from './decisionPanel';
import { PanelFollower, type SelectionSource } from './panelFollower';

/** What the Decision view needs besides what all features do. */
export interface PanelServices {
  /** Where the page's files are. */
  readonly extensionUri: Uri;
  readonly handles: RecordHandles;
  readonly tracker: ReferenceTracker;
  /** The trees whose selection is shown. */
  readonly trees: readonly SelectionSource[];
}

/** The Decision view, and what follows where the person looks. */
export class PanelFeature {
  readonly panel: DecisionPanel;

  constructor(
    parts: Disposables,
    { projects, active, boundary, extensionUri, handles, tracker, trees }: FeatureServices & PanelServices,
  ) {
    this.panel = parts.add(new DecisionPanel(extensionUri, projects, boundary));
    parts.add(new PanelFollower(active, trees, tracker, handles, (place) => this.panel.show(place), boundary));
  }
}
