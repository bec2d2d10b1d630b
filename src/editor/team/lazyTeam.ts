import type { Disposable } from 'vscode';
import type { TeamFeature, TeamServices } from './teamFeature';

/** Keeps the code of the team out of the activation: it is loaded when everything else is registered. */
export class LazyTeam implements Disposable {
  private feature: Promise<TeamFeature> | undefined;

  constructor(private readonly services: TeamServices) {}

  start(): void {
    this.services.boundary.watch('team', this.load());
  }

  load(): Promise<TeamFeature> {
    this.feature ??= import('./teamFeature').then(({ TeamFeature }) => new TeamFeature(this.services));
    return this.feature;
  }

  /** Also of what is still being loaded. */
  dispose(): void {
    this.feature?.then(
      (feature) => feature.dispose(),
      () => undefined,
    );
  }
}
