import type { Disposable } from 'vscode';
import { Disposables } from '../disposables';
import type { FeatureServices } from '../features';
import type { TeamFeature } from '../team/teamFeature';

/** Everything that prepares text for a person to finish: drafts, their readiness, the reminder and the offer to push. */
export class DraftsFeature implements Disposable {
  private readonly parts = new Disposables();

  constructor(
    readonly services: FeatureServices,
    readonly team: TeamFeature,
  ) {}

  async draftHandoff(): Promise<void> {}
  async draftStandup(): Promise<void> {}
  async draftWeeklyUpdate(): Promise<void> {}
  async copyDraft(): Promise<void> {}
  async checkHandoff(): Promise<void> {}
  async pushBranches(): Promise<void> {}

  dispose(): void {
    this.parts.dispose();
  }
}
